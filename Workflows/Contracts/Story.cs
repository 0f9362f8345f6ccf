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

/// <summary>What a segment does for the story. JSON: lower-case names.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SegmentKind>))]
public enum SegmentKind
{
    /// <summary>Opens with the question the viewer is to care about.</summary>
    [JsonStringEnumMemberName("hook")] Hook,

    /// <summary>Explains one idea.</summary>
    [JsonStringEnumMemberName("concept")] Concept,

    /// <summary>Walks through steps, a cycle, a comparison or numbers.</summary>
    [JsonStringEnumMemberName("process")] Process,

    /// <summary>Says what to remember.</summary>
    [JsonStringEnumMemberName("conclusion")] Conclusion,
}
