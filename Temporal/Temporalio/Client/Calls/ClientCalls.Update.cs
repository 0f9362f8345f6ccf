using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Update.V1;
using Temporalio.Api.WorkflowService.V1;
using Temporalio.Client.Interceptors;
using Temporalio.Common;
using Temporalio.Converters;
using Temporalio.Exceptions;

namespace Temporalio.Client;

internal sealed partial class ClientCalls
{
    /// <inheritdoc />
    public override async Task<WorkflowUpdateHandle<TResult>> StartWorkflowUpdateAsync<TResult>(StartWorkflowUpdateInput input)
    {
        var request = await UpdateRequestAsync(
            input.Update, input.Args, input.Options, Execution(input.Id, input.RunId), input.Headers).ConfigureAwait(false);
        request.FirstExecutionRunId = input.FirstExecutionRunId ?? string.Empty;
        try
        {
            // The server answers after 20 s even if the stage is not reached; the same update id makes it the same update.
            UpdateWorkflowExecutionResponse response;
            do
            {
                response = await Service.UpdateWorkflowExecutionAsync(request, Retried(input.Options.Rpc)).ConfigureAwait(false);
            }
            while (response.Stage < UpdateWorkflowExecutionLifecycleStage.Accepted);

            return await UpdateHandleAsync<TResult>(
                request, response, response.UpdateRef?.WorkflowExecution?.RunId ?? input.RunId, input.Options).ConfigureAwait(false);
        }
        catch (Exception e) when (RpcErrors.IsTimeoutOrCancellation(e))
        {
            throw new WorkflowUpdateRpcTimeoutOrCanceledException(e);
        }
    }

    private async Task<WorkflowUpdateHandle<TResult>> UpdateHandleAsync<TResult>(
        UpdateWorkflowExecutionRequest request,
        UpdateWorkflowExecutionResponse response,
        string? runId,
        WorkflowUpdateStartOptions options)
    {
        var handle = new WorkflowUpdateHandle<TResult>(
            client, request.Request.Meta.UpdateId, request.WorkflowExecution.WorkflowId, runId)
        { KnownOutcome = response.Outcome };
        if (options.WaitForStage == WorkflowUpdateStage.Completed)
        {
            // A failure of the update is for those who ask for its result.
            await handle.WaitForOutcomeAsync(options.Rpc).ConfigureAwait(false);
        }

        return handle;
    }

    private async Task<UpdateWorkflowExecutionRequest> UpdateRequestAsync(
        string update,
        IReadOnlyCollection<object?> args,
        WorkflowUpdateStartOptions options,
        Api.Common.V1.WorkflowExecution execution,
        IDictionary<string, Payload>? headers) => new()
        {
            Namespace = Namespace,
            WorkflowExecution = execution,
            Request = new Request
            {
                Meta = new Meta { UpdateId = options.Id ?? NewRequestId(), Identity = Identity },
                Input = new Input
                {
                    Name = update,
                    Args = await Converter.ToPayloadsProtoAsync(args).ConfigureAwait(false),
                    Header = await HeaderDictionary.ToProtoAsync(headers, Converter.PayloadCodec).ConfigureAwait(false),
                },
            },
            WaitPolicy = new WaitPolicy { LifecycleStage = LifecycleStage(options.WaitForStage) },
        };

    private static UpdateWorkflowExecutionLifecycleStage LifecycleStage(WorkflowUpdateStage stage) => stage switch
    {
        WorkflowUpdateStage.Accepted => UpdateWorkflowExecutionLifecycleStage.Accepted,
        WorkflowUpdateStage.Completed => UpdateWorkflowExecutionLifecycleStage.Completed,
        WorkflowUpdateStage.None => throw new ArgumentException("WaitForStage is required to start an update: Accepted or Completed."),
        _ => throw new ArgumentException($"Waiting for stage {stage} of an update is not supported; use Accepted or Completed."),
    };
}
