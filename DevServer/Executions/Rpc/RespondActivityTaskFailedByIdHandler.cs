using Temporalio.Api.WorkflowService.V1;
using TemporalVideo.DevServer.Errors;
using TemporalVideo.DevServer.Executions.Activities;
using TemporalVideo.DevServer.Rpc;

namespace TemporalVideo.DevServer.Executions.Rpc;

internal sealed class RespondActivityTaskFailedByIdHandler(ExecutionEngine engine) : RpcHandler<RespondActivityTaskFailedByIdRequest,
    RespondActivityTaskFailedByIdResponse>
{
    private readonly ActivityAnswers _answers = new(engine);

    public override async Task<RespondActivityTaskFailedByIdResponse> HandleAsync(RespondActivityTaskFailedByIdRequest request,
        ServiceCall call)
    {
        if (request.Failure is { ApplicationFailureInfo: null })
        {
            throw ServiceErrors.InvalidArgument("Failure must have ApplicationFailureInfo.");
        }

        var address =
            ActivityAnswers.ById(engine.Namespaces.Require(request.Namespace), request.WorkflowId, request.RunId, request.ActivityId);
        await _answers.FailAsync(address, request.Failure, request.LastHeartbeatDetails, request.Identity).ConfigureAwait(false);
        return new RespondActivityTaskFailedByIdResponse();
    }
}
