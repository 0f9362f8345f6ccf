using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;
using TemporalVideo.DevServer.Executions.State;

namespace TemporalVideo.DevServer.Executions.Events;

/// <summary>Start, signals, cancel request and end of a run.</summary>
internal static class RunEvents
{
    public static Dictionary<EventType, Action<WorkflowRun, HistoryEvent>> Table { get; } = new()
    {
        [EventType.WorkflowExecutionStarted] = Started,
        [EventType.WorkflowExecutionSignaled] = static (run, _) => run.Change().SignalCount++,
        [EventType.WorkflowExecutionCancelRequested] = static (run, _) => run.Change().CancelRequested = true,
        [EventType.WorkflowExecutionCompleted] = Closed(WorkflowExecutionStatus.Completed),
        [EventType.WorkflowExecutionFailed] = Closed(WorkflowExecutionStatus.Failed),
        [EventType.WorkflowExecutionCanceled] = Closed(WorkflowExecutionStatus.Canceled),
        [EventType.WorkflowExecutionTerminated] = Closed(WorkflowExecutionStatus.Terminated),
        [EventType.WorkflowExecutionTimedOut] = Closed(WorkflowExecutionStatus.TimedOut),
        [EventType.WorkflowExecutionContinuedAsNew] = Closed(WorkflowExecutionStatus.ContinuedAsNew),
    };

    private static void Started(WorkflowRun run, HistoryEvent started)
    {
        var attributes = started.WorkflowExecutionStartedEventAttributes;
        var state = run.Change();
        state.Status = WorkflowExecutionStatus.Running;
        state.WorkflowTaskAttempt = 1;
        state.StartTime = Ticks.Of(started.EventTime);
        state.OriginalStartTime = state.StartTime;
        var backoff = Ticks.Of(attributes.FirstWorkflowTaskBackoff);
        state.ExecutionTime = Ticks.Add(state.StartTime, backoff);
        state.AwaitsFirstTask = backoff > 0;
        state.ExecutionExpirationTime = attributes.WorkflowExecutionExpirationTime is { } end ? Ticks.Of(end) : 0;
        var runTimeout = Ticks.Of(attributes.WorkflowRunTimeout);
        state.RunExpirationTime =
            Ticks.MinLimit(runTimeout == 0 ? 0 : Ticks.Add(state.ExecutionTime, runTimeout), state.ExecutionExpirationTime);
        if (attributes.Memo is not null || attributes.SearchAttributes is not null)
        {
            run.AttributeParts.Add(0,
                new AttributesState { Memo = attributes.Memo?.Clone(), SearchAttributes = attributes.SearchAttributes?.Clone() });
        }
    }

    private static Action<WorkflowRun, HistoryEvent> Closed(WorkflowExecutionStatus status) => (run, closed) =>
    {
        var state = run.Change();
        state.Status = status;
        state.CloseTime = Ticks.Of(closed.EventTime);
        state.WorkflowTask = null;
        run.VisibilityChanged = true;
    };
}
