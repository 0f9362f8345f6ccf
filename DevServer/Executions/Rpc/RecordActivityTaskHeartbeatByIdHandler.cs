using Temporalio.Api.WorkflowService.V1;
using TemporalVideo.DevServer.Executions.Activities;
using TemporalVideo.DevServer.Rpc;

namespace TemporalVideo.DevServer.Executions.Rpc;

internal sealed class RecordActivityTaskHeartbeatByIdHandler(ExecutionEngine engine) : RpcHandler<RecordActivityTaskHeartbeatByIdRequest,
    RecordActivityTaskHeartbeatByIdResponse>
{
    private readonly ActivityAnswers _answers = new(engine);

    public override async Task<RecordActivityTaskHeartbeatByIdResponse> HandleAsync(RecordActivityTaskHeartbeatByIdRequest request,
        ServiceCall call)
    {
        var address =
            ActivityAnswers.ById(engine.Namespaces.Require(request.Namespace), request.WorkflowId, request.RunId, request.ActivityId);
        var answer = await _answers.HeartbeatAsync(address, request.Details).ConfigureAwait(false);
        return new RecordActivityTaskHeartbeatByIdResponse
        {
            CancelRequested = answer.CancelRequested,
            ActivityPaused = answer.Paused,
            ActivityReset = answer.Reset,
        };
    }
}
