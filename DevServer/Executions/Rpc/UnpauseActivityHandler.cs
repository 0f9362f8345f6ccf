using Temporalio.Api.WorkflowService.V1;
using TemporalVideo.DevServer.Executions.Activities;
using TemporalVideo.DevServer.Rpc;

namespace TemporalVideo.DevServer.Executions.Rpc;

internal sealed class UnpauseActivityHandler(ExecutionEngine engine)
    : RpcHandler<UnpauseActivityRequest, UnpauseActivityResponse>
{
    public override async Task<UnpauseActivityResponse> HandleAsync(UnpauseActivityRequest request, ServiceCall call)
    {
        var isNamed = request.ActivityCase != UnpauseActivityRequest.ActivityOneofCase.None;
        var id = request.HasId ? request.Id : null;
        var type = request.HasType ? request.Type : null;
        var meant = ActivitySelection.Of(engine.Namespaces.Require(request.Namespace), request.Execution, isNamed, id, type);
        var jitter = Ticks.Of(request.Jitter);
        await engine.ChangeAsync(meant.Workflow, transaction => meant.Change(transaction, (run, activity) => ActivityOperations.Unpause(
            run, activity, request.ResetAttempts, request.ResetHeartbeat, jitter))).ConfigureAwait(false);
        return new UnpauseActivityResponse();
    }
}
