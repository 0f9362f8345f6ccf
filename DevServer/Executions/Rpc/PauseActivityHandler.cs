using Temporalio.Api.WorkflowService.V1;
using TemporalVideo.DevServer.Executions.Activities;
using TemporalVideo.DevServer.Rpc;

namespace TemporalVideo.DevServer.Executions.Rpc;

internal sealed class PauseActivityHandler(ExecutionEngine engine)
    : RpcHandler<PauseActivityRequest, PauseActivityResponse>
{
    public override async Task<PauseActivityResponse> HandleAsync(PauseActivityRequest request, ServiceCall call)
    {
        var isNamed = request.ActivityCase != PauseActivityRequest.ActivityOneofCase.None;
        var id = request.HasId ? request.Id : null;
        var type = request.HasType ? request.Type : null;
        var meant = ActivitySelection.Of(engine.Namespaces.Require(request.Namespace), request.Execution, isNamed, id, type);
        await engine.ChangeAsync(meant.Workflow, transaction => meant.Change(transaction, (run, activity) =>
            ActivityOperations.Pause(run, activity, request.Identity, request.Reason))).ConfigureAwait(false);
        return new PauseActivityResponse();
    }
}
