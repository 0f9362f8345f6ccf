using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.Batch.V1;
using Temporalio.Api.WorkflowService.V1;
using TemporalVideo.DevServer.Namespaces;
using TemporalVideo.DevServer.Rpc;

namespace TemporalVideo.DevServer.Batch.Rpc;

/// <summary>Lists the batch jobs of a namespace on one page.</summary>
internal sealed class ListBatchOperations(BatchRunner batches, NamespaceRegistry namespaces) : RpcHandler<ListBatchOperationsRequest,
    ListBatchOperationsResponse>
{
    public override Task<ListBatchOperationsResponse> HandleAsync(ListBatchOperationsRequest request, ServiceCall call) =>
        Task.FromResult(new ListBatchOperationsResponse
        {
            OperationInfo =
            {
                batches.List(namespaces.Require(request.Namespace)).Select(job => new BatchOperationInfo
                {
                    JobId = job.JobId,
                    State = job.State,
                    StartTime = job.StartTime.ToTimestamp(),
                    CloseTime = job.CloseTime?.ToTimestamp(),
                }),
            },
        });
}
