using Temporalio.Api.WorkflowService.V1;
using TemporalVideo.DevServer.Executions.Activities;
using TemporalVideo.DevServer.Rpc;

namespace TemporalVideo.DevServer.Executions.Rpc;

internal sealed class RespondActivityTaskCanceledByIdHandler(ExecutionEngine engine) : RpcHandler<RespondActivityTaskCanceledByIdRequest,
    RespondActivityTaskCanceledByIdResponse>
{
    private readonly ActivityAnswers _answers = new(engine);

    public override async Task<RespondActivityTaskCanceledByIdResponse> HandleAsync(RespondActivityTaskCanceledByIdRequest request,
        ServiceCall call)
    {
        var address =
            ActivityAnswers.ById(engine.Namespaces.Require(request.Namespace), request.WorkflowId, request.RunId, request.ActivityId);
        await _answers.CancelAsync(address, request.Details, request.Identity).ConfigureAwait(false);
        return new RespondActivityTaskCanceledByIdResponse();
    }
}
