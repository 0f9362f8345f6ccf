using System.Text.Json.Serialization;

namespace TemporalVideo.Workflows.Contracts;

/// <summary>What a person approves. JSON: lower-case names.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ReviewSubject>))]
public enum ReviewSubject
{
    /// <summary>The story, before anything is drawn or spoken.</summary>
    [JsonStringEnumMemberName("story")] Story,

    /// <summary>The scenes, before the video is composed.</summary>
    [JsonStringEnumMemberName("scenes")] Scenes,
}
