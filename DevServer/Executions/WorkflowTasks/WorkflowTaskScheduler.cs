using Temporalio.Api.Enums.V1;
using TemporalVideo.DevServer.Executions.State;
using TemporalVideo.DevServer.Matching;
using static TemporalVideo.DevServer.Executions.State.WorkflowTaskState.Types;

namespace TemporalVideo.DevServer.Executions.WorkflowTasks;

/// <summary>Makes the next workflow task: never more than one at a time.</summary>
internal static class WorkflowTaskScheduler
{
    private static readonly TimeSpan FirstExtension = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestExtension = TimeSpan.FromMinutes(10);

    /// <summary>Schedules a task unless there is one, or the run is closed or still waits for its start.</summary>
    public static void ScheduleIfNone(WorkflowRun run)
    {
        if (run.IsOpen && !run.State.AwaitsFirstTask && run.State.WorkflowTask is null)
        {
            Schedule(run, speculative: false);
        }
    }

    /// <summary>Schedules a task that leaves no trace unless an update is accepted; nothing when there is a task already.</summary>
    public static void ScheduleSpeculativeIfNone(WorkflowRun run)
    {
        if (run.IsOpen && !run.State.AwaitsFirstTask && run.State.WorkflowTask is null)
        {
            Schedule(run, speculative: true);
        }
    }

    /// <summary>Offers the scheduled task to its queue.</summary>
    public static void Offer(WorkflowRun run, WorkflowTaskState task)
    {
        var normal = new QueueKey(run.State.NamespaceId, run.Start.TaskQueue.Name, TaskQueueType.Workflow);
        run.Transaction.Offer(new QueueTask
        {
            Queue = task.Sticky ? normal with { Name = task.Queue } : normal,
            Fallback = task.Sticky ? normal : null,
            Workflow = run.Workflow,
            RunId = run.RunId,
            Id = task.Stamp,
            OfferedTime = run.Now,
        });
    }

    private static void Schedule(WorkflowRun run, bool speculative)
    {
        var attempt = run.State.WorkflowTaskAttempt;
        var kind = attempt > 1 ? Kind.Transient : speculative ? Kind.Speculative : Kind.Normal;
        var state = kind == Kind.Speculative ? run.State : run.Change();
        var sticky = state.StickyQueue.Length > 0;
        var task = new WorkflowTaskState
        {
            Stamp = ++state.LastWorkflowTaskStamp,
            Kind = kind,
            Attempt = attempt,
            ScheduledTime = run.Now,
            OriginalScheduledTime = run.Now,
            Queue = sticky ? state.StickyQueue : run.Start.TaskQueue.Name,
            Sticky = sticky,
            Timeout = Timeout(run, attempt),
        };
        if (kind == Kind.Normal)
        {
            WorkflowTaskStorage.WriteScheduled(run, task);
        }
        else
        {
            task.ScheduledEventId = state.NextEventId;
        }

        state.WorkflowTask = task;
        Offer(run, task);
    }

    /// <summary>Attempts from the fourth on get longer: a worker that cannot do it is not asked all the time.</summary>
    private static long Timeout(WorkflowRun run, int attempt)
    {
        var timeout = Ticks.Of(run.Start.WorkflowTaskTimeout);
        if (attempt < 4)
        {
            return timeout;
        }

        var extension = attempt > 12 ? LongestExtension : FirstExtension * (1 << (attempt - 4));
        return timeout + (extension < LongestExtension ? extension : LongestExtension).Ticks;
    }
}
