using System.Text.Json.Serialization;

namespace TemporalVideo.Workflows.Contracts;

/// <summary>One narrated part of a video. The JSON names are those of <c>agent2/storyboard.json</c> (R-B2).</summary>
public sealed record Segment
{
    /// <summary>Identity within the video and part of its file names: <c>s01</c>, <c>s02</c>, … in playing order.</summary>
    [JsonPropertyName("segment_id")]
    public required string Id { get; init; }

    /// <summary>What the segment does for the story.</summary>
    [JsonPropertyName("kind")]
    public required SegmentKind Kind { get; init; }

    /// <summary>On-screen title, a few words.</summary>
    [JsonPropertyName("title")]
    public required string Title { get; init; }

    /// <summary>The spoken text, whole sentences, plain text without markup.</summary>
    [JsonPropertyName("narration")]
    public required string Narration { get; init; }

    /// <summary>What the picture shows, in words: the illustrator's brief and, with an image model, its prompt.</summary>
    [JsonPropertyName("visual_guidance")]
    public required string VisualGuidance { get; init; }

    /// <summary>Short statements for the screen, in the order they are spoken of; may be empty.</summary>
    [JsonPropertyName("key_points")]
    public IReadOnlyList<string> KeyPoints { get; init; } = [];

    /// <summary>Planned length in seconds, pauses included.</summary>
    [JsonPropertyName("duration")]
    public required double Duration { get; init; }
}
