using Temporalio.Api.Enums.V1;

namespace Temporalio.Worker.Histories;

/// <summary>What the types of history events mean to a worker.</summary>
internal static class EventKinds
{
    /// <summary>Whether the event was written because a workflow task's completion carried a command.</summary>
    public static bool IsCommandEvent(this EventType type) => type is
        EventType.ActivityTaskScheduled or
        EventType.ActivityTaskCancelRequested or
        EventType.TimerStarted or
        EventType.TimerCanceled or
        EventType.StartChildWorkflowExecutionInitiated or
        EventType.SignalExternalWorkflowExecutionInitiated or
        EventType.RequestCancelExternalWorkflowExecutionInitiated or
        EventType.MarkerRecorded or
        EventType.UpsertWorkflowSearchAttributes or
        EventType.WorkflowPropertiesModified or
        EventType.WorkflowExecutionUpdateAccepted or
        EventType.WorkflowExecutionUpdateCompleted or
        EventType.WorkflowExecutionCompleted or
        EventType.WorkflowExecutionFailed or
        EventType.WorkflowExecutionCanceled or
        EventType.WorkflowExecutionContinuedAsNew or
        EventType.NexusOperationScheduled or
        EventType.NexusOperationCancelRequested;

    /// <summary>Whether nothing can follow the event in its run.</summary>
    public static bool ClosesWorkflow(this EventType type) => type is
        EventType.WorkflowExecutionCompleted or
        EventType.WorkflowExecutionFailed or
        EventType.WorkflowExecutionCanceled or
        EventType.WorkflowExecutionContinuedAsNew or
        EventType.WorkflowExecutionTimedOut or
        EventType.WorkflowExecutionTerminated;

    /// <summary>Whether a started workflow task that is followed by this event has come to nothing.</summary>
    public static bool AbandonsStartedTask(this EventType type) => type is
        EventType.WorkflowTaskFailed or
        EventType.WorkflowTaskTimedOut or
        EventType.WorkflowExecutionTimedOut or
        EventType.WorkflowExecutionTerminated or
        EventType.WorkflowExecutionCanceled;
}
