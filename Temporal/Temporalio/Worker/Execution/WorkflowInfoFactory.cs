using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.History.V1;
using Temporalio.Converters;
using Temporalio.Workflows;

namespace Temporalio.Worker.Execution;

/// <summary>Makes a run's information from its first event.</summary>
internal static class WorkflowInfoFactory
{
    public static WorkflowInfo Create(WorkflowSetup setup, HistoryEvent started, string runId, DateTime now)
    {
        var a = started.WorkflowExecutionStartedEventAttributes;
        var converter = setup.DataConverter;
        return new(
            Attempt: a.Attempt,
            ContinuedRunId: NullIfEmpty(a.ContinuedExecutionRunId),
            CronSchedule: NullIfEmpty(a.CronSchedule),
            ExecutionTimeout: NullIfZero(a.WorkflowExecutionTimeout),
            FirstExecutionRunId: a.FirstExecutionRunId,
            Headers: a.Header?.Fields,
            LastFailure: a.ContinuedFailure is { } failure
                ? converter.FailureConverter.ToException(failure, converter.PayloadConverter)
                : null,
            LastResult: a.LastCompletionResult is { Payloads_.Count: > 0 } last ? [.. last.Payloads_.Select(p => new RawValue(p))] : null,
            Namespace: setup.Namespace,
            Parent: a.ParentWorkflowExecution is { WorkflowId.Length: > 0 } parent
                ? new(a.ParentWorkflowNamespace, parent.RunId, parent.WorkflowId)
                : null,
            Priority: a.Priority is { } priority ? new Common.Priority(priority) : null,
            RetryPolicy: a.RetryPolicy is { } retry ? Common.RetryPolicy.FromProto(retry) : null,
            Root: a.RootWorkflowExecution is { WorkflowId.Length: > 0 } root && root.RunId != runId ? new(root.RunId, root.WorkflowId) : null,
            RunId: runId,
            RunTimeout: NullIfZero(a.WorkflowRunTimeout),
            StartTime: now,
            TaskQueue: a.TaskQueue?.Name ?? string.Empty,
            TaskTimeout: a.WorkflowTaskTimeout?.ToTimeSpan() ?? TimeSpan.FromSeconds(10),
            WorkflowId: a.WorkflowId,
            WorkflowStartTime: started.EventTime?.ToDateTime() ?? now,
            WorkflowType: a.WorkflowType.Name);
    }

    private static string? NullIfEmpty(string value) => value.Length == 0 ? null : value;

    private static TimeSpan? NullIfZero(Duration? duration) =>
        duration?.ToTimeSpan() is { } span && span > TimeSpan.Zero ? span : null;
}
