using Temporalio.Api.WorkflowService.V1;
using TemporalVideo.DevServer.Errors;
using TemporalVideo.DevServer.Executions.Activities;
using TemporalVideo.DevServer.Rpc;

namespace TemporalVideo.DevServer.Executions.Rpc;

internal sealed class RespondActivityTaskFailedHandler(ExecutionEngine engine) : RpcHandler<RespondActivityTaskFailedRequest,
    RespondActivityTaskFailedResponse>
{
    private readonly ActivityAnswers _answers = new(engine);

    public override async Task<RespondActivityTaskFailedResponse> HandleAsync(RespondActivityTaskFailedRequest request, ServiceCall call)
    {
        if (request.Failure is { ApplicationFailureInfo: null })
        {
            throw ServiceErrors.InvalidArgument("Failure must have ApplicationFailureInfo.");
        }

        await _answers.FailAsync(ActivityAddress.Of(request.TaskToken), request.Failure, request.LastHeartbeatDetails, request.Identity)
            .ConfigureAwait(false);
        return new RespondActivityTaskFailedResponse();
    }
}
