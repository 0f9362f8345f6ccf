using System.Text.Json.Serialization;

namespace TemporalVideo.Workflows.Contracts;

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
