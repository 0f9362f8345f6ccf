namespace Temporalio.Activities;

/// <summary>Why an activity was cancelled.</summary>
public enum ActivityCancelReason
{
    /// <summary>It was not.</summary>
    None,

    /// <summary>The server no longer knows it: it timed out there or its workflow is over. Its result is not wanted.</summary>
    GoneFromServer,

    /// <summary>Its workflow asked for it.</summary>
    CancelRequested,

    /// <summary>It took too long, by the worker's own clock.</summary>
    Timeout,

    /// <summary>The worker is shutting down.</summary>
    WorkerShutdown,

    /// <summary>A heartbeat could not be recorded.</summary>
    HeartbeatRecordFailure,

    /// <summary>An operator paused it.</summary>
    Paused,

    /// <summary>An operator reset it.</summary>
    Reset,
}
