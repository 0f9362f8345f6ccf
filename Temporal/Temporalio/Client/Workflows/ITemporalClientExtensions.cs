using System.Linq.Expressions;
using Temporalio.Exceptions;

namespace Temporalio.Client;

/// <summary>Start and wait in one.</summary>
public static class ITemporalClientExtensions
{
    /// <summary>Starts a workflow and waits for its result.</summary>
    /// <exception cref="WorkflowFailedException">The workflow did not complete.</exception>
    public static async Task<TResult> ExecuteWorkflowAsync<TWorkflow, TResult>(
        this ITemporalClient client, Expression<Func<TWorkflow, Task<TResult>>> workflowRunCall, WorkflowOptions options)
    {
        var handle = await client.StartWorkflowAsync(workflowRunCall, options).ConfigureAwait(false);
        return await handle.GetResultAsync(rpcOptions: options.Rpc).ConfigureAwait(false);
    }

    /// <summary>Starts a workflow and waits for its end.</summary>
    /// <exception cref="WorkflowFailedException">The workflow did not complete.</exception>
    public static async Task ExecuteWorkflowAsync<TWorkflow>(
        this ITemporalClient client, Expression<Func<TWorkflow, Task>> workflowRunCall, WorkflowOptions options)
    {
        var handle = await client.StartWorkflowAsync(workflowRunCall, options).ConfigureAwait(false);
        await handle.GetResultAsync(rpcOptions: options.Rpc).ConfigureAwait(false);
    }

    /// <summary>Starts a workflow by name and waits for its end.</summary>
    /// <exception cref="WorkflowFailedException">The workflow did not complete.</exception>
    public static async Task ExecuteWorkflowAsync(
        this ITemporalClient client, string workflow, IReadOnlyCollection<object?> args, WorkflowOptions options)
    {
        var handle = await client.StartWorkflowAsync(workflow, args, options).ConfigureAwait(false);
        await handle.GetResultAsync(rpcOptions: options.Rpc).ConfigureAwait(false);
    }

    /// <summary>Starts a workflow by name and waits for its result.</summary>
    /// <exception cref="WorkflowFailedException">The workflow did not complete.</exception>
    public static async Task<TResult> ExecuteWorkflowAsync<TResult>(
        this ITemporalClient client, string workflow, IReadOnlyCollection<object?> args, WorkflowOptions options)
    {
        var handle = await client.StartWorkflowAsync(workflow, args, options).ConfigureAwait(false);
        return await handle.GetResultAsync<TResult>(rpcOptions: options.Rpc).ConfigureAwait(false);
    }

    /// <summary>Starts an update, and the workflow if need be, and waits for the update's end.</summary>
    /// <exception cref="WorkflowUpdateFailedException">The update failed.</exception>
    public static async Task ExecuteUpdateWithStartWorkflowAsync<TWorkflow>(
        this ITemporalClient client, Expression<Func<TWorkflow, Task>> updateCall, WorkflowUpdateWithStartOptions options)
    {
        var handle = await client.StartUpdateWithStartWorkflowAsync(updateCall, options.ToStartOptions()).ConfigureAwait(false);
        await handle.GetResultAsync(options.Rpc).ConfigureAwait(false);
    }

    /// <summary>Starts an update, and the workflow if need be, and waits for the update's result.</summary>
    /// <exception cref="WorkflowUpdateFailedException">The update failed.</exception>
    public static async Task<TUpdateResult> ExecuteUpdateWithStartWorkflowAsync<TWorkflow, TUpdateResult>(
        this ITemporalClient client,
        Expression<Func<TWorkflow, Task<TUpdateResult>>> updateCall,
        WorkflowUpdateWithStartOptions options)
    {
        var handle = await client.StartUpdateWithStartWorkflowAsync(updateCall, options.ToStartOptions()).ConfigureAwait(false);
        return await handle.GetResultAsync(options.Rpc).ConfigureAwait(false);
    }

    /// <summary>Starts an update by name, and the workflow if need be, and waits for the update's end.</summary>
    /// <exception cref="WorkflowUpdateFailedException">The update failed.</exception>
    public static async Task ExecuteUpdateWithStartWorkflowAsync(
        this ITemporalClient client, string update, IReadOnlyCollection<object?> args, WorkflowUpdateWithStartOptions options)
    {
        var handle = await client.StartUpdateWithStartWorkflowAsync(update, args, options.ToStartOptions()).ConfigureAwait(false);
        await handle.GetResultAsync(options.Rpc).ConfigureAwait(false);
    }

    /// <summary>Starts an update by name, and the workflow if need be, and waits for the update's result.</summary>
    /// <exception cref="WorkflowUpdateFailedException">The update failed.</exception>
    public static async Task<TUpdateResult> ExecuteUpdateWithStartWorkflowAsync<TUpdateResult>(
        this ITemporalClient client, string update, IReadOnlyCollection<object?> args, WorkflowUpdateWithStartOptions options)
    {
        var handle = await client.StartUpdateWithStartWorkflowAsync<TUpdateResult>(update, args, options.ToStartOptions())
            .ConfigureAwait(false);
        return await handle.GetResultAsync(options.Rpc).ConfigureAwait(false);
    }
}
