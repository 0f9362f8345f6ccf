using Temporalio.Api.WorkflowService.V1;
using TemporalVideo.DevServer.Executions.State;
using TemporalVideo.DevServer.Matching;
using static TemporalVideo.DevServer.Executions.State.WorkflowTaskState.Types;

namespace TemporalVideo.DevServer.Executions.WorkflowTasks;

/// <summary>Hands a scheduled workflow task to a worker.</summary>
internal static class WorkflowTaskStart
{
    /// <summary>Starts the task that was offered; null when the offer no longer stands.</summary>
    public static PollWorkflowTaskQueueResponse? FromQueue(WorkflowTransaction transaction, QueueTask offer, string identity,
        string buildId)
    {
        if (transaction.Find(offer.RunId) is not { IsOpen: true } run
            || run.State.WorkflowTask is not { StartedEventId: 0 } task
            || task.Stamp != offer.Id)
        {
            return null;
        }

        var sticky = task.Sticky && offer.Queue.Name == task.Queue;
        if (task.Sticky && !sticky)
        {
            run.Change().StickyQueue = "";
        }

        return Start(run, task, identity, buildId, Guid.NewGuid().ToString(), partialHistory: sticky);
    }

    /// <summary>Starts a scheduled task.</summary>
    /// <param name="run">The run.</param>
    /// <param name="task">Its scheduled task.</param>
    /// <param name="identity">The worker.</param>
    /// <param name="buildId">Its build; empty if it gave none.</param>
    /// <param name="requestId">Written to the Started event.</param>
    /// <param name="partialHistory">Send only what is new since the last completed task.</param>
    public static PollWorkflowTaskQueueResponse Start(
        WorkflowRun run, WorkflowTaskState task, string identity, string buildId, string requestId, bool partialHistory)
    {
        if (task.Kind == Kind.Transient && task.ScheduledEventId != run.State.NextEventId)
        {
            // Something was written meanwhile: the borrowed ids are gone, and the failures count no longer.
            task.Kind = Kind.Normal;
            task.Attempt = 1;
            run.Change().WorkflowTaskAttempt = 1;
            WorkflowTaskStorage.WriteScheduled(run, task);
        }

        task.StartedTime = run.Now;
        task.Identity = identity;
        task.BuildId = buildId;
        task.RequestId = requestId;
        task.HistorySizeBytes = run.State.HistorySizeBytes;
        task.SuggestContinueAsNew = Limits.SuggestsContinueAsNew(run.State);
        switch (task.Kind)
        {
            case Kind.Normal:
                WorkflowTaskStorage.WriteStarted(run, task, identity);
                break;
            case Kind.Transient:
                run.Change();
                task.StartedEventId = task.ScheduledEventId + 1;
                break;
            case Kind.Speculative:
                task.StartedEventId = task.ScheduledEventId + 1;
                break;
        }

        return WorkflowTaskResponse.Build(run, task, partialHistory);
    }
}
