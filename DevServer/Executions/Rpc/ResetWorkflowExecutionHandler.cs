using Temporalio.Api.WorkflowService.V1;
using TemporalVideo.DevServer.Executions.Resetting;
using TemporalVideo.DevServer.Rpc;

namespace TemporalVideo.DevServer.Executions.Rpc;

internal sealed class ResetWorkflowExecutionHandler(ExecutionEngine engine) : RpcHandler<ResetWorkflowExecutionRequest,
    ResetWorkflowExecutionResponse>
{
    public override Task<ResetWorkflowExecutionResponse> HandleAsync(ResetWorkflowExecutionRequest request, ServiceCall call)
    {
        var key = Requests.Workflow(engine.Namespaces.Require(request.Namespace), request.WorkflowExecution);
        return engine.ChangeAsync(key, transaction => WorkflowReset.Reset(transaction, request));
    }
}
