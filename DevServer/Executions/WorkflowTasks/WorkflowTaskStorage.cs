using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;
using Temporalio.Api.TaskQueue.V1;
using TemporalVideo.DevServer.Executions.State;
using static TemporalVideo.DevServer.Executions.State.WorkflowTaskState.Types;

namespace TemporalVideo.DevServer.Executions.WorkflowTasks;

/// <summary>The events of a workflow task: written when they happen, or later, or only shown to the worker.</summary>
internal static class WorkflowTaskStorage
{
    /// <summary>Turns a speculative task into a stored one, because something else is about to be written.</summary>
    public static void Store(WorkflowRun run)
    {
        if (run.State.WorkflowTask is { Kind: Kind.Speculative } task)
        {
            task.Kind = Kind.Normal;
            WriteScheduled(run, task);
            if (task.StartedEventId > 0)
            {
                WriteStarted(run, task, identity: "");
            }
        }
    }

    /// <summary>Writes the events that a transient or speculative task has only borrowed ids for.</summary>
    public static void WriteBorrowed(WorkflowRun run, WorkflowTaskState task)
    {
        if (task.Kind != Kind.Normal)
        {
            WriteScheduled(run, task);
            WriteStarted(run, task, task.Identity);
            task.Kind = Kind.Normal;
        }
    }

    public static void WriteScheduled(WorkflowRun run, WorkflowTaskState task)
    {
        run.Change();
        task.ScheduledEventId = run.Add(Scheduled(run, task)).EventId;
    }

    public static void WriteStarted(WorkflowRun run, WorkflowTaskState task, string identity)
    {
        run.Change();
        task.StartedEventId = run.Add(Started(task, identity)).EventId;
    }

    /// <summary>The events of a task as its worker sees them, when history does not hold them.</summary>
    public static IEnumerable<HistoryEvent> Unstored(WorkflowRun run, WorkflowTaskState task)
    {
        if (task.Kind != Kind.Normal)
        {
            var scheduled = Scheduled(run, task);
            scheduled.EventId = task.ScheduledEventId;
            yield return scheduled;
            var started = Started(task, task.Identity);
            started.EventId = task.StartedEventId;
            yield return started;
        }
    }

    private static HistoryEvent Scheduled(WorkflowRun run, WorkflowTaskState task) => new()
    {
        EventTime = Ticks.ToTimestamp(task.ScheduledTime),
        EventType = EventType.WorkflowTaskScheduled,
        WorkflowTaskScheduledEventAttributes = new WorkflowTaskScheduledEventAttributes
        {
            TaskQueue = task.Sticky
                ? new TaskQueue { Name = task.Queue, Kind = TaskQueueKind.Sticky, NormalName = run.Start.TaskQueue.Name }
                : new TaskQueue { Name = task.Queue, Kind = TaskQueueKind.Normal },
            StartToCloseTimeout = Ticks.ToDuration(task.Timeout),
            Attempt = task.Attempt,
        },
    };

    private static HistoryEvent Started(WorkflowTaskState task, string identity) => new()
    {
        EventTime = Ticks.ToTimestamp(task.StartedTime),
        EventType = EventType.WorkflowTaskStarted,
        WorkflowTaskStartedEventAttributes = new WorkflowTaskStartedEventAttributes
        {
            ScheduledEventId = task.ScheduledEventId,
            Identity = identity,
            RequestId = task.RequestId,
            HistorySizeBytes = task.HistorySizeBytes,
            SuggestContinueAsNew = task.SuggestContinueAsNew,
            WorkerVersion = WorkerBuilds.Stamp(task.BuildId),
        },
    };
}
