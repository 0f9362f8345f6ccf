using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;
using TemporalVideo.DevServer.Executions.State;

namespace TemporalVideo.DevServer.Executions.Events;

/// <summary>Children: pending from Initiated to an outcome.</summary>
internal static class ChildEvents
{
    public static Dictionary<EventType, Action<WorkflowRun, HistoryEvent>> Table { get; } = new()
    {
        [EventType.StartChildWorkflowExecutionInitiated] = static (run, initiated) =>
        {
            var attributes = initiated.StartChildWorkflowExecutionInitiatedEventAttributes;
            run.Children.Add(initiated.EventId, new ChildState
            {
                InitiatedEventId = initiated.EventId,
                NamespaceId = attributes.NamespaceId,
                WorkflowId = attributes.WorkflowId,
                WorkflowType = attributes.WorkflowType.Name,
                ParentClosePolicy = attributes.ParentClosePolicy,
            });
        },
        [EventType.ChildWorkflowExecutionStarted] = static (run, started) =>
        {
            var attributes = started.ChildWorkflowExecutionStartedEventAttributes;
            if (run.Children.Edit(attributes.InitiatedEventId) is { } child)
            {
                child.RunId = attributes.WorkflowExecution.RunId;
                child.StartedEventId = started.EventId;
            }
        },
        [EventType.StartChildWorkflowExecutionFailed] = static (run, ended) =>
            run.Children.Remove(ended.StartChildWorkflowExecutionFailedEventAttributes.InitiatedEventId),
        [EventType.ChildWorkflowExecutionCompleted] = static (run, ended) =>
            run.Children.Remove(ended.ChildWorkflowExecutionCompletedEventAttributes.InitiatedEventId),
        [EventType.ChildWorkflowExecutionFailed] = static (run, ended) =>
            run.Children.Remove(ended.ChildWorkflowExecutionFailedEventAttributes.InitiatedEventId),
        [EventType.ChildWorkflowExecutionCanceled] = static (run, ended) =>
            run.Children.Remove(ended.ChildWorkflowExecutionCanceledEventAttributes.InitiatedEventId),
        [EventType.ChildWorkflowExecutionTimedOut] = static (run, ended) =>
            run.Children.Remove(ended.ChildWorkflowExecutionTimedOutEventAttributes.InitiatedEventId),
        [EventType.ChildWorkflowExecutionTerminated] = static (run, ended) =>
            run.Children.Remove(ended.ChildWorkflowExecutionTerminatedEventAttributes.InitiatedEventId),
    };
}
