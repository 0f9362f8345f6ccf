using Temporalio.Api.WorkflowService.V1;
using TemporalVideo.DevServer.Executions.Activities;
using TemporalVideo.DevServer.Rpc;

namespace TemporalVideo.DevServer.Executions.Rpc;

internal sealed class ResetActivityHandler(ExecutionEngine engine)
    : RpcHandler<ResetActivityRequest, ResetActivityResponse>
{
    public override async Task<ResetActivityResponse> HandleAsync(ResetActivityRequest request, ServiceCall call)
    {
        var isNamed = request.ActivityCase != ResetActivityRequest.ActivityOneofCase.None;
        var id = request.HasId ? request.Id : null;
        var type = request.HasType ? request.Type : null;
        var meant = ActivitySelection.Of(engine.Namespaces.Require(request.Namespace), request.Execution, isNamed, id, type);
        var jitter = Ticks.Of(request.Jitter);
        await engine.ChangeAsync(meant.Workflow, transaction => meant.Change(transaction, (run, activity) => ActivityOperations.Reset(
            run, activity, request.ResetHeartbeat, request.KeepPaused, request.RestoreOriginalOptions, jitter))).ConfigureAwait(false);
        return new ResetActivityResponse();
    }
}
