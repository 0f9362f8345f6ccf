using Temporalio.Api.WorkflowService.V1;
using TemporalVideo.DevServer.Executions.WorkflowTasks;
using TemporalVideo.DevServer.Rpc;

namespace TemporalVideo.DevServer.Executions.Rpc;

internal sealed class RespondWorkflowTaskCompletedHandler(ExecutionEngine engine) : RpcHandler<RespondWorkflowTaskCompletedRequest,
    RespondWorkflowTaskCompletedResponse>
{
    public override Task<RespondWorkflowTaskCompletedResponse> HandleAsync(RespondWorkflowTaskCompletedRequest request, ServiceCall call)
    {
        var token = Tokens.Read(request.TaskToken);
        return engine.ChangeAsync(Tokens.Workflow(token), transaction => WorkflowTaskCompletion.Complete(transaction, token, request));
    }
}
