using Temporalio.Api.WorkflowService.V1;
using TemporalVideo.DevServer.Executions.Activities;
using TemporalVideo.DevServer.Rpc;

namespace TemporalVideo.DevServer.Executions.Rpc;

internal sealed class RespondActivityTaskCompletedByIdHandler(ExecutionEngine engine) : RpcHandler<RespondActivityTaskCompletedByIdRequest,
    RespondActivityTaskCompletedByIdResponse>
{
    private readonly ActivityAnswers _answers = new(engine);

    public override async Task<RespondActivityTaskCompletedByIdResponse> HandleAsync(RespondActivityTaskCompletedByIdRequest request,
        ServiceCall call)
    {
        var address =
            ActivityAnswers.ById(engine.Namespaces.Require(request.Namespace), request.WorkflowId, request.RunId, request.ActivityId);
        await _answers.CompleteAsync(address, request.Result, request.Identity).ConfigureAwait(false);
        return new RespondActivityTaskCompletedByIdResponse();
    }
}
