using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.WorkflowService.V1;
using TemporalVideo.DevServer.Namespaces;
using TemporalVideo.DevServer.Rpc;

namespace TemporalVideo.DevServer.Batch.Rpc;

/// <summary>Describes a batch job.</summary>
internal sealed class DescribeBatchOperation(BatchRunner batches, NamespaceRegistry namespaces) : RpcHandler<DescribeBatchOperationRequest,
    DescribeBatchOperationResponse>
{
    public override Task<DescribeBatchOperationResponse> HandleAsync(DescribeBatchOperationRequest request, ServiceCall call)
    {
        var job = batches.Require(namespaces.Require(request.Namespace), request.JobId);
        return Task.FromResult(new DescribeBatchOperationResponse
        {
            OperationType = job.Type,
            JobId = job.JobId,
            State = job.State,
            StartTime = job.StartTime.ToTimestamp(),
            CloseTime = job.CloseTime?.ToTimestamp(),
            TotalOperationCount = job.Total,
            CompleteOperationCount = job.Completed,
            FailureOperationCount = job.Failed,
            Identity = job.Identity,
            Reason = job.Reason,
            Query = job.Query,
        });
    }
}
