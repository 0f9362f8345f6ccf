using Temporalio.Api.Common.V1;
using Temporalio.Converters;

namespace Temporalio.Activities;

/// <summary>What an activity knows about its execution. Times are UTC; absent timeouts are null.</summary>
/// <param name="ActivityId">Activity id.</param>
/// <param name="ActivityType">Activity type.</param>
/// <param name="Attempt">Attempt, from 1.</param>
/// <param name="CurrentAttemptScheduledTime">When this attempt was scheduled.</param>
/// <param name="HeartbeatDetails">Details of the last heartbeat of an earlier attempt; see <see cref="HeartbeatDetailAtAsync{T}"/>.</param>
/// <param name="HeartbeatTimeout">Longest time between heartbeats.</param>
/// <param name="IsLocal">Whether it is a local activity.</param>
/// <param name="Priority">Priority.</param>
/// <param name="RetryPolicy">Retry policy as the server applies it.</param>
/// <param name="ScheduleToCloseTimeout">Longest time over all attempts.</param>
/// <param name="ScheduledTime">When the first attempt was scheduled.</param>
/// <param name="StartToCloseTimeout">Longest time of this attempt.</param>
/// <param name="StartedTime">When this attempt started.</param>
/// <param name="TaskQueue">Task queue.</param>
/// <param name="TaskToken">Token by which the attempt can be completed.</param>
/// <param name="WorkflowId">Workflow id.</param>
/// <param name="WorkflowNamespace">Namespace.</param>
/// <param name="WorkflowRunId">Run id.</param>
/// <param name="WorkflowType">Workflow type.</param>
public record ActivityInfo(
    string ActivityId,
    string ActivityType,
    int Attempt,
    DateTime CurrentAttemptScheduledTime,
    IReadOnlyCollection<Payload> HeartbeatDetails,
    TimeSpan? HeartbeatTimeout,
    bool IsLocal,
    Common.Priority? Priority,
    Common.RetryPolicy? RetryPolicy,
    TimeSpan? ScheduleToCloseTimeout,
    DateTime ScheduledTime,
    TimeSpan? StartToCloseTimeout,
    DateTime StartedTime,
    string TaskQueue,
    byte[] TaskToken,
    string WorkflowId,
    string WorkflowNamespace,
    string WorkflowRunId,
    string WorkflowType)
{
    internal DataConverter DataConverter { get; init; } = DataConverter.Default;

    /// <summary>Values that log entries of the activity carry.</summary>
    internal Dictionary<string, object> LoggerScope => new()
    {
        ["ActivityId"] = ActivityId,
        ["ActivityType"] = ActivityType,
        ["Attempt"] = Attempt,
        ["WorkflowId"] = WorkflowId,
        ["WorkflowNamespace"] = WorkflowNamespace,
        ["WorkflowRunId"] = WorkflowRunId,
        ["WorkflowType"] = WorkflowType,
    };

    /// <summary>Reads one detail of the last heartbeat of an earlier attempt.</summary>
    /// <typeparam name="T">Type to read it as.</typeparam>
    /// <param name="index">Position among the details.</param>
    /// <returns>The detail.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There are not so many.</exception>
    public Task<T> HeartbeatDetailAtAsync<T>(int index) => DataConverter.ToValueAsync<T>(HeartbeatDetails.ElementAt(index));
}
