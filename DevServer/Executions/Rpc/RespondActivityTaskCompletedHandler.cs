using Temporalio.Api.WorkflowService.V1;
using TemporalVideo.DevServer.Executions.Activities;
using TemporalVideo.DevServer.Rpc;

namespace TemporalVideo.DevServer.Executions.Rpc;

internal sealed class RespondActivityTaskCompletedHandler(ExecutionEngine engine) : RpcHandler<RespondActivityTaskCompletedRequest,
    RespondActivityTaskCompletedResponse>
{
    private readonly ActivityAnswers _answers = new(engine);

    public override async Task<RespondActivityTaskCompletedResponse> HandleAsync(RespondActivityTaskCompletedRequest request,
        ServiceCall call)
    {
        await _answers.CompleteAsync(ActivityAddress.Of(request.TaskToken), request.Result, request.Identity).ConfigureAwait(false);
        return new RespondActivityTaskCompletedResponse();
    }
}
