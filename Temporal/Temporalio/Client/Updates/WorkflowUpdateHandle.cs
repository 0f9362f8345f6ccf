using Temporalio.Api.Enums.V1;
using Temporalio.Api.Update.V1;
using Temporalio.Api.WorkflowService.V1;
using Temporalio.Converters;
using Temporalio.Exceptions;

namespace Temporalio.Client;

/// <summary>Handle of an update.</summary>
/// <param name="Client">Client that it uses.</param>
/// <param name="Id">Update id.</param>
/// <param name="WorkflowId">Workflow id.</param>
/// <param name="WorkflowRunId">Run id; null means the latest run.</param>
public record WorkflowUpdateHandle(ITemporalClient Client, string Id, string WorkflowId, string? WorkflowRunId = null)
{
    internal Outcome? KnownOutcome { get; set; }

    /// <summary>Waits for the update's end.</summary>
    /// <exception cref="WorkflowUpdateFailedException">The update was rejected or failed.</exception>
    /// <exception cref="WorkflowUpdateRpcTimeoutOrCanceledException">The options' limit or token ended the wait.</exception>
    public Task GetResultAsync(RpcOptions? rpcOptions = null) => GetResultAsync<ValueTuple>(rpcOptions);

    /// <summary>Waits for the update's result.</summary>
    /// <exception cref="WorkflowUpdateFailedException">The update was rejected or failed.</exception>
    /// <exception cref="WorkflowUpdateRpcTimeoutOrCanceledException">The options' limit or token ended the wait.</exception>
    public virtual async Task<TResult> GetResultAsync<TResult>(RpcOptions? rpcOptions = null)
    {
        var outcome = await WaitForOutcomeAsync(rpcOptions).ConfigureAwait(false);
        var converter = Client.Options.DataConverter;
        return outcome.Failure is { } failure
            ? throw new WorkflowUpdateFailedException(await converter.ToExceptionAsync(failure.Clone()).ConfigureAwait(false))
            : await converter.ToResultAsync<TResult>(outcome.Success).ConfigureAwait(false);
    }

    /// <summary>Polls until the outcome is known; the server answers without one every 20 s.</summary>
    internal async Task<Outcome> WaitForOutcomeAsync(RpcOptions? rpcOptions)
    {
        var request = new PollWorkflowExecutionUpdateRequest
        {
            Namespace = Client.Options.Namespace,
            UpdateRef = new UpdateRef
            {
                WorkflowExecution = new() { WorkflowId = WorkflowId, RunId = WorkflowRunId ?? string.Empty },
                UpdateId = Id,
            },
            Identity = Client.Connection.Options.Identity,
            WaitPolicy = new WaitPolicy { LifecycleStage = UpdateWorkflowExecutionLifecycleStage.Completed },
        };
        while (KnownOutcome == null)
        {
            try
            {
                var response = await Client.WorkflowService
                    .PollWorkflowExecutionUpdateAsync(request, TemporalClient.DefaultRetryOptions(rpcOptions)).ConfigureAwait(false);
                KnownOutcome = response.Outcome;
            }
            catch (Exception e) when (RpcErrors.IsTimeoutOrCancellation(e))
            {
                throw new WorkflowUpdateRpcTimeoutOrCanceledException(e);
            }
        }

        return KnownOutcome;
    }
}
