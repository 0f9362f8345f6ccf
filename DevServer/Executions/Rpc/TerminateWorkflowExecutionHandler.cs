using Temporalio.Api.WorkflowService.V1;
using TemporalVideo.DevServer.Executions.Closing;
using TemporalVideo.DevServer.Rpc;

namespace TemporalVideo.DevServer.Executions.Rpc;

internal sealed class TerminateWorkflowExecutionHandler(ExecutionEngine engine) : RpcHandler<TerminateWorkflowExecutionRequest,
    TerminateWorkflowExecutionResponse>
{
    public override Task<TerminateWorkflowExecutionResponse> HandleAsync(TerminateWorkflowExecutionRequest request, ServiceCall call)
    {
        var key = Requests.Workflow(engine.Namespaces.Require(request.Namespace), request.WorkflowExecution);
        return engine.ChangeAsync(key, transaction =>
        {
            var run = Requests.OpenRun(transaction, request.WorkflowExecution.RunId, request.FirstExecutionRunId);
            RunClosing.Terminate(run, request.Reason, request.Details, request.Identity, request.Links);
            return new TerminateWorkflowExecutionResponse();
        });
    }
}
