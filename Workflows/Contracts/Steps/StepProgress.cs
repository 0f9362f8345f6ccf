namespace TemporalVideo.Workflows.Contracts.Steps;

/// <summary>What a running activity tells in its heartbeats; seen in a description of the workflow's pending activities.</summary>
/// <param name="SegmentId">The segment it works on; null for the whole video.</param>
/// <param name="Percent">Finished share of the activity's work, 0 to 100.</param>
public sealed record StepProgress(string? SegmentId, int Percent);
