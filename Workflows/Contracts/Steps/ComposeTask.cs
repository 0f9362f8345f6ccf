namespace TemporalVideo.Workflows.Contracts.Steps;

/// <summary>Work on the whole video.</summary>
public sealed record ComposeTask : AgentTask
{
    /// <summary>All segments in playing order, as discovered.</summary>
    public required IReadOnlyList<string> SegmentIds { get; init; }
}
