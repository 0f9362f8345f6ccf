using Temporalio.Api.Common.V1;
using Temporalio.Converters;

namespace Temporalio.Workflows;

/// <summary>What a run knows about itself from its start. Times are UTC.</summary>
/// <param name="Attempt">Attempt of the workflow's retry policy, from 1.</param>
/// <param name="ContinuedRunId">Run that continued as this one, or null.</param>
/// <param name="CronSchedule">Cron expression, or null.</param>
/// <param name="ExecutionTimeout">Longest time including retries and continued runs, or null.</param>
/// <param name="FirstExecutionRunId">First run of the chain.</param>
/// <param name="Headers">Headers of the start, or null.</param>
/// <param name="LastFailure">Failure of the run before, or null.</param>
/// <param name="LastResult">Result of the run before, or null.</param>
/// <param name="Namespace">Namespace.</param>
/// <param name="Parent">Parent workflow, or null.</param>
/// <param name="Priority">Priority, or null.</param>
/// <param name="RetryPolicy">Retry policy, or null.</param>
/// <param name="Root">First ancestor, or null when this is it.</param>
/// <param name="RunId">Run id.</param>
/// <param name="RunTimeout">Longest time of the run, or null.</param>
/// <param name="StartTime">When the first task of the run started.</param>
/// <param name="TaskQueue">Task queue.</param>
/// <param name="TaskTimeout">Longest time of one workflow task.</param>
/// <param name="WorkflowId">Workflow id.</param>
/// <param name="WorkflowStartTime">When the run was started.</param>
/// <param name="WorkflowType">Workflow type.</param>
public record WorkflowInfo(
    int Attempt,
    string? ContinuedRunId,
    string? CronSchedule,
    TimeSpan? ExecutionTimeout,
    string FirstExecutionRunId,
    IReadOnlyDictionary<string, Payload>? Headers,
    Exception? LastFailure,
    IReadOnlyCollection<IRawValue>? LastResult,
    string Namespace,
    WorkflowInfo.ParentInfo? Parent,
    Common.Priority? Priority,
    Common.RetryPolicy? RetryPolicy,
    WorkflowInfo.RootInfo? Root,
    string RunId,
    TimeSpan? RunTimeout,
    DateTime StartTime,
    string TaskQueue,
    TimeSpan TaskTimeout,
    string WorkflowId,
    DateTime WorkflowStartTime,
    string WorkflowType)
{
    /// <summary>Values that log entries of the workflow carry.</summary>
    internal Dictionary<string, object> LoggerScope => new()
    {
        ["Attempt"] = Attempt,
        ["Namespace"] = Namespace,
        ["RunId"] = RunId,
        ["TaskQueue"] = TaskQueue,
        ["WorkflowId"] = WorkflowId,
        ["WorkflowType"] = WorkflowType,
    };

    /// <summary>The parent of a child workflow.</summary>
    /// <param name="Namespace">Its namespace.</param>
    /// <param name="RunId">Its run id.</param>
    /// <param name="WorkflowId">Its workflow id.</param>
    public record ParentInfo(string Namespace, string RunId, string WorkflowId);

    /// <summary>The first ancestor of a child workflow.</summary>
    /// <param name="RunId">Its run id.</param>
    /// <param name="WorkflowId">Its workflow id.</param>
    public record RootInfo(string RunId, string WorkflowId);
}
