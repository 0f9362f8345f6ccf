using Temporalio.Api.WorkflowService.V1;
using TemporalVideo.DevServer.Namespaces;
using TemporalVideo.DevServer.Rpc;

namespace TemporalVideo.DevServer.Batch.Rpc;

/// <summary>Ends a running batch job.</summary>
internal sealed class StopBatchOperation(BatchRunner batches, NamespaceRegistry namespaces) : RpcHandler<StopBatchOperationRequest,
    StopBatchOperationResponse>
{
    public override async Task<StopBatchOperationResponse> HandleAsync(StopBatchOperationRequest request, ServiceCall call)
    {
        await batches.StopAsync(namespaces.Require(request.Namespace), request.JobId).ConfigureAwait(false);
        return new StopBatchOperationResponse();
    }
}
