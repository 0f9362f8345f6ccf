using Google.Protobuf.WellKnownTypes;
using Temporalio.Activities;
using Temporalio.Api.WorkflowService.V1;
using Temporalio.Client;

namespace Temporalio.Worker.ActivityTasks;

/// <summary>Makes an activity's information from its task.</summary>
internal static class ActivityInfos
{
    public static ActivityInfo Of(PollActivityTaskQueueResponse task, string taskQueue, TemporalClientOptions client) => new(
        ActivityId: task.ActivityId,
        ActivityType: task.ActivityType.Name,
        Attempt: task.Attempt,
        CurrentAttemptScheduledTime: Time(task.CurrentAttemptScheduledTime),
        HeartbeatDetails: task.HeartbeatDetails?.Payloads_ ?? (IReadOnlyCollection<Api.Common.V1.Payload>)[],
        HeartbeatTimeout: NullIfZero(task.HeartbeatTimeout),
        IsLocal: false,
        Priority: task.Priority is { } priority ? new(priority) : null,
        RetryPolicy: task.RetryPolicy is { } retry ? Common.RetryPolicy.FromProto(retry) : null,
        ScheduleToCloseTimeout: NullIfZero(task.ScheduleToCloseTimeout),
        ScheduledTime: Time(task.ScheduledTime),
        StartToCloseTimeout: NullIfZero(task.StartToCloseTimeout),
        StartedTime: Time(task.StartedTime),
        TaskQueue: taskQueue,
        TaskToken: task.TaskToken.ToByteArray(),
        WorkflowId: task.WorkflowExecution?.WorkflowId ?? string.Empty,
        WorkflowNamespace: task.WorkflowNamespace.Length > 0 ? task.WorkflowNamespace : client.Namespace,
        WorkflowRunId: task.WorkflowExecution?.RunId ?? string.Empty,
        WorkflowType: task.WorkflowType?.Name ?? string.Empty)
    {
        DataConverter = client.DataConverter,
    };

    private static DateTime Time(Timestamp? time) => time?.ToDateTime() ?? DateTime.UnixEpoch;

    private static TimeSpan? NullIfZero(Duration? duration) => duration?.ToTimeSpan() is { } span && span > TimeSpan.Zero ? span : null;
}
