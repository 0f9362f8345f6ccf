using Temporalio.Api.WorkflowService.V1;
using TemporalVideo.DevServer.Executions.WorkflowTasks;
using TemporalVideo.DevServer.Rpc;

namespace TemporalVideo.DevServer.Executions.Rpc;

internal sealed class RespondWorkflowTaskFailedHandler(ExecutionEngine engine) : RpcHandler<RespondWorkflowTaskFailedRequest,
    RespondWorkflowTaskFailedResponse>
{
    public override Task<RespondWorkflowTaskFailedResponse> HandleAsync(RespondWorkflowTaskFailedRequest request, ServiceCall call)
    {
        var token = Tokens.Read(request.TaskToken);
        return engine.ChangeAsync(Tokens.Workflow(token), transaction =>
        {
            var (run, task) = WorkflowTaskCompletion.Current(transaction, token);
            WorkflowTaskFailure.Fail(run, task, request.Cause, request.Failure, request.Identity);
            return new RespondWorkflowTaskFailedResponse();
        });
    }
}
