using Temporalio.Api.Enums.V1;
using Temporalio.Api.WorkflowService.V1;
using TemporalVideo.DevServer.Executions.Updates;
using TemporalVideo.DevServer.Rpc;

namespace TemporalVideo.DevServer.Executions.Rpc;

internal sealed class UpdateWorkflowExecutionHandler(ExecutionEngine engine) : RpcHandler<UpdateWorkflowExecutionRequest,
    UpdateWorkflowExecutionResponse>
{
    public override async Task<UpdateWorkflowExecutionResponse> HandleAsync(UpdateWorkflowExecutionRequest request, ServiceCall call)
    {
        var key = UpdateRequests.Check(request, engine.Namespaces.Require(request.Namespace));
        using var timeUp = LongPoll.ForChanges(call, engine.Stopping);
        while (true)
        {
            var (update, runId) = await engine.ChangeAsync(key, transaction =>
            {
                var run = Requests.Run(transaction, request.WorkflowExecution.RunId);
                if (request.FirstExecutionRunId.Length > 0 && run.Start.FirstExecutionRunId != request.FirstExecutionRunId)
                {
                    throw Errors.ServiceErrors.NotFound("workflow execution not found");
                }

                return (UpdateAdmission.Admit(run, request.Request), run.RunId);
            }).ConfigureAwait(false);
            try
            {
                await update.WaitAsync(request.WaitPolicy?.LifecycleStage ?? UpdateWorkflowExecutionLifecycleStage.Unspecified,
                    timeUp.Token).ConfigureAwait(false);
                return UpdateRequests.Answer(update, key, runId);
            }
            catch (UpdateAbortedException aborted)
            {
                if (!aborted.ContinuedAsNew || request.WorkflowExecution.RunId.Length > 0)
                {
                    throw Errors.ServiceErrors.NotFound(aborted.Message);
                }
            }
        }
    }
}
