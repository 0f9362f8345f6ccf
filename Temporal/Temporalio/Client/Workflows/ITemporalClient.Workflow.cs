using System.Linq.Expressions;
using Temporalio.Exceptions;

namespace Temporalio.Client;

public partial interface ITemporalClient
{
    /// <summary>Starts a workflow by a call of its run method.</summary>
    /// <param name="workflowRunCall">The call, <c>wf => wf.RunAsync(…)</c>.</param>
    /// <param name="options">Options; id and task queue are required.</param>
    /// <exception cref="ArgumentException">The call or the options are wrong.</exception>
    /// <exception cref="WorkflowAlreadyStartedException">The id is in use, and the policies forbid to use it again.</exception>
    /// <exception cref="RpcException">The call failed otherwise.</exception>
    Task<WorkflowHandle<TWorkflow, TResult>> StartWorkflowAsync<TWorkflow, TResult>(
        Expression<Func<TWorkflow, Task<TResult>>> workflowRunCall, WorkflowOptions options);

    /// <summary>Starts a workflow by a call of its run method.</summary>
    /// <inheritdoc cref="StartWorkflowAsync{TWorkflow, TResult}(Expression{Func{TWorkflow, Task{TResult}}}, WorkflowOptions)" />
    Task<WorkflowHandle<TWorkflow>> StartWorkflowAsync<TWorkflow>(
        Expression<Func<TWorkflow, Task>> workflowRunCall, WorkflowOptions options);

    /// <summary>Starts a workflow by name.</summary>
    /// <param name="workflow">Workflow type.</param>
    /// <param name="args">Arguments.</param>
    /// <param name="options">Options; id and task queue are required.</param>
    /// <exception cref="ArgumentException">The options are wrong.</exception>
    /// <exception cref="WorkflowAlreadyStartedException">The id is in use, and the policies forbid to use it again.</exception>
    /// <exception cref="RpcException">The call failed otherwise.</exception>
    Task<WorkflowHandle> StartWorkflowAsync(string workflow, IReadOnlyCollection<object?> args, WorkflowOptions options);

    /// <summary>A handle of an existing workflow; makes no call.</summary>
    /// <param name="id">Workflow id.</param>
    /// <param name="runId">Run id; null means the latest run.</param>
    /// <param name="firstExecutionRunId">First run of the chain, which cancel and terminate then insist on.</param>
    WorkflowHandle GetWorkflowHandle(string id, string? runId = null, string? firstExecutionRunId = null);

    /// <inheritdoc cref="GetWorkflowHandle(string, string?, string?)" />
    WorkflowHandle<TWorkflow> GetWorkflowHandle<TWorkflow>(string id, string? runId = null, string? firstExecutionRunId = null);

    /// <inheritdoc cref="GetWorkflowHandle(string, string?, string?)" />
    WorkflowHandle<TWorkflow, TResult> GetWorkflowHandle<TWorkflow, TResult>(
        string id, string? runId = null, string? firstExecutionRunId = null);

    /// <summary>Starts an update, and the workflow if need be, in one call; the workflow may start although the update fails.</summary>
    /// <param name="updateCall">The call, <c>wf => wf.UpdateAsync(…)</c>.</param>
    /// <param name="options">Options; start operation and stage are required.</param>
    /// <exception cref="ArgumentException">The call or the options are wrong.</exception>
    /// <exception cref="WorkflowAlreadyStartedException">The id is in use, and the policies forbid to use it.</exception>
    /// <exception cref="RpcException">The call failed otherwise.</exception>
    Task<WorkflowUpdateHandle> StartUpdateWithStartWorkflowAsync<TWorkflow>(
        Expression<Func<TWorkflow, Task>> updateCall, WorkflowStartUpdateWithStartOptions options);

    /// <inheritdoc cref="StartUpdateWithStartWorkflowAsync{TWorkflow}(Expression{Func{TWorkflow, Task}}, WorkflowStartUpdateWithStartOptions)" />
    Task<WorkflowUpdateHandle<TUpdateResult>> StartUpdateWithStartWorkflowAsync<TWorkflow, TUpdateResult>(
        Expression<Func<TWorkflow, Task<TUpdateResult>>> updateCall, WorkflowStartUpdateWithStartOptions options);

    /// <summary>Starts an update by name, and the workflow if need be, in one call.</summary>
    /// <param name="update">Name of the update.</param>
    /// <param name="args">Arguments.</param>
    /// <param name="options">Options; start operation and stage are required.</param>
    Task<WorkflowUpdateHandle> StartUpdateWithStartWorkflowAsync(
        string update, IReadOnlyCollection<object?> args, WorkflowStartUpdateWithStartOptions options);

    /// <inheritdoc cref="StartUpdateWithStartWorkflowAsync(string, IReadOnlyCollection{object?}, WorkflowStartUpdateWithStartOptions)" />
    Task<WorkflowUpdateHandle<TUpdateResult>> StartUpdateWithStartWorkflowAsync<TUpdateResult>(
        string update, IReadOnlyCollection<object?> args, WorkflowStartUpdateWithStartOptions options);

    /// <summary>Lists workflows, page by page as it is enumerated.</summary>
    /// <param name="query">List filter; empty means all.</param>
    /// <param name="options">Options.</param>
    IAsyncEnumerable<WorkflowExecution> ListWorkflowsAsync(string query, WorkflowListOptions? options = null);

    /// <summary>Counts workflows.</summary>
    /// <param name="query">List filter, maybe with <c>GROUP BY</c>; empty means all.</param>
    /// <param name="options">Options.</param>
    Task<WorkflowExecutionCount> CountWorkflowsAsync(string query, WorkflowCountOptions? options = null);
}
