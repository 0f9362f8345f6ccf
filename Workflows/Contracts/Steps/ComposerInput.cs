namespace TemporalVideo.Workflows.Contracts.Steps;

/// <summary>What a composer found in the object store (R-A6).</summary>
public sealed record ComposerInput
{
    /// <summary>The segments of the storyboard, in playing order.</summary>
    public required IReadOnlyList<string> SegmentIds { get; init; }

    /// <summary>How many objects Agent2 and Agent4 left.</summary>
    public required int Files { get; init; }
}
