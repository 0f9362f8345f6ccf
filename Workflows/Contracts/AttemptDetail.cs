namespace TemporalVideo.Workflows.Contracts;

/// <summary>
/// The number of the running attempt, counted from 1, which the worker adds to each heartbeat: when the worker is lost, the workflow
/// learns from the last heartbeat how many attempts had failed before.
/// </summary>
public static class AttemptDetail
{
    /// <summary>Its place among the details of a heartbeat, behind the <see cref="StepProgress"/>.</summary>
    public const int Place = 1;
}
