using Google.Protobuf;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;

namespace TemporalVideo.DevServer.Executions.Closing;

/// <summary>The event that a child's end becomes in its parent; the started event id is filled in there.</summary>
internal static class ChildOutcomes
{
    public static HistoryEvent ForParent(WorkflowRun child, HistoryEvent closing)
    {
        var outcome = Outcome(closing);
        Set(outcome, "namespace", child.Transaction.Engine.NamespaceName(child));
        Set(outcome, "namespace_id", child.State.NamespaceId);
        Set(outcome, "workflow_execution", new WorkflowExecution { WorkflowId = child.State.WorkflowId, RunId = child.RunId });
        Set(outcome, "workflow_type", child.Start.WorkflowType);
        Set(outcome, "initiated_event_id", child.Start.ParentInitiatedEventId);
        return outcome;
    }

    /// <summary>Sets the id of the parent's ChildWorkflowExecutionStarted.</summary>
    public static void SetStartedId(HistoryEvent outcome, long startedId) => Set(outcome, "started_event_id", startedId);

    /// <summary>The event with what is its own; what all of them say of the child comes later.</summary>
    private static HistoryEvent Outcome(HistoryEvent closing) => closing.EventType switch
    {
        EventType.WorkflowExecutionCompleted => new HistoryEvent
        {
            EventType = EventType.ChildWorkflowExecutionCompleted,
            ChildWorkflowExecutionCompletedEventAttributes = new() { Result = closing.WorkflowExecutionCompletedEventAttributes.Result },
        },
        EventType.WorkflowExecutionFailed => new HistoryEvent
        {
            EventType = EventType.ChildWorkflowExecutionFailed,
            ChildWorkflowExecutionFailedEventAttributes = new()
            {
                Failure = closing.WorkflowExecutionFailedEventAttributes.Failure,
                RetryState = closing.WorkflowExecutionFailedEventAttributes.RetryState,
            },
        },
        EventType.WorkflowExecutionCanceled => new HistoryEvent
        {
            EventType = EventType.ChildWorkflowExecutionCanceled,
            ChildWorkflowExecutionCanceledEventAttributes = new() { Details = closing.WorkflowExecutionCanceledEventAttributes.Details },
        },
        EventType.WorkflowExecutionTimedOut => new HistoryEvent
        {
            EventType = EventType.ChildWorkflowExecutionTimedOut,
            ChildWorkflowExecutionTimedOutEventAttributes =
                new() { RetryState = closing.WorkflowExecutionTimedOutEventAttributes.RetryState },
        },
        _ => new HistoryEvent
        {
            EventType = EventType.ChildWorkflowExecutionTerminated,
            ChildWorkflowExecutionTerminatedEventAttributes = new(),
        },
    };

    /// <summary>The attributes of all these events have the fields about the child in common, but no type.</summary>
    private static void Set(HistoryEvent outcome, string field, object? value)
    {
        var attributes = (IMessage)HistoryEvent.Descriptor.Oneofs[0].Accessor.GetCaseFieldDescriptor(outcome).Accessor.GetValue(outcome);
        attributes.Descriptor.FindFieldByName(field).Accessor.SetValue(attributes, value);
    }
}
