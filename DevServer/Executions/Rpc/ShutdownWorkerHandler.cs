using Temporalio.Api.Enums.V1;
using Temporalio.Api.WorkflowService.V1;
using TemporalVideo.DevServer.Matching;
using TemporalVideo.DevServer.Rpc;

namespace TemporalVideo.DevServer.Executions.Rpc;

internal sealed class ShutdownWorkerHandler(ExecutionEngine engine) : RpcHandler<ShutdownWorkerRequest, ShutdownWorkerResponse>
{
    public override Task<ShutdownWorkerResponse> HandleAsync(ShutdownWorkerRequest request, ServiceCall call)
    {
        var ns = engine.Namespaces.Require(request.Namespace);

        // First, so that no poll that is still on its way makes the sticky queue look alive again.
        engine.Polls.End(request.WorkerInstanceKey);
        if (request.StickyTaskQueue.Length > 0)
        {
            engine.Matching.CloseSticky(new QueueKey(ns.Id, request.StickyTaskQueue, TaskQueueType.Workflow));
        }

        return Task.FromResult(new ShutdownWorkerResponse());
    }
}
