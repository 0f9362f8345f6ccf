using Temporalio.Api.Enums.V1;
using Temporalio.Api.WorkflowService.V1;
using TemporalVideo.DevServer.Errors;
using TemporalVideo.DevServer.Executions.Updates;
using TemporalVideo.DevServer.Rpc;

namespace TemporalVideo.DevServer.Executions.Rpc;

internal sealed class PollWorkflowExecutionUpdateHandler(ExecutionEngine engine) : RpcHandler<PollWorkflowExecutionUpdateRequest,
    PollWorkflowExecutionUpdateResponse>
{
    public override async Task<PollWorkflowExecutionUpdateResponse> HandleAsync(PollWorkflowExecutionUpdateRequest request,
        ServiceCall call)
    {
        var execution = request.UpdateRef?.WorkflowExecution;
        var key = Requests.Workflow(engine.Namespaces.Require(request.Namespace), execution);
        var (update, runId) = await engine.ChangeAsync(key, transaction =>
        {
            var run = Requests.Run(transaction, execution!.RunId);
            var found = UpdateAdmission.Find(run, request.UpdateRef!.UpdateId)
                ?? throw ServiceErrors.NotFound($"update \"{request.UpdateRef.UpdateId}\" not found");
            return (found, run.RunId);
        }).ConfigureAwait(false);
        var stage = request.WaitPolicy?.LifecycleStage ?? UpdateWorkflowExecutionLifecycleStage.Unspecified;
        try
        {
            if (stage != UpdateWorkflowExecutionLifecycleStage.Unspecified && update.Stage < stage)
            {
                using var timeUp = LongPoll.ForChanges(call, engine.Stopping);
                await update.WaitAsync(stage, timeUp.Token).ConfigureAwait(false);
            }

            return new PollWorkflowExecutionUpdateResponse
            {
                Outcome = update.Outcome,
                Stage = update.Stage,
                UpdateRef = UpdateRequests.Reference(update, key, runId),
            };
        }
        catch (UpdateAbortedException aborted)
        {
            throw ServiceErrors.NotFound(aborted.Message);
        }
    }
}
