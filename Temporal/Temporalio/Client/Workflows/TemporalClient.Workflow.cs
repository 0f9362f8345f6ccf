using System.Linq.Expressions;
using Temporalio.Client.Interceptors;
using Temporalio.Common;
using Temporalio.Workflows;

namespace Temporalio.Client;

public partial class TemporalClient
{
    /// <inheritdoc />
    public Task<WorkflowHandle<TWorkflow, TResult>> StartWorkflowAsync<TWorkflow, TResult>(
        Expression<Func<TWorkflow, Task<TResult>>> workflowRunCall, WorkflowOptions options) =>
        StartAsync<TWorkflow, TResult>(workflowRunCall, options);

    /// <inheritdoc />
    public async Task<WorkflowHandle<TWorkflow>> StartWorkflowAsync<TWorkflow>(
        Expression<Func<TWorkflow, Task>> workflowRunCall, WorkflowOptions options) =>
        await StartAsync<TWorkflow, ValueTuple>(workflowRunCall, options).ConfigureAwait(false);

    /// <inheritdoc />
    public async Task<WorkflowHandle> StartWorkflowAsync(
        string workflow, IReadOnlyCollection<object?> args, WorkflowOptions options) =>
        await OutboundInterceptor.StartWorkflowAsync<ValueTuple, ValueTuple>(new StartWorkflowInput(workflow, args, options, null))
            .ConfigureAwait(false);

    /// <inheritdoc />
    public WorkflowHandle GetWorkflowHandle(string id, string? runId = null, string? firstExecutionRunId = null) =>
        new(this, id, runId, runId, firstExecutionRunId);

    /// <inheritdoc />
    public WorkflowHandle<TWorkflow> GetWorkflowHandle<TWorkflow>(
        string id, string? runId = null, string? firstExecutionRunId = null) => new(this, id, runId, runId, firstExecutionRunId);

    /// <inheritdoc />
    public WorkflowHandle<TWorkflow, TResult> GetWorkflowHandle<TWorkflow, TResult>(
        string id, string? runId = null, string? firstExecutionRunId = null) => new(this, id, runId, runId, firstExecutionRunId);

    /// <inheritdoc />
    public async Task<WorkflowUpdateHandle> StartUpdateWithStartWorkflowAsync<TWorkflow>(
        Expression<Func<TWorkflow, Task>> updateCall, WorkflowStartUpdateWithStartOptions options) =>
        await UpdateWithStartAsync<ValueTuple>(updateCall, options).ConfigureAwait(false);

    /// <inheritdoc />
    public Task<WorkflowUpdateHandle<TUpdateResult>> StartUpdateWithStartWorkflowAsync<TWorkflow, TUpdateResult>(
        Expression<Func<TWorkflow, Task<TUpdateResult>>> updateCall, WorkflowStartUpdateWithStartOptions options) =>
        UpdateWithStartAsync<TUpdateResult>(updateCall, options);

    /// <inheritdoc />
    public async Task<WorkflowUpdateHandle> StartUpdateWithStartWorkflowAsync(
        string update, IReadOnlyCollection<object?> args, WorkflowStartUpdateWithStartOptions options) =>
        await StartUpdateWithStartWorkflowAsync<ValueTuple>(update, args, options).ConfigureAwait(false);

    /// <inheritdoc />
    public Task<WorkflowUpdateHandle<TUpdateResult>> StartUpdateWithStartWorkflowAsync<TUpdateResult>(
        string update, IReadOnlyCollection<object?> args, WorkflowStartUpdateWithStartOptions options) =>
        OutboundInterceptor.StartUpdateWithStartWorkflowAsync<TUpdateResult>(
            new StartUpdateWithStartWorkflowInput(update, args, options, null));

    /// <inheritdoc />
    public IAsyncEnumerable<WorkflowExecution> ListWorkflowsAsync(string query, WorkflowListOptions? options = null) =>
        OutboundInterceptor.ListWorkflowsAsync(new ListWorkflowsInput(query, options));

    /// <inheritdoc />
    public Task<WorkflowExecutionCount> CountWorkflowsAsync(string query, WorkflowCountOptions? options = null) =>
        OutboundInterceptor.CountWorkflowsAsync(new CountWorkflowsInput(query, options));

    private Task<WorkflowHandle<TWorkflow, TResult>> StartAsync<TWorkflow, TResult>(LambdaExpression runCall, WorkflowOptions options)
    {
        var (method, args) = ExpressionUtil.ExtractCall(runCall);
        return OutboundInterceptor.StartWorkflowAsync<TWorkflow, TResult>(
            new StartWorkflowInput(WorkflowDefinition.NameFromRunMethodForCall(method), args, options, null));
    }

    private Task<WorkflowUpdateHandle<TUpdateResult>> UpdateWithStartAsync<TUpdateResult>(
        LambdaExpression updateCall, WorkflowStartUpdateWithStartOptions options)
    {
        var (method, args) = ExpressionUtil.ExtractCall(updateCall);
        return StartUpdateWithStartWorkflowAsync<TUpdateResult>(
            WorkflowUpdateDefinition.NameFromMethodForCall(method), args, options);
    }
}
