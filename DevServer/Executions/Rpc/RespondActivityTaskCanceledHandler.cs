using Temporalio.Api.WorkflowService.V1;
using TemporalVideo.DevServer.Executions.Activities;
using TemporalVideo.DevServer.Rpc;

namespace TemporalVideo.DevServer.Executions.Rpc;

internal sealed class RespondActivityTaskCanceledHandler(ExecutionEngine engine) : RpcHandler<RespondActivityTaskCanceledRequest,
    RespondActivityTaskCanceledResponse>
{
    private readonly ActivityAnswers _answers = new(engine);

    public override async Task<RespondActivityTaskCanceledResponse> HandleAsync(RespondActivityTaskCanceledRequest request,
        ServiceCall call)
    {
        await _answers.CancelAsync(ActivityAddress.Of(request.TaskToken), request.Details, request.Identity).ConfigureAwait(false);
        return new RespondActivityTaskCanceledResponse();
    }
}
