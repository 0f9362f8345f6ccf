namespace Temporalio.Client;

/// <summary>Handle of a workflow whose type and result type are known.</summary>
/// <typeparam name="TWorkflow">Type of the workflow.</typeparam>
/// <typeparam name="TResult">Type of its result.</typeparam>
/// <param name="Client">Client that it uses.</param>
/// <param name="Id">Workflow id.</param>
/// <param name="RunId">Run that signals, queries and updates insist on; null, as after a start, means the latest run.</param>
/// <param name="ResultRunId">Run whose result is waited for, and those that follow it; null means the latest run.</param>
/// <param name="FirstExecutionRunId">First run of the chain that cancel and terminate insist on; null means any.</param>
public record WorkflowHandle<TWorkflow, TResult>(
    ITemporalClient Client, string Id, string? RunId = null, string? ResultRunId = null, string? FirstExecutionRunId = null)
    : WorkflowHandle<TWorkflow>(Client, Id, RunId, ResultRunId, FirstExecutionRunId)
{
    /// <inheritdoc cref="WorkflowHandle.GetResultAsync{TResult}(bool, RpcOptions?)" />
    public new Task<TResult> GetResultAsync(bool followRuns = true, RpcOptions? rpcOptions = null) =>
        GetResultAsync<TResult>(followRuns, rpcOptions);
}
