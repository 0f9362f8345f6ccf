using System.Linq.Expressions;
using Temporalio.Exceptions;

namespace Temporalio.Client;

/// <summary>Handle of a workflow whose type is known.</summary>
/// <typeparam name="TWorkflow">Type of the workflow.</typeparam>
/// <param name="Client">Client that it uses.</param>
/// <param name="Id">Workflow id.</param>
/// <param name="RunId">Run that signals, queries and updates insist on; null, as after a start, means the latest run.</param>
/// <param name="ResultRunId">Run whose result is waited for, and those that follow it; null means the latest run.</param>
/// <param name="FirstExecutionRunId">First run of the chain that cancel and terminate insist on; null means any.</param>
public record WorkflowHandle<TWorkflow>(
    ITemporalClient Client, string Id, string? RunId = null, string? ResultRunId = null, string? FirstExecutionRunId = null)
    : WorkflowHandle(Client, Id, RunId, ResultRunId, FirstExecutionRunId)
{
    /// <inheritdoc cref="WorkflowHandle.SignalAsync{TWorkflow}(Expression{Func{TWorkflow, Task}}, WorkflowSignalOptions?)" />
    public Task SignalAsync(Expression<Func<TWorkflow, Task>> signalCall, WorkflowSignalOptions? options = null) =>
        SignalAsync<TWorkflow>(signalCall, options);

    /// <summary>Queries the workflow by a call of the query's method or a read of its property.</summary>
    /// <exception cref="WorkflowQueryFailedException">The query failed in the worker.</exception>
    /// <exception cref="WorkflowQueryRejectedException">The workflow's status is one the options reject.</exception>
    /// <exception cref="RpcException">The call failed otherwise, for example because no worker answered in time.</exception>
    public Task<TQueryResult> QueryAsync<TQueryResult>(
        Expression<Func<TWorkflow, TQueryResult>> queryCall, WorkflowQueryOptions? options = null) =>
        QueryAsync<TWorkflow, TQueryResult>(queryCall, options);

    /// <inheritdoc cref="WorkflowHandle.StartUpdateAsync{TWorkflow}(Expression{Func{TWorkflow, Task}}, WorkflowUpdateStartOptions)" />
    public Task<WorkflowUpdateHandle> StartUpdateAsync(
        Expression<Func<TWorkflow, Task>> updateCall, WorkflowUpdateStartOptions options) =>
        StartUpdateAsync<TWorkflow>(updateCall, options);

    /// <summary>Starts an update by a call of its method; returns when it has reached the stage asked for.</summary>
    /// <exception cref="ArgumentException">The stage is neither Accepted nor Completed.</exception>
    /// <exception cref="WorkflowUpdateRpcTimeoutOrCanceledException">The options' limit or token ended the wait.</exception>
    /// <exception cref="RpcException">The call failed otherwise.</exception>
    public Task<WorkflowUpdateHandle<TUpdateResult>> StartUpdateAsync<TUpdateResult>(
        Expression<Func<TWorkflow, Task<TUpdateResult>>> updateCall, WorkflowUpdateStartOptions options) =>
        StartUpdateAsync<TWorkflow, TUpdateResult>(updateCall, options);

    /// <inheritdoc cref="WorkflowHandle.ExecuteUpdateAsync{TWorkflow}(Expression{Func{TWorkflow, Task}}, WorkflowUpdateOptions?)" />
    public Task ExecuteUpdateAsync(Expression<Func<TWorkflow, Task>> updateCall, WorkflowUpdateOptions? options = null) =>
        ExecuteUpdateAsync<TWorkflow>(updateCall, options);

    /// <summary>Starts an update by a call of its method and waits for its result.</summary>
    /// <exception cref="WorkflowUpdateFailedException">The update was rejected or failed.</exception>
    /// <exception cref="WorkflowUpdateRpcTimeoutOrCanceledException">The options' limit or token ended the wait.</exception>
    /// <exception cref="RpcException">The call failed otherwise.</exception>
    public Task<TUpdateResult> ExecuteUpdateAsync<TUpdateResult>(
        Expression<Func<TWorkflow, Task<TUpdateResult>>> updateCall, WorkflowUpdateOptions? options = null) =>
        ExecuteUpdateAsync<TWorkflow, TUpdateResult>(updateCall, options);
}
