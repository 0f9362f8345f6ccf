using Temporalio.Api.Command.V1;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Failure.V1;
using Temporalio.Api.History.V1;
using TemporalVideo.DevServer.Executions.WorkflowTasks;

namespace TemporalVideo.DevServer.Executions.Closing;

/// <summary>The ways in which a run ends.</summary>
internal static class RunClosing
{
    public static void Complete(WorkflowRun run, Payloads? result, long taskCompletedId)
    {
        var next = Successors.AfterCompletion(run, result);
        Finish(run, new HistoryEvent
        {
            EventType = EventType.WorkflowExecutionCompleted,
            WorkflowExecutionCompletedEventAttributes = new WorkflowExecutionCompletedEventAttributes
            {
                Result = result,
                WorkflowTaskCompletedEventId = taskCompletedId,
                NewExecutionRunId = next?.RunId ?? "",
            },
        }, next);
    }

    public static void Fail(WorkflowRun run, Failure failure, long taskCompletedId)
    {
        var (state, next) = Successors.AfterFailure(run, failure, mayRetry: true);
        Finish(run, new HistoryEvent
        {
            EventType = EventType.WorkflowExecutionFailed,
            WorkflowExecutionFailedEventAttributes = new WorkflowExecutionFailedEventAttributes
            {
                Failure = failure,
                RetryState = state,
                WorkflowTaskCompletedEventId = taskCompletedId,
                NewExecutionRunId = next?.RunId ?? "",
            },
        }, next);
    }

    public static void Cancel(WorkflowRun run, Payloads? details, long taskCompletedId) => Finish(run, new HistoryEvent
    {
        EventType = EventType.WorkflowExecutionCanceled,
        WorkflowExecutionCanceledEventAttributes = new WorkflowExecutionCanceledEventAttributes
        {
            Details = details,
            WorkflowTaskCompletedEventId = taskCompletedId,
        },
    }, next: null);

    public static void ContinueAsNew(WorkflowRun run, ContinueAsNewWorkflowExecutionCommandAttributes command, long taskCompletedId)
    {
        var next = Successors.ContinuedAsNew(run, command);
        Finish(run, new HistoryEvent
        {
            EventType = EventType.WorkflowExecutionContinuedAsNew,
            WorkflowExecutionContinuedAsNewEventAttributes = new WorkflowExecutionContinuedAsNewEventAttributes
            {
                NewExecutionRunId = next.RunId,
                WorkflowType = next.Attributes.WorkflowType,
                TaskQueue = next.Attributes.TaskQueue,
                Input = next.Attributes.Input,
                WorkflowRunTimeout = next.Attributes.WorkflowRunTimeout,
                WorkflowTaskTimeout = next.Attributes.WorkflowTaskTimeout,
                WorkflowTaskCompletedEventId = taskCompletedId,
                BackoffStartInterval = command.BackoffStartInterval,
                Initiator = command.Initiator,
                LastCompletionResult = next.Attributes.LastCompletionResult,
                Header = next.Attributes.Header,
                Memo = next.Attributes.Memo,
                SearchAttributes = next.Attributes.SearchAttributes,
                InheritBuildId = command.InheritBuildId,
            },
        }, next);
    }

    /// <summary>Ends the run from outside, at once.</summary>
    public static void Terminate(WorkflowRun run, string reason, Payloads? details, string identity, IEnumerable<Link>? links = null)
    {
        WorkflowTaskFailure.ForceClose(run);
        var terminated = new HistoryEvent
        {
            EventType = EventType.WorkflowExecutionTerminated,
            WorkflowExecutionTerminatedEventAttributes = new WorkflowExecutionTerminatedEventAttributes
            {
                Reason = reason,
                Details = details,
                Identity = identity,
            },
        };
        if (links is not null)
        {
            terminated.Links.AddRange(links);
        }

        Finish(run, terminated, next: null);
    }

    /// <summary>Ends a run that a reset replaces: neither its parent nor its children hear of it.</summary>
    public static void TerminateForReset(WorkflowRun run, string reason, string identity)
    {
        WorkflowTaskFailure.ForceClose(run);
        run.Add(new HistoryEvent
        {
            EventType = EventType.WorkflowExecutionTerminated,
            WorkflowExecutionTerminatedEventAttributes =
                new WorkflowExecutionTerminatedEventAttributes { Reason = reason, Identity = identity },
        });
        RunEnd.ReleaseWaiters(run, continuedAsNew: true);
        RunEnd.Forget(run);
    }

    /// <summary>The run timeout or the execution timeout is reached.</summary>
    public static void TimeOut(WorkflowRun run)
    {
        WorkflowTaskFailure.ForceClose(run);
        var chainEnds = run.State.ExecutionExpirationTime > 0 && run.State.ExecutionExpirationTime <= run.Now;
        var failure = new Failure
        {
            Message = "workflow timeout",
            Source = "Server",
            TimeoutFailureInfo = new TimeoutFailureInfo { TimeoutType = TimeoutType.StartToClose },
        };
        var (state, next) = chainEnds ? (RetryState.Timeout, null) : Successors.AfterFailure(run, failure, mayRetry: true);
        Finish(run, new HistoryEvent
        {
            EventType = EventType.WorkflowExecutionTimedOut,
            WorkflowExecutionTimedOutEventAttributes = new WorkflowExecutionTimedOutEventAttributes
            {
                RetryState = state,
                NewExecutionRunId = next?.RunId ?? "",
            },
        }, next);
    }

    private static void Finish(WorkflowRun run, HistoryEvent closing, Successor? next)
    {
        var continuedAsNew = closing.EventType == EventType.WorkflowExecutionContinuedAsNew;
        run.Add(closing);
        RunEnd.TellChildren(run);
        if (next is null)
        {
            RunEnd.TellParent(run, closing);
        }

        RunEnd.ReleaseWaiters(run, continuedAsNew);
        RunEnd.Forget(run);
        if (next is not null)
        {
            Successors.Start(run, next);
        }
    }
}
