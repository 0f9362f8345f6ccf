namespace Temporalio.Activities;

/// <summary>All reasons for which an activity was cancelled.</summary>
public record ActivityCancellationDetails
{
    /// <summary>The server no longer knows it.</summary>
    public bool IsGoneFromServer { get; init; }

    /// <summary>Its workflow asked for it.</summary>
    public bool IsCancelRequested { get; init; }

    /// <summary>An operator paused it.</summary>
    public bool IsPaused { get; init; }

    /// <summary>An operator reset it.</summary>
    public bool IsReset { get; init; }

    /// <summary>It took too long.</summary>
    public bool IsTimedOut { get; init; }

    /// <summary>A heartbeat could not be recorded.</summary>
    public bool IsHeartbeatRecordFailure { get; init; }

    /// <summary>The worker is shutting down.</summary>
    public bool IsWorkerShutdown { get; init; }

    internal static ActivityCancellationDetails Of(ActivityCancelReason reason) => new()
    {
        IsGoneFromServer = reason == ActivityCancelReason.GoneFromServer,
        IsCancelRequested = reason == ActivityCancelReason.CancelRequested,
        IsHeartbeatRecordFailure = reason == ActivityCancelReason.HeartbeatRecordFailure,
        IsPaused = reason == ActivityCancelReason.Paused,
        IsReset = reason == ActivityCancelReason.Reset,
        IsTimedOut = reason == ActivityCancelReason.Timeout,
        IsWorkerShutdown = reason == ActivityCancelReason.WorkerShutdown,
    };
}
