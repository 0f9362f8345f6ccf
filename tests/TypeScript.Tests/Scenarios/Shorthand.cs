using Temporalio.Api.Enums.V1;

namespace TemporalVideo.TypeScript.Tests.Scenarios;

/// <summary>Short names of event types, as the reference histories are written.</summary>
internal static class Shorthand
{
    private static readonly Dictionary<string, EventType[]> Types = new()
    {
        ["Started"] = [EventType.WorkflowExecutionStarted],
        ["wft"] = [EventType.WorkflowTaskScheduled, EventType.WorkflowTaskStarted, EventType.WorkflowTaskCompleted],
        ["wftS"] = [EventType.WorkflowTaskScheduled],
        ["wftT"] = [EventType.WorkflowTaskStarted],
        ["wftC"] = [EventType.WorkflowTaskCompleted],
        ["wftFailed"] = [EventType.WorkflowTaskFailed],
        ["wftTimedOut"] = [EventType.WorkflowTaskTimedOut],
        ["act"] = [EventType.ActivityTaskScheduled, EventType.ActivityTaskStarted, EventType.ActivityTaskCompleted],
        ["actS"] = [EventType.ActivityTaskScheduled],
        ["actT"] = [EventType.ActivityTaskStarted],
        ["actC"] = [EventType.ActivityTaskCompleted],
        ["actFailed"] = [EventType.ActivityTaskFailed],
        ["actCanceled"] = [EventType.ActivityTaskCanceled],
        ["actCancelRequested"] = [EventType.ActivityTaskCancelRequested],
        ["TimerStarted"] = [EventType.TimerStarted],
        ["TimerFired"] = [EventType.TimerFired],
        ["TimerCanceled"] = [EventType.TimerCanceled],
        ["Signaled"] = [EventType.WorkflowExecutionSignaled],
        ["CancelRequested"] = [EventType.WorkflowExecutionCancelRequested],
        ["UpdateAccepted"] = [EventType.WorkflowExecutionUpdateAccepted],
        ["UpdateCompleted"] = [EventType.WorkflowExecutionUpdateCompleted],
        ["ChildInitiated"] = [EventType.StartChildWorkflowExecutionInitiated],
        ["ChildStarted"] = [EventType.ChildWorkflowExecutionStarted],
        ["ChildCompleted"] = [EventType.ChildWorkflowExecutionCompleted],
        ["ChildFailed"] = [EventType.ChildWorkflowExecutionFailed],
        ["ChildCanceled"] = [EventType.ChildWorkflowExecutionCanceled],
        ["StartChildFailed"] = [EventType.StartChildWorkflowExecutionFailed],
        ["CancelExternalInitiated"] = [EventType.RequestCancelExternalWorkflowExecutionInitiated],
        ["ExternalCancelRequested"] = [EventType.ExternalWorkflowExecutionCancelRequested],
        ["CancelExternalFailed"] = [EventType.RequestCancelExternalWorkflowExecutionFailed],
        ["SignalExternalInitiated"] = [EventType.SignalExternalWorkflowExecutionInitiated],
        ["ExternalSignaled"] = [EventType.ExternalWorkflowExecutionSignaled],
        ["SignalExternalFailed"] = [EventType.SignalExternalWorkflowExecutionFailed],
        ["Marker"] = [EventType.MarkerRecorded],
        ["UpsertSA"] = [EventType.UpsertWorkflowSearchAttributes],
        ["PropertiesModified"] = [EventType.WorkflowPropertiesModified],
        ["Completed"] = [EventType.WorkflowExecutionCompleted],
        ["Failed"] = [EventType.WorkflowExecutionFailed],
        ["Canceled"] = [EventType.WorkflowExecutionCanceled],
        ["Terminated"] = [EventType.WorkflowExecutionTerminated],
        ["ContinuedAsNew"] = [EventType.WorkflowExecutionContinuedAsNew],
    };

    /// <summary>The types behind short names that are separated by blanks.</summary>
    public static IEnumerable<EventType> Read(string events) =>
        events.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(name => Types[name]);
}
