using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;
using TemporalVideo.DevServer.Executions.Activities;
using TemporalVideo.DevServer.Executions.Closing;
using TemporalVideo.DevServer.Executions.State;
using TemporalVideo.DevServer.Executions.WorkflowTasks;
using static TemporalVideo.DevServer.Executions.State.WorkflowTaskState.Types;

namespace TemporalVideo.DevServer.Executions;

/// <summary>
/// Everything of a run that waits for a time. Deadlines follow from its state, so a run needs one alarm, and none has to be stored.
/// </summary>
internal static class Deadlines
{
    private static readonly long SpeculativeScheduleToStart = TimeSpan.FromSeconds(5).Ticks;

    /// <summary>The next deadline in ticks; 0 for none.</summary>
    public static long Next(WorkflowRun run)
    {
        if (!run.IsOpen)
        {
            return 0;
        }

        var state = run.State;
        var next = long.MaxValue;
        if (state.RunExpirationTime > 0)
        {
            next = state.RunExpirationTime;
        }

        if (state.AwaitsFirstTask)
        {
            next = Math.Min(next, state.ExecutionTime);
        }

        next = Math.Min(next, WorkflowTask(state));
        foreach (var timer in run.Timers.Values)
        {
            next = Math.Min(next, timer.FireTime);
        }

        foreach (var activity in run.Activities.Values)
        {
            next = Math.Min(next, ActivityTimeouts.Next(activity, ActivityLifecycle.Attributes(run, activity)).Due);
        }

        return next == long.MaxValue ? 0 : next;
    }

    /// <summary>Handles whatever is due now, in the order of the deadlines.</summary>
    public static void Fire(WorkflowRun run)
    {
        if (!run.IsOpen)
        {
            return;
        }

        var due = new List<(long Due, Action Handle)>();
        foreach (var timer in run.Timers.Values)
        {
            if (timer.FireTime <= run.Now)
            {
                due.Add((timer.FireTime, () => FireTimer(run, timer)));
            }
        }

        foreach (var activity in run.Activities.Values)
        {
            var (at, type) = ActivityTimeouts.Next(activity, ActivityLifecycle.Attributes(run, activity));
            if (at <= run.Now)
            {
                due.Add((at, () => FireActivity(run, activity, type)));
            }
        }

        var task = run.State.WorkflowTask;
        if (task is not null && WorkflowTask(run.State) is var taskDue && taskDue <= run.Now)
        {
            due.Add((taskDue, () => FireWorkflowTask(run, task)));
        }

        if (run.State.AwaitsFirstTask && run.State.ExecutionTime <= run.Now)
        {
            due.Add((run.State.ExecutionTime, () =>
            {
                run.Change().AwaitsFirstTask = false;
                WorkflowTaskScheduler.ScheduleIfNone(run);
            }
            ));
        }

        if (run.State.RunExpirationTime > 0 && run.State.RunExpirationTime <= run.Now)
        {
            due.Add((run.State.RunExpirationTime, () => RunClosing.TimeOut(run)));
        }

        due.Sort((a, b) => a.Due.CompareTo(b.Due));
        foreach (var (_, handle) in due)
        {
            if (run.IsOpen)
            {
                handle();
            }
        }
    }

    private static long WorkflowTask(RunState state) => state.WorkflowTask switch
    {
        null => long.MaxValue,
        { StartedEventId: > 0 } started => Ticks.Add(started.StartedTime, started.Timeout),
        { Kind: Kind.Speculative } speculative => speculative.ScheduledTime + SpeculativeScheduleToStart,
        { Sticky: true } sticky => Ticks.Add(sticky.ScheduledTime, state.StickyTimeout),
        _ => long.MaxValue,
    };

    private static void FireTimer(WorkflowRun run, TimerState timer)
    {
        run.Add(new HistoryEvent
        {
            EventType = EventType.TimerFired,
            TimerFiredEventAttributes = new TimerFiredEventAttributes { TimerId = timer.TimerId, StartedEventId = timer.StartedEventId },
        });
        WorkflowTaskScheduler.ScheduleIfNone(run);
    }

    private static void FireActivity(WorkflowRun run, ActivityState activity, TimeoutType type)
    {
        if (type == TimeoutType.Unspecified)
        {
            ActivityLifecycle.EndBackoff(run, activity);
        }
        else
        {
            ActivityFailures.TimeOut(run, activity, type);
        }
    }

    private static void FireWorkflowTask(WorkflowRun run, WorkflowTaskState task)
    {
        if (!ReferenceEquals(run.State.WorkflowTask, task))
        {
            return;
        }

        if (task.StartedEventId > 0)
        {
            WorkflowTaskFailure.TimeOutStarted(run, task);
        }
        else
        {
            WorkflowTaskFailure.TimeOutScheduled(run, task);
        }
    }
}
