using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;
using Temporalio.Api.WorkflowService.V1;
using TemporalVideo.DevServer.Executions.State;
using TemporalVideo.DevServer.Executions.WorkflowTasks;
using TemporalVideo.DevServer.Matching;

namespace TemporalVideo.DevServer.Executions.Activities;

/// <summary>The course of an activity between its Scheduled event and its outcome.</summary>
internal static class ActivityLifecycle
{
    /// <summary>What it was scheduled with, but for the options that an operator has changed.</summary>
    public static ActivityTaskScheduledEventAttributes Attributes(WorkflowRun run, ActivityState activity) =>
        run.ScheduledActivity(activity);

    /// <summary>Offers the current attempt to its queue.</summary>
    public static void Offer(WorkflowRun run, ActivityState activity) => run.Transaction.Offer(new QueueTask
    {
        Queue = new QueueKey(run.State.NamespaceId, Attributes(run, activity).TaskQueue.Name, TaskQueueType.Activity),
        Workflow = run.Workflow,
        RunId = run.RunId,
        Id = activity.ScheduledEventId,
        Attempt = activity.Attempt,
        OfferedTime = run.Now,
    });

    /// <summary>Hands the offered attempt to a worker; null when the offer no longer stands.</summary>
    public static PollActivityTaskQueueResponse? Start(WorkflowTransaction transaction, QueueTask offer, string identity, string buildId)
    {
        if (transaction.Find(offer.RunId) is not { IsOpen: true } run
            || !run.Activities.TryGet(offer.Id, out var activity)
            || activity.Attempt != offer.Attempt
            || !RunActivity.IsOffered(activity)
            || Attributes(run, activity).TaskQueue.Name != offer.Queue.Name)
        {
            return null;
        }

        run.Activities.Edit(offer.Id);
        activity.StartedTime = run.Now;
        activity.LastHeartbeatTime = 0;
        activity.Identity = identity;
        activity.BuildId = buildId;
        activity.RequestId = Guid.NewGuid().ToString();
        var scheduled = Attributes(run, activity);
        return new PollActivityTaskQueueResponse
        {
            TaskToken = Tokens.Of(run, activity),
            WorkflowNamespace = transaction.Engine.NamespaceName(run),
            WorkflowType = run.Start.WorkflowType,
            WorkflowExecution = new WorkflowExecution { WorkflowId = run.State.WorkflowId, RunId = run.RunId },
            ActivityType = scheduled.ActivityType,
            ActivityId = scheduled.ActivityId,
            Header = scheduled.Header,
            Input = scheduled.Input,
            HeartbeatDetails = activity.HeartbeatDetails,
            ScheduledTime = Ticks.ToTimestamp(activity.FirstScheduledTime),
            CurrentAttemptScheduledTime = Ticks.ToTimestamp(activity.ScheduledTime),
            StartedTime = Ticks.ToTimestamp(activity.StartedTime),
            Attempt = activity.Attempt,
            ScheduleToCloseTimeout = scheduled.ScheduleToCloseTimeout,
            StartToCloseTimeout = scheduled.StartToCloseTimeout,
            HeartbeatTimeout = scheduled.HeartbeatTimeout,
            RetryPolicy = scheduled.RetryPolicy,
            Priority = scheduled.Priority,
        };
    }

    /// <summary>Keeps a heartbeat; details stay for the next attempt.</summary>
    public static void Heartbeat(WorkflowRun run, ActivityState activity, Payloads? details)
    {
        run.Activities.Edit(activity.ScheduledEventId);
        activity.LastHeartbeatTime = run.Now;
        activity.HeartbeatDetails = details;
        // As on the real server, which forgets the build of an activity that has sent a heartbeat.
        activity.BuildId = "";
    }

    /// <summary>The retry delay is over: the next attempt is offered.</summary>
    public static void EndBackoff(WorkflowRun run, ActivityState activity)
    {
        run.Activities.Edit(activity.ScheduledEventId)!.InBackoff = false;
        if (RunActivity.IsOffered(activity))
        {
            Offer(run, activity);
        }
    }

    public static void Complete(WorkflowRun run, ActivityState activity, Payloads? result, string identity)
    {
        var started = AddStarted(run, activity);
        run.Add(new HistoryEvent
        {
            EventType = EventType.ActivityTaskCompleted,
            ActivityTaskCompletedEventAttributes = new ActivityTaskCompletedEventAttributes
            {
                Result = result,
                ScheduledEventId = activity.ScheduledEventId,
                StartedEventId = started,
                Identity = identity,
            },
        });
        WorkflowTaskScheduler.ScheduleIfNone(run);
    }

    public static void Cancel(WorkflowRun run, ActivityState activity, Payloads? details, string identity)
    {
        var started = AddStarted(run, activity);
        run.Add(new HistoryEvent
        {
            EventType = EventType.ActivityTaskCanceled,
            ActivityTaskCanceledEventAttributes = new ActivityTaskCanceledEventAttributes
            {
                Details = details,
                LatestCancelRequestedEventId = activity.CancelRequestedEventId,
                ScheduledEventId = activity.ScheduledEventId,
                StartedEventId = started,
                Identity = identity,
            },
        });
        WorkflowTaskScheduler.ScheduleIfNone(run);
    }

    /// <summary>Writes the one ActivityTaskStarted, of the last attempt, with its true time.</summary>
    /// <returns>The event's id; 0 while it is buffered or when no worker ever had the activity.</returns>
    public static long AddStarted(WorkflowRun run, ActivityState activity)
    {
        if (activity.StartedTime == 0)
        {
            return 0;
        }

        return run.Add(new HistoryEvent
        {
            EventTime = Ticks.ToTimestamp(activity.StartedTime),
            EventType = EventType.ActivityTaskStarted,
            ActivityTaskStartedEventAttributes = new ActivityTaskStartedEventAttributes
            {
                ScheduledEventId = activity.ScheduledEventId,
                Identity = activity.Identity,
                RequestId = activity.RequestId,
                Attempt = activity.Attempt,
                LastFailure = activity.LastFailure,
                WorkerVersion = WorkerBuilds.Stamp(activity.BuildId),
            },
        }).EventId;
    }
}
