using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;
using TemporalVideo.DevServer.Executions.State;

namespace TemporalVideo.DevServer.Executions.Events;

/// <summary>Activities: pending from Scheduled to an outcome.</summary>
internal static class ActivityEvents
{
    public static Dictionary<EventType, Action<WorkflowRun, HistoryEvent>> Table { get; } = new()
    {
        [EventType.ActivityTaskScheduled] = static (run, scheduled) => run.Activities.Add(scheduled.EventId, new ActivityState
        {
            ScheduledEventId = scheduled.EventId,
            ActivityId = scheduled.ActivityTaskScheduledEventAttributes.ActivityId,
            Attempt = 1,
            FirstScheduledTime = Ticks.Of(scheduled.EventTime),
            ScheduledTime = Ticks.Of(scheduled.EventTime),
        }),
        [EventType.ActivityTaskCancelRequested] = static (run, requested) =>
        {
            if (run.Activities.Edit(requested.ActivityTaskCancelRequestedEventAttributes.ScheduledEventId) is { } activity)
            {
                activity.CancelRequestedEventId = requested.EventId;
            }
        },
        [EventType.ActivityTaskCompleted] = static (run, ended) =>
            run.Activities.Remove(ended.ActivityTaskCompletedEventAttributes.ScheduledEventId),
        [EventType.ActivityTaskFailed] = static (run, ended) =>
            run.Activities.Remove(ended.ActivityTaskFailedEventAttributes.ScheduledEventId),
        [EventType.ActivityTaskTimedOut] = static (run, ended) =>
            run.Activities.Remove(ended.ActivityTaskTimedOutEventAttributes.ScheduledEventId),
        [EventType.ActivityTaskCanceled] = static (run, ended) =>
            run.Activities.Remove(ended.ActivityTaskCanceledEventAttributes.ScheduledEventId),
    };
}
