using System.Text.Json.Serialization;

namespace TemporalVideo.Web.Uploads;

/// <summary>What a person brings. JSON and addresses: lower-case names.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<UploadKind>))]
internal enum UploadKind
{
    /// <summary>A lesson in Markdown or plain text.</summary>
    [JsonStringEnumMemberName("lesson")] Lesson,

    /// <summary>A picture of a lesson or a segment.</summary>
    [JsonStringEnumMemberName("picture")] Picture,

    /// <summary>A track that the video's music is made of.</summary>
    [JsonStringEnumMemberName("music")] Music,

    /// <summary>A person's own voice, in place of a segment's.</summary>
    [JsonStringEnumMemberName("recording")] Recording,
}
