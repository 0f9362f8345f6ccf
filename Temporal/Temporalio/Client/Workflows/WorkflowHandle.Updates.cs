using System.Linq.Expressions;
using Temporalio.Client.Interceptors;
using Temporalio.Common;
using Temporalio.Exceptions;
using Temporalio.Workflows;

namespace Temporalio.Client;

public partial record WorkflowHandle
{
    /// <summary>Starts an update by a call of its method; returns when it has reached the stage asked for.</summary>
    /// <exception cref="ArgumentException">The stage is neither Accepted nor Completed.</exception>
    /// <exception cref="WorkflowUpdateRpcTimeoutOrCanceledException">The options' limit or token ended the wait.</exception>
    /// <exception cref="RpcException">The call failed otherwise.</exception>
    public async Task<WorkflowUpdateHandle> StartUpdateAsync<TWorkflow>(
        Expression<Func<TWorkflow, Task>> updateCall, WorkflowUpdateStartOptions options) =>
        await StartUpdateAsync<ValueTuple>(updateCall, options).ConfigureAwait(false);

    /// <inheritdoc cref="StartUpdateAsync{TWorkflow}(Expression{Func{TWorkflow, Task}}, WorkflowUpdateStartOptions)" />
    public Task<WorkflowUpdateHandle<TUpdateResult>> StartUpdateAsync<TWorkflow, TUpdateResult>(
        Expression<Func<TWorkflow, Task<TUpdateResult>>> updateCall, WorkflowUpdateStartOptions options) =>
        StartUpdateAsync<TUpdateResult>(updateCall, options);

    /// <summary>Starts an update by name; returns when it has reached the stage asked for.</summary>
    /// <inheritdoc cref="StartUpdateAsync{TWorkflow}(Expression{Func{TWorkflow, Task}}, WorkflowUpdateStartOptions)" />
    public async Task<WorkflowUpdateHandle> StartUpdateAsync(
        string update, IReadOnlyCollection<object?> args, WorkflowUpdateStartOptions options) =>
        await StartUpdateAsync<ValueTuple>(update, args, options).ConfigureAwait(false);

    /// <summary>Starts an update by name; returns when it has reached the stage asked for.</summary>
    /// <inheritdoc cref="StartUpdateAsync{TWorkflow}(Expression{Func{TWorkflow, Task}}, WorkflowUpdateStartOptions)" />
    public Task<WorkflowUpdateHandle<TUpdateResult>> StartUpdateAsync<TUpdateResult>(
        string update, IReadOnlyCollection<object?> args, WorkflowUpdateStartOptions options) =>
        Client.OutboundInterceptor.StartWorkflowUpdateAsync<TUpdateResult>(
            new StartWorkflowUpdateInput(Id, RunId, FirstExecutionRunId, update, args, options, null));

    /// <summary>Starts an update by a call of its method and waits for its end.</summary>
    /// <exception cref="WorkflowUpdateFailedException">The update was rejected or failed.</exception>
    /// <exception cref="WorkflowUpdateRpcTimeoutOrCanceledException">The options' limit or token ended the wait.</exception>
    /// <exception cref="RpcException">The call failed otherwise.</exception>
    public Task ExecuteUpdateAsync<TWorkflow>(Expression<Func<TWorkflow, Task>> updateCall, WorkflowUpdateOptions? options = null) =>
        ExecuteUpdateAsync<ValueTuple>(updateCall, options);

    /// <summary>Starts an update by a call of its method and waits for its result.</summary>
    /// <inheritdoc cref="ExecuteUpdateAsync{TWorkflow}(Expression{Func{TWorkflow, Task}}, WorkflowUpdateOptions?)" />
    public Task<TUpdateResult> ExecuteUpdateAsync<TWorkflow, TUpdateResult>(
        Expression<Func<TWorkflow, Task<TUpdateResult>>> updateCall, WorkflowUpdateOptions? options = null) =>
        ExecuteUpdateAsync<TUpdateResult>(updateCall, options);

    /// <summary>Starts an update by name and waits for its end.</summary>
    /// <inheritdoc cref="ExecuteUpdateAsync{TWorkflow}(Expression{Func{TWorkflow, Task}}, WorkflowUpdateOptions?)" />
    public Task ExecuteUpdateAsync(string update, IReadOnlyCollection<object?> args, WorkflowUpdateOptions? options = null) =>
        ExecuteUpdateAsync<ValueTuple>(update, args, options);

    /// <summary>Starts an update by name and waits for its result.</summary>
    /// <inheritdoc cref="ExecuteUpdateAsync{TWorkflow}(Expression{Func{TWorkflow, Task}}, WorkflowUpdateOptions?)" />
    public async Task<TUpdateResult> ExecuteUpdateAsync<TUpdateResult>(
        string update, IReadOnlyCollection<object?> args, WorkflowUpdateOptions? options = null)
    {
        var startOptions = new WorkflowUpdateStartOptions(WorkflowUpdateStage.Completed) { Id = options?.Id, Rpc = options?.Rpc };
        var handle = await StartUpdateAsync<TUpdateResult>(update, args, startOptions).ConfigureAwait(false);
        return await handle.GetResultAsync(options?.Rpc).ConfigureAwait(false);
    }

    /// <summary>A handle of an update; makes no call.</summary>
    public WorkflowUpdateHandle GetUpdateHandle(string id) => new(Client, id, Id, RunId);

    /// <summary>A handle of an update; makes no call.</summary>
    public WorkflowUpdateHandle<TUpdateResult> GetUpdateHandle<TUpdateResult>(string id) => new(Client, id, Id, RunId);

    private Task<WorkflowUpdateHandle<TUpdateResult>> StartUpdateAsync<TUpdateResult>(
        LambdaExpression updateCall, WorkflowUpdateStartOptions options)
    {
        var (method, args) = ExpressionUtil.ExtractCall(updateCall);
        return StartUpdateAsync<TUpdateResult>(WorkflowUpdateDefinition.NameFromMethodForCall(method), args, options);
    }

    private Task<TUpdateResult> ExecuteUpdateAsync<TUpdateResult>(LambdaExpression updateCall, WorkflowUpdateOptions? options)
    {
        var (method, args) = ExpressionUtil.ExtractCall(updateCall);
        return ExecuteUpdateAsync<TUpdateResult>(WorkflowUpdateDefinition.NameFromMethodForCall(method), args, options);
    }
}
