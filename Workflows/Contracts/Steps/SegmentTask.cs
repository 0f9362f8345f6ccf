using System.Text.Json.Serialization;

namespace TemporalVideo.Workflows.Contracts.Steps;

/// <summary>Work on one segment of a story.</summary>
public sealed record SegmentTask : AgentTask
{
    /// <summary>The story.</summary>
    public required Story Story { get; init; }

    /// <summary>Which segment, counted from 0.</summary>
    public required int Index { get; init; }

    /// <summary>The segment.</summary>
    [JsonIgnore]
    public Segment Segment => Story.Segments[Index];
}
