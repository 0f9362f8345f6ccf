using Temporalio.Api.WorkflowService.V1;
using TemporalVideo.DevServer.Errors;
using TemporalVideo.DevServer.Namespaces;
using TemporalVideo.DevServer.Rpc;

namespace TemporalVideo.DevServer.Batch.Rpc;

/// <summary>Starts a batch job.</summary>
internal sealed class StartBatchOperation(BatchRunner batches, NamespaceRegistry namespaces) : RpcHandler<StartBatchOperationRequest,
    StartBatchOperationResponse>
{
    public override async Task<StartBatchOperationResponse> HandleAsync(StartBatchOperationRequest request, ServiceCall call)
    {
        var owner = namespaces.Require(request.Namespace);
        if (request.JobId.Length == 0)
        {
            throw ServiceErrors.InvalidArgument("JobId is not set on request.");
        }

#pragma warning disable CS0612 // Today's tools still send the deprecated list.
        var hasTarget = request.VisibilityQuery.Length > 0 || request.Executions.Count > 0 || request.TargetExecutions.Count > 0;
#pragma warning restore CS0612
        if (!hasTarget || request.Reason.Length == 0 || request.OperationCase == StartBatchOperationRequest.OperationOneofCase.None)
        {
            throw ServiceErrors.InvalidArgument("must provide required parameters: BatchType/Reason/Namespace/Query/Executions");
        }

        var type = BatchOperation.TypeOf(request.OperationCase)
            ?? throw ServiceErrors.InvalidArgument($"batch operation {request.OperationCase} is not supported");
        await batches.StartAsync(owner, request, type, Identity(request)).ConfigureAwait(false);
        return new StartBatchOperationResponse();
    }

    private static string Identity(StartBatchOperationRequest request) =>
        request.TerminationOperation?.Identity
        ?? request.SignalOperation?.Identity
        ?? request.CancellationOperation?.Identity
        ?? request.DeletionOperation?.Identity
        ?? request.ResetOperation?.Identity
        ?? request.UpdateWorkflowOptionsOperation?.Identity
        ?? "";
}
