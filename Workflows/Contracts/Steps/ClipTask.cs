using System.Text.Json.Serialization;

namespace TemporalVideo.Workflows.Contracts.Steps;

/// <summary>Work on one clip. Its pictures and sound are found in the object store.</summary>
public sealed record ClipTask : AgentTask
{
    /// <summary>All segments in playing order, as discovered.</summary>
    public required IReadOnlyList<string> SegmentIds { get; init; }

    /// <summary>Which of them, counted from 0.</summary>
    public required int Index { get; init; }

    /// <summary>The segment of the clip.</summary>
    [JsonIgnore]
    public string SegmentId => SegmentIds[Index];
}
