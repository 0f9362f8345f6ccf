using System.Text.Json.Serialization;

namespace TemporalVideo.Workflows.Contracts;

/// <summary>A person's decision: to approve, or to ask for a revision.</summary>
public sealed record Review
{
    /// <summary>What is decided on.</summary>
    public required ReviewSubject Subject { get; init; }

    /// <summary>What is to be changed; null approves.</summary>
    public string? Feedback { get; init; }

    /// <summary>With feedback on the scenes: the segment meant; null means all.</summary>
    public string? SegmentId { get; init; }

    /// <summary>Whether it approves.</summary>
    [JsonIgnore]
    public bool Approves => Feedback is null;
}

/// <summary>What a person approves. JSON: lower-case names.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ReviewSubject>))]
public enum ReviewSubject
{
    /// <summary>The story, before anything is drawn or spoken.</summary>
    [JsonStringEnumMemberName("story")] Story,

    /// <summary>The scenes, before the video is composed.</summary>
    [JsonStringEnumMemberName("scenes")] Scenes,
}
