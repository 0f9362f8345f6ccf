using System.Text.Json.Serialization;

namespace TemporalVideo.Workflows.Contracts;

/// <summary>What a video tells, before anything is drawn or spoken.</summary>
public sealed record Story
{
    /// <summary>Title of the video.</summary>
    [JsonPropertyName("title")]
    public required string Title { get; init; }

    /// <summary>Language of the narration as an IETF tag; default <c>en</c>.</summary>
    [JsonPropertyName("language")]
    public string Language { get; init; } = "en";

    /// <summary>Subject of the lesson ("physics", "biology", "history"); chooses palette and mood. May be empty.</summary>
    [JsonPropertyName("subject")]
    public string Subject { get; init; } = "";

    /// <summary>The segments in playing order; at least one.</summary>
    [JsonPropertyName("segments")]
    public required IReadOnlyList<Segment> Segments { get; init; }

    /// <summary>Planned length of the video in seconds: the sum of its segments.</summary>
    [JsonIgnore]
    public double Duration => Segments.Sum(segment => segment.Duration);
}
