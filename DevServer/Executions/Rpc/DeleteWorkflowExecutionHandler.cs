using Temporalio.Api.WorkflowService.V1;
using TemporalVideo.DevServer.Executions.Closing;
using TemporalVideo.DevServer.Rpc;

namespace TemporalVideo.DevServer.Executions.Rpc;

internal sealed class DeleteWorkflowExecutionHandler(ExecutionEngine engine) : RpcHandler<DeleteWorkflowExecutionRequest,
    DeleteWorkflowExecutionResponse>
{
    public override async Task<DeleteWorkflowExecutionResponse> HandleAsync(DeleteWorkflowExecutionRequest request, ServiceCall call)
    {
        var key = Requests.Workflow(engine.Namespaces.Require(request.Namespace), request.WorkflowExecution);
        var runId = await engine.ChangeAsync(key, transaction =>
        {
            var run = Requests.Run(transaction, request.WorkflowExecution.RunId);
            if (run.IsOpen)
            {
                RunClosing.Terminate(run, "Delete workflow execution", details: null, "history-service");
            }

            return run.RunId;
        }).ConfigureAwait(false);
        await engine.ChangeAsync(key, transaction =>
        {
            if (transaction.Find(runId) is { } run)
            {
                transaction.Delete(run);
            }

            return true;
        }).ConfigureAwait(false);
        return new DeleteWorkflowExecutionResponse();
    }
}
