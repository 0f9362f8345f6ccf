using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;

namespace TemporalVideo.DevServer.Executions.Closing;

/// <summary>The event that a child's end becomes in its parent; the started event id is filled in there.</summary>
internal static class ChildOutcomes
{
    public static HistoryEvent ForParent(WorkflowRun child, HistoryEvent closing)
    {
        var ns = child.Transaction.Engine.NamespaceName(child);
        var nsId = child.State.NamespaceId;
        var execution = new WorkflowExecution { WorkflowId = child.State.WorkflowId, RunId = child.RunId };
        var type = child.Start.WorkflowType;
        var initiated = child.Start.ParentInitiatedEventId;
        return closing.EventType switch
        {
            EventType.WorkflowExecutionCompleted => new HistoryEvent
            {
                EventType = EventType.ChildWorkflowExecutionCompleted,
                ChildWorkflowExecutionCompletedEventAttributes = new ChildWorkflowExecutionCompletedEventAttributes
                {
                    Result = closing.WorkflowExecutionCompletedEventAttributes.Result,
                    Namespace = ns,
                    NamespaceId = nsId,
                    WorkflowExecution = execution,
                    WorkflowType = type,
                    InitiatedEventId = initiated,
                },
            },
            EventType.WorkflowExecutionFailed => new HistoryEvent
            {
                EventType = EventType.ChildWorkflowExecutionFailed,
                ChildWorkflowExecutionFailedEventAttributes = new ChildWorkflowExecutionFailedEventAttributes
                {
                    Failure = closing.WorkflowExecutionFailedEventAttributes.Failure,
                    RetryState = closing.WorkflowExecutionFailedEventAttributes.RetryState,
                    Namespace = ns,
                    NamespaceId = nsId,
                    WorkflowExecution = execution,
                    WorkflowType = type,
                    InitiatedEventId = initiated,
                },
            },
            EventType.WorkflowExecutionCanceled => new HistoryEvent
            {
                EventType = EventType.ChildWorkflowExecutionCanceled,
                ChildWorkflowExecutionCanceledEventAttributes = new ChildWorkflowExecutionCanceledEventAttributes
                {
                    Details = closing.WorkflowExecutionCanceledEventAttributes.Details,
                    Namespace = ns,
                    NamespaceId = nsId,
                    WorkflowExecution = execution,
                    WorkflowType = type,
                    InitiatedEventId = initiated,
                },
            },
            EventType.WorkflowExecutionTimedOut => new HistoryEvent
            {
                EventType = EventType.ChildWorkflowExecutionTimedOut,
                ChildWorkflowExecutionTimedOutEventAttributes = new ChildWorkflowExecutionTimedOutEventAttributes
                {
                    RetryState = closing.WorkflowExecutionTimedOutEventAttributes.RetryState,
                    Namespace = ns,
                    NamespaceId = nsId,
                    WorkflowExecution = execution,
                    WorkflowType = type,
                    InitiatedEventId = initiated,
                },
            },
            _ => new HistoryEvent
            {
                EventType = EventType.ChildWorkflowExecutionTerminated,
                ChildWorkflowExecutionTerminatedEventAttributes = new ChildWorkflowExecutionTerminatedEventAttributes
                {
                    Namespace = ns,
                    NamespaceId = nsId,
                    WorkflowExecution = execution,
                    WorkflowType = type,
                    InitiatedEventId = initiated,
                },
            },
        };
    }

    /// <summary>Sets the id of the parent's ChildWorkflowExecutionStarted.</summary>
    public static void SetStartedId(HistoryEvent outcome, long startedId)
    {
        switch (outcome.EventType)
        {
            case EventType.ChildWorkflowExecutionCompleted:
                outcome.ChildWorkflowExecutionCompletedEventAttributes.StartedEventId = startedId;
                break;
            case EventType.ChildWorkflowExecutionFailed:
                outcome.ChildWorkflowExecutionFailedEventAttributes.StartedEventId = startedId;
                break;
            case EventType.ChildWorkflowExecutionCanceled:
                outcome.ChildWorkflowExecutionCanceledEventAttributes.StartedEventId = startedId;
                break;
            case EventType.ChildWorkflowExecutionTimedOut:
                outcome.ChildWorkflowExecutionTimedOutEventAttributes.StartedEventId = startedId;
                break;
            case EventType.ChildWorkflowExecutionTerminated:
                outcome.ChildWorkflowExecutionTerminatedEventAttributes.StartedEventId = startedId;
                break;
        }
    }
}
