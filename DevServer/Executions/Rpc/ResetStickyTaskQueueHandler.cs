using Temporalio.Api.WorkflowService.V1;
using TemporalVideo.DevServer.Rpc;

namespace TemporalVideo.DevServer.Executions.Rpc;

internal sealed class ResetStickyTaskQueueHandler(ExecutionEngine engine) : RpcHandler<ResetStickyTaskQueueRequest,
    ResetStickyTaskQueueResponse>
{
    public override Task<ResetStickyTaskQueueResponse> HandleAsync(ResetStickyTaskQueueRequest request, ServiceCall call)
    {
        var key = Requests.Workflow(engine.Namespaces.Require(request.Namespace), request.Execution);
        return engine.ChangeAsync(key, transaction =>
        {
            Requests.OpenRun(transaction, request.Execution.RunId).Change().StickyQueue = "";
            return new ResetStickyTaskQueueResponse();
        });
    }
}
