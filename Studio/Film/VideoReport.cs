namespace TemporalVideo.Studio.Film;

/// <summary>The result of checking a video.</summary>
/// <param name="Measurements">What was measured.</param>
/// <param name="Faults">What is not as it must be, one sentence each; empty for a good video.</param>
/// <param name="Score">0 to 100: the weight of all demands that are met, each in part where it is missed by a little.</param>
public sealed record VideoReport(VideoMeasurements Measurements, IReadOnlyList<string> Faults, int Score)
{
    /// <summary>Nothing is wrong.</summary>
    public bool Passed => Faults.Count == 0;
}
