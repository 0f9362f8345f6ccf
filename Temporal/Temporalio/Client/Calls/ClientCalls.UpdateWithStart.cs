using Google.Protobuf;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.ErrorDetails.V1;
using Temporalio.Api.Failure.V1;
using Temporalio.Api.WorkflowService.V1;
using Temporalio.Client.Interceptors;
using Temporalio.Exceptions;

namespace Temporalio.Client;

internal sealed partial class ClientCalls
{
    /// <inheritdoc />
    public override async Task<WorkflowUpdateHandle<TUpdateResult>> StartUpdateWithStartWorkflowAsync<TUpdateResult>(
        StartUpdateWithStartWorkflowInput input)
    {
        var operation = input.Options.StartWorkflowOperation ?? throw new ArgumentException("StartWorkflowOperation is required.");
        if (!operation.TryMarkUsed())
        {
            throw new ArgumentException("The StartWorkflowOperation was used before; make a new one for each call.");
        }

        try
        {
            Validate(operation.Options);
            return await UpdateWithStartAsync<TUpdateResult>(operation, input).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            var told = Translate(e, operation);
            operation.SetException(told);
            if (ReferenceEquals(told, e))
            {
                throw;
            }

            throw told;
        }
    }

    private static void Validate(WorkflowOptions options)
    {
        if (options.StartSignal != null || options.StartSignalArgs != null)
        {
            throw new ArgumentException("An update with start cannot have a StartSignal.");
        }

        if (options.RequestEagerStart)
        {
            throw new ArgumentException("An update with start cannot have RequestEagerStart.");
        }

        if (options.IdConflictPolicy == WorkflowIdConflictPolicy.Unspecified)
        {
            throw new ArgumentException("An update with start requires an IdConflictPolicy of its workflow.");
        }

        if (options.Rpc != null)
        {
            throw new ArgumentException("An update with start takes RPC options from the update's options, not from the workflow's.");
        }
    }

    private async Task<WorkflowUpdateHandle<TUpdateResult>> UpdateWithStartAsync<TUpdateResult>(
        WithStartWorkflowOperation operation, StartUpdateWithStartWorkflowInput input)
    {
        var start = await StartRequestAsync(operation.Workflow, operation.Args, operation.Options, operation.Headers).ConfigureAwait(false);
        var update = await UpdateRequestAsync(
            input.Update, input.Args, input.Options, Execution(start.WorkflowId, null), input.Headers).ConfigureAwait(false);
        var request = new ExecuteMultiOperationRequest
        {
            Namespace = Namespace,
            Operations =
            {
                new ExecuteMultiOperationRequest.Types.Operation { StartWorkflow = start },
                new ExecuteMultiOperationRequest.Types.Operation { UpdateWorkflow = update },
            },
        };
        while (true)
        {
            var response = await Service.ExecuteMultiOperationAsync(request, Retried(input.Options.Rpc)).ConfigureAwait(false);
            var runId = response.Responses[0].StartWorkflow.RunId;
            operation.SetStarted(client, runId);
            var updated = response.Responses[1].UpdateWorkflow;
            if (updated is { Stage: >= UpdateWorkflowExecutionLifecycleStage.Accepted })
            {
                return await UpdateHandleAsync<TUpdateResult>(update, updated, runId, input.Options).ConfigureAwait(false);
            }
        }
    }

    private static Exception Translate(Exception exception, WithStartWorkflowOperation operation)
    {
        var told = exception is RpcException rpc ? Cause(rpc) : exception;
        if (RpcErrors.IsTimeoutOrCancellation(told))
        {
            return new WorkflowUpdateRpcTimeoutOrCanceledException(told);
        }

        return told is RpcException failed && AlreadyStarted(failed, operation.Options.Id!, operation.Workflow) is { } alreadyStarted
            ? alreadyStarted
            : told;
    }

    // Of the two operations' statuses, the one that tells why: neither OK nor "aborted because of the other".
    private static RpcException Cause(RpcException exception) =>
        exception.Detail<MultiOperationExecutionFailure>()?.Statuses.FirstOrDefault(status =>
            status.Code != (int)RpcException.StatusCode.OK
            && !status.Details.Any(detail => detail.Is(MultiOperationExecutionAborted.Descriptor))) is { } status
            ? new RpcException(
                (RpcException.StatusCode)status.Code,
                status.Message,
                new Google.Rpc.Status { Code = status.Code, Message = status.Message, Details = { status.Details } }.ToByteArray())
            : exception;
}
