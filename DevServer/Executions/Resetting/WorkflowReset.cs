using Temporalio.Api.Enums.V1;
using Temporalio.Api.Failure.V1;
using Temporalio.Api.History.V1;
using Temporalio.Api.WorkflowService.V1;
using TemporalVideo.DevServer.Errors;
using TemporalVideo.DevServer.Executions.Activities;
using TemporalVideo.DevServer.Executions.Closing;
using TemporalVideo.DevServer.Executions.State;
using TemporalVideo.DevServer.Executions.WorkflowTasks;
using TemporalVideo.DevServer.Histories;

namespace TemporalVideo.DevServer.Executions.Resetting;

/// <summary>
/// Makes a new run from the first part of an old one's history: the state is rebuilt by the table that also applies live events,
/// and what came from outside after that point comes again.
/// </summary>
internal static class WorkflowReset
{
    private const string Identity = "history-service";
    private const string Resetter = "history-resetter";

    public static ResetWorkflowExecutionResponse Reset(WorkflowTransaction transaction, ResetWorkflowExecutionRequest request)
    {
        if (request.RequestId.Length > 0 && transaction.Current is { } current && current.State.CreationRequestId == request.RequestId)
        {
            return new ResetWorkflowExecutionResponse { RunId = current.RunId };
        }

        var old = Requests.Run(transaction, request.WorkflowExecution.RunId);
        CheckPoint(old, request.WorkflowTaskFinishEventId);
        if (transaction.Current is { IsOpen: true } open)
        {
            RunClosing.TerminateForReset(open, request.Reason, Resetter);
        }

        var runId = Guid.NewGuid().ToString();
        var run = Create(transaction, old, runId, request.RequestId);
        foreach (var past in old.EventsBetween(1, request.WorkflowTaskFinishEventId - 1))
        {
            run.Replay(past);
        }

        Settle(run);
        FailTask(run, old, request.Reason);
        foreach (var again in ReappliedEvents.After(transaction, old, request))
        {
            ReappliedEvents.Apply(run, again);
        }

        foreach (var activity in run.Activities.Values)
        {
            ActivityLifecycle.Offer(run, activity);
        }

        WorkflowTaskScheduler.ScheduleIfNone(run);
        old.Change().ResetRunId = runId;
        return new ResetWorkflowExecutionResponse { RunId = runId };
    }

    /// <summary>The event before the point must be one that a workflow task began with.</summary>
    private static void CheckPoint(WorkflowRun run, long finishEventId)
    {
        if (finishEventId <= 1 || finishEventId > run.State.NextEventId)
        {
            throw ServiceErrors.InvalidArgument("Workflow task finish ID must be > 1 && <= workflow last event ID.");
        }

        if (run.Event(finishEventId - 1).EventType is not (EventType.WorkflowTaskStarted or EventType.WorkflowTaskScheduled))
        {
            throw ServiceErrors.InvalidArgument(
                $"Workflow task finish ID {finishEventId} does not belong to a workflow task: use the ID of a WorkflowTaskStarted, "
                    + $"Completed, Failed or TimedOut event.");
        }
    }

    private static WorkflowRun Create(WorkflowTransaction transaction, WorkflowRun old, string runId, string requestId)
    {
        var runKey = transaction.Engine.NextRunKey();
        var run = new WorkflowRun(
            runKey,
            new RunState
            {
                NamespaceId = old.State.NamespaceId,
                WorkflowId = old.State.WorkflowId,
                RunId = runId,
                NextEventId = 1,
                CreationRequestId = requestId.Length > 0 ? requestId : Guid.NewGuid().ToString(),
            },
            new RunHistory(transaction.Engine.Database, runKey, nextEventId: 1),
            isNew: true);
        transaction.AddRun(run);
        return run;
    }

    /// <summary>Turns the rebuilt past into a present: the run begins now, and what it was waiting for begins again.</summary>
    private static void Settle(WorkflowRun run)
    {
        if (run.Children.Count > 0)
        {
            throw ServiceErrors.InvalidArgument("WorkflowExecution cannot be reset to a point at which child workflows were pending.");
        }

        run.Externals.Clear();
        foreach (var activity in run.Activities.Values)
        {
            run.Activities.Edit(activity.ScheduledEventId);
            activity.FirstScheduledTime = run.Now;
            activity.ScheduledTime = run.Now;
        }

        var state = run.Change();
        state.LastResetTime = run.Now;
        state.StartTime = run.Now;
        state.ExecutionTime = run.Now;
        state.AwaitsFirstTask = false;
        var timeout = Ticks.Of(run.Start.WorkflowRunTimeout);
        state.RunExpirationTime = Ticks.MinLimit(timeout == 0 ? 0 : Ticks.Add(run.Now, timeout), state.ExecutionExpirationTime);
    }

    private static void FailTask(WorkflowRun run, WorkflowRun old, string reason)
    {
        var last = run.NewEvents[^1];
        if (last.EventType == EventType.WorkflowTaskScheduled)
        {
            last = run.Add(new HistoryEvent
            {
                EventType = EventType.WorkflowTaskStarted,
                WorkflowTaskStartedEventAttributes = new WorkflowTaskStartedEventAttributes
                {
                    ScheduledEventId = last.EventId,
                    Identity = Identity,
                    RequestId = Guid.NewGuid().ToString(),
                },
            });
        }

        run.Add(new HistoryEvent
        {
            EventType = EventType.WorkflowTaskFailed,
            WorkflowTaskFailedEventAttributes = new WorkflowTaskFailedEventAttributes
            {
                ScheduledEventId = last.WorkflowTaskStartedEventAttributes.ScheduledEventId,
                StartedEventId = last.EventId,
                Cause = WorkflowTaskFailedCause.ResetWorkflow,
                Failure = new Failure { Message = reason, Source = "Server", ResetWorkflowFailureInfo = new ResetWorkflowFailureInfo() },
                Identity = Identity,
                BaseRunId = old.RunId,
                NewRunId = run.RunId,
            },
        });
    }
}
