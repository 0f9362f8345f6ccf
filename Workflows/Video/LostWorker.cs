using Temporalio.Api.Enums.V1;
using Temporalio.Exceptions;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Workflows.Video;

/// <summary>An activity that ended without an answer of its own, because its worker went away.</summary>
/// <param name="FailedAttempts">How many attempts before it failed by themselves, as far as the worker could tell.</param>
internal sealed record LostWorker(int FailedAttempts)
{
    /// <summary>
    /// Reads it from a failure; null when the step itself answered. A step that beats and still exceeds its time is too slow, which is an
    /// answer.
    /// </summary>
    public static LostWorker? Of(ActivityFailureException failure) => failure.InnerException switch
    {
        TimeoutFailureException { TimeoutType: TimeoutType.Heartbeat, LastHeartbeatDetails: var beats } =>
            new LostWorker(beats is { Count: > AttemptDetail.Place } ? beats.ElementAt<int>(AttemptDetail.Place) - 1 : 0),
        ApplicationFailureException { ErrorType: FailureTypes.WorkerStopped, Details: var details } =>
            new LostWorker(details.Count > 0 ? details.ElementAt<int>(0) - 1 : 0),
        _ => null,
    };
}
