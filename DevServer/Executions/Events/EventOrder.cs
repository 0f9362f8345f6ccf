using System.Collections.Frozen;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;
using static Temporalio.Api.Enums.V1.EventType;

namespace TemporalVideo.DevServer.Executions.Events;

/// <summary>Which events wait while a workflow task runs, and in what order they are written afterwards.</summary>
internal static class EventOrder
{
    private static readonly FrozenSet<EventType> Outcomes = FrozenSet.ToFrozenSet(
    [
        ActivityTaskCompleted, ActivityTaskFailed, ActivityTaskTimedOut, ActivityTaskCanceled,
        ChildWorkflowExecutionCompleted, ChildWorkflowExecutionFailed, ChildWorkflowExecutionTimedOut,
        ChildWorkflowExecutionCanceled, ChildWorkflowExecutionTerminated,
    ]);

    private static readonly FrozenSet<EventType> Others = FrozenSet.ToFrozenSet(
    [
        WorkflowExecutionSignaled, WorkflowExecutionCancelRequested, TimerFired, ActivityTaskStarted,
        ChildWorkflowExecutionStarted, StartChildWorkflowExecutionFailed,
        ExternalWorkflowExecutionSignaled, SignalExternalWorkflowExecutionFailed,
        ExternalWorkflowExecutionCancelRequested, RequestCancelExternalWorkflowExecutionFailed,
    ]);

    /// <summary>What comes from outside of the workflow task.</summary>
    public static bool MustWait(EventType type) => Others.Contains(type) || Outcomes.Contains(type);

    /// <summary>The buffered events in the order of writing: outcomes of activities and children behind everything else.</summary>
    public static IEnumerable<HistoryEvent> Flush(IEnumerable<KeyValuePair<long, HistoryEvent>> buffer)
    {
        var arrived = buffer.OrderBy(entry => entry.Key).Select(entry => entry.Value.Clone()).ToList();
        return arrived.Where(entry => !Outcomes.Contains(entry.EventType))
            .Concat(arrived.Where(entry => Outcomes.Contains(entry.EventType)));
    }
}
