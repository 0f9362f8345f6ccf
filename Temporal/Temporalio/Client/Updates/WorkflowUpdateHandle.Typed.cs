namespace Temporalio.Client;

/// <summary>Handle of an update whose result type is known.</summary>
/// <typeparam name="TResult">Type of its result.</typeparam>
/// <param name="Client">Client that it uses.</param>
/// <param name="Id">Update id.</param>
/// <param name="WorkflowId">Workflow id.</param>
/// <param name="WorkflowRunId">Run id; null means the latest run.</param>
public record WorkflowUpdateHandle<TResult>(ITemporalClient Client, string Id, string WorkflowId, string? WorkflowRunId = null)
    : WorkflowUpdateHandle(Client, Id, WorkflowId, WorkflowRunId)
{
    /// <inheritdoc cref="WorkflowUpdateHandle.GetResultAsync{TResult}(RpcOptions?)" />
    public new Task<TResult> GetResultAsync(RpcOptions? rpcOptions = null) => GetResultAsync<TResult>(rpcOptions);
}
