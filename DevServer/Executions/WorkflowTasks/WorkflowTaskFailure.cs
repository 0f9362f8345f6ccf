using Temporalio.Api.Enums.V1;
using Temporalio.Api.Failure.V1;
using Temporalio.Api.History.V1;
using TemporalVideo.DevServer.Executions.State;
using static TemporalVideo.DevServer.Executions.State.WorkflowTaskState.Types;

namespace TemporalVideo.DevServer.Executions.WorkflowTasks;

/// <summary>Ends a workflow task without a result and makes the next one.</summary>
internal static class WorkflowTaskFailure
{
    /// <summary>The worker or the server found that the task cannot be completed.</summary>
    public static void Fail(WorkflowRun run, WorkflowTaskState task, WorkflowTaskFailedCause cause, Failure? failure, string identity)
    {
        if (task.Kind == Kind.Speculative)
        {
            WorkflowTaskStorage.WriteBorrowed(run, task);
        }

        if (task.Kind == Kind.Normal)
        {
            run.Add(new HistoryEvent
            {
                EventType = EventType.WorkflowTaskFailed,
                WorkflowTaskFailedEventAttributes = new WorkflowTaskFailedEventAttributes
                {
                    ScheduledEventId = task.ScheduledEventId,
                    StartedEventId = task.StartedEventId,
                    Cause = cause,
                    Failure = failure,
                    Identity = identity,
                },
            });
        }

        Next(run);
    }

    /// <summary>The worker that had the task did not answer in time.</summary>
    public static void TimeOutStarted(WorkflowRun run, WorkflowTaskState task)
    {
        if (task.Kind == Kind.Speculative)
        {
            WorkflowTaskStorage.WriteBorrowed(run, task);
        }

        if (task.Kind == Kind.Normal)
        {
            run.Add(TimedOut(task, TimeoutType.StartToClose));
        }

        Next(run);
    }

    /// <summary>No worker took the task from the sticky queue, or a speculative one from any queue.</summary>
    public static void TimeOutScheduled(WorkflowRun run, WorkflowTaskState task)
    {
        WorkflowTaskStorage.Store(run);
        run.Add(TimedOut(task, TimeoutType.ScheduleToStart));
        run.Change().WorkflowTask = null;
        run.State.StickyQueue = "";
        run.State.WorkflowTaskAttempt = 1;
        WorkflowTaskScheduler.ScheduleIfNone(run);
    }

    /// <summary>Fails a task that runs for so long that too many events wait for its end.</summary>
    public static void LimitBuffer(WorkflowRun run)
    {
        if (run.IsOpen && run.Buffer.Count > Limits.BufferedEvents && run.State.WorkflowTask is { StartedEventId: > 0 } task)
        {
            Fail(run, task, WorkflowTaskFailedCause.ForceCloseCommand, failure: null, "history-service");
        }
    }

    /// <summary>The run is about to be closed from outside.</summary>
    public static void ForceClose(WorkflowRun run)
    {
        if (run.State.WorkflowTask is { StartedEventId: > 0, Kind: Kind.Normal } task)
        {
            run.Add(new HistoryEvent
            {
                EventType = EventType.WorkflowTaskFailed,
                WorkflowTaskFailedEventAttributes = new WorkflowTaskFailedEventAttributes
                {
                    ScheduledEventId = task.ScheduledEventId,
                    StartedEventId = task.StartedEventId,
                    Cause = WorkflowTaskFailedCause.ForceCloseCommand,
                    Identity = "history-service",
                },
            });
        }

        run.Change().WorkflowTask = null;
        run.FlushBuffer();
    }

    private static HistoryEvent TimedOut(WorkflowTaskState task, TimeoutType type) => new()
    {
        EventType = EventType.WorkflowTaskTimedOut,
        WorkflowTaskTimedOutEventAttributes = new WorkflowTaskTimedOutEventAttributes
        {
            ScheduledEventId = task.ScheduledEventId,
            StartedEventId = task.StartedEventId,
            TimeoutType = type,
        },
    };

    private static void Next(WorkflowRun run)
    {
        var state = run.Change();
        state.WorkflowTask = null;
        state.HeartbeatingSince = 0;
        run.PendingUpdates.TakeBack();
        run.Queries.TakeBack();
        var wasSticky = state.StickyQueue.Length > 0;
        state.StickyQueue = "";
        if (run.FlushBuffer())
        {
            state.WorkflowTaskAttempt = 1;
        }
        else if (!wasSticky)
        {
            state.WorkflowTaskAttempt++;
        }

        WorkflowTaskScheduler.ScheduleIfNone(run);
    }
}
