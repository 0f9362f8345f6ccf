using Temporalio.Api.WorkflowService.V1;
using TemporalVideo.DevServer.Executions.Activities;
using TemporalVideo.DevServer.Rpc;

namespace TemporalVideo.DevServer.Executions.Rpc;

internal sealed class RecordActivityTaskHeartbeatHandler(ExecutionEngine engine) : RpcHandler<RecordActivityTaskHeartbeatRequest,
    RecordActivityTaskHeartbeatResponse>
{
    private readonly ActivityAnswers _answers = new(engine);

    public override async Task<RecordActivityTaskHeartbeatResponse> HandleAsync(RecordActivityTaskHeartbeatRequest request,
        ServiceCall call)
    {
        var answer = await _answers.HeartbeatAsync(ActivityAddress.Of(request.TaskToken), request.Details).ConfigureAwait(false);
        return new RecordActivityTaskHeartbeatResponse
        {
            CancelRequested = answer.CancelRequested,
            ActivityPaused = answer.Paused,
            ActivityReset = answer.Reset,
        };
    }
}
