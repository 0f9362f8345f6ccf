using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;
using TemporalVideo.DevServer.Executions.State;

namespace TemporalVideo.DevServer.Executions.Events;

/// <summary>Signals and cancel requests to other workflows: pending from Initiated until answered.</summary>
internal static class ExternalEvents
{
    public static Dictionary<EventType, Action<WorkflowRun, HistoryEvent>> Table { get; } = new()
    {
        [EventType.SignalExternalWorkflowExecutionInitiated] = Initiated,
        [EventType.RequestCancelExternalWorkflowExecutionInitiated] = Initiated,
        [EventType.ExternalWorkflowExecutionSignaled] = static (run, ended) =>
            run.Externals.Remove(ended.ExternalWorkflowExecutionSignaledEventAttributes.InitiatedEventId),
        [EventType.SignalExternalWorkflowExecutionFailed] = static (run, ended) =>
            run.Externals.Remove(ended.SignalExternalWorkflowExecutionFailedEventAttributes.InitiatedEventId),
        [EventType.ExternalWorkflowExecutionCancelRequested] = static (run, ended) =>
            run.Externals.Remove(ended.ExternalWorkflowExecutionCancelRequestedEventAttributes.InitiatedEventId),
        [EventType.RequestCancelExternalWorkflowExecutionFailed] = static (run, ended) =>
            run.Externals.Remove(ended.RequestCancelExternalWorkflowExecutionFailedEventAttributes.InitiatedEventId),
    };

    private static void Initiated(WorkflowRun run, HistoryEvent initiated) =>
        run.Externals.Add(initiated.EventId, new ExternalState { InitiatedEventId = initiated.EventId });
}
