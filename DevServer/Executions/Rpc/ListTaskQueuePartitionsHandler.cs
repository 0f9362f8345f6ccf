using Temporalio.Api.TaskQueue.V1;
using Temporalio.Api.WorkflowService.V1;
using TemporalVideo.DevServer.Rpc;

namespace TemporalVideo.DevServer.Executions.Rpc;

internal sealed class ListTaskQueuePartitionsHandler(ExecutionEngine engine) : RpcHandler<ListTaskQueuePartitionsRequest,
    ListTaskQueuePartitionsResponse>
{
    public override Task<ListTaskQueuePartitionsResponse> HandleAsync(ListTaskQueuePartitionsRequest request, ServiceCall call)
    {
        engine.Namespaces.Require(request.Namespace);
        var root = new TaskQueuePartitionMetadata { Key = request.TaskQueue?.Name ?? "", OwnerHostName = "localhost" };
        return Task.FromResult(new ListTaskQueuePartitionsResponse
        {
            ActivityTaskQueuePartitions = { root },
            WorkflowTaskQueuePartitions = { root },
        });
    }
}
