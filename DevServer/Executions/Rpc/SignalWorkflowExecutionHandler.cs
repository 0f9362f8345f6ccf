using Temporalio.Api.History.V1;
using Temporalio.Api.WorkflowService.V1;
using TemporalVideo.DevServer.Errors;
using TemporalVideo.DevServer.Rpc;

namespace TemporalVideo.DevServer.Executions.Rpc;

internal sealed class SignalWorkflowExecutionHandler(ExecutionEngine engine) : RpcHandler<SignalWorkflowExecutionRequest,
    SignalWorkflowExecutionResponse>
{
    public override Task<SignalWorkflowExecutionResponse> HandleAsync(SignalWorkflowExecutionRequest request, ServiceCall call)
    {
        var key = Requests.Workflow(engine.Namespaces.Require(request.Namespace), request.WorkflowExecution);
        if (request.SignalName.Length == 0)
        {
            throw ServiceErrors.InvalidArgument("SignalName is not set on request.");
        }

        Limits.CheckLength(request.SignalName, "SignalName");
        Limits.CheckBlob(request.Input);
        return engine.ChangeAsync(key, transaction =>
        {
            Signals.Signal(
                Requests.OpenRun(transaction, request.WorkflowExecution.RunId),
                new WorkflowExecutionSignaledEventAttributes
                {
                    SignalName = request.SignalName,
                    Input = request.Input,
                    Identity = request.Identity,
                    Header = request.Header,
                    RequestId = request.RequestId,
                },
                request.Links);
            return new SignalWorkflowExecutionResponse();
        });
    }
}
