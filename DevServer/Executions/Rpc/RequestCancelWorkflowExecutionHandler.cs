using Temporalio.Api.History.V1;
using Temporalio.Api.WorkflowService.V1;
using TemporalVideo.DevServer.Errors;
using TemporalVideo.DevServer.Rpc;

namespace TemporalVideo.DevServer.Executions.Rpc;

internal sealed class RequestCancelWorkflowExecutionHandler(ExecutionEngine engine) : RpcHandler<RequestCancelWorkflowExecutionRequest,
    RequestCancelWorkflowExecutionResponse>
{
    public override Task<RequestCancelWorkflowExecutionResponse> HandleAsync(RequestCancelWorkflowExecutionRequest request,
        ServiceCall call)
    {
        var key = Requests.Workflow(engine.Namespaces.Require(request.Namespace), request.WorkflowExecution);
        return engine.ChangeAsync(key, transaction =>
        {
            var run = Requests.Run(transaction, request.WorkflowExecution.RunId);
            if (request.FirstExecutionRunId.Length > 0 && run.Start.FirstExecutionRunId != request.FirstExecutionRunId)
            {
                throw ServiceErrors.NotFound("workflow execution not found");
            }

            if (run.IsOpen)
            {
                Signals.RequestCancel(
                    run,
                    new WorkflowExecutionCancelRequestedEventAttributes { Cause = request.Reason, Identity = request.Identity },
                    request.RequestId);
            }

            return new RequestCancelWorkflowExecutionResponse();
        });
    }
}
