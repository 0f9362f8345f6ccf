using Temporalio.Api.Query.V1;
using Temporalio.Api.WorkflowService.V1;
using TemporalVideo.DevServer.Errors;
using TemporalVideo.DevServer.Rpc;

namespace TemporalVideo.DevServer.Executions.Rpc;

internal sealed class RespondQueryTaskCompletedHandler(ExecutionEngine engine) : RpcHandler<RespondQueryTaskCompletedRequest,
    RespondQueryTaskCompletedResponse>
{
    public override Task<RespondQueryTaskCompletedResponse> HandleAsync(RespondQueryTaskCompletedRequest request, ServiceCall call)
    {
        var token = Tokens.Read(request.TaskToken);
        var query = engine.DirectQueries.Find(token.QueryId) ?? throw ServiceErrors.NotFound("query task not found, or already expired");
        query.Answer(new WorkflowQueryResult
        {
            ResultType = request.CompletedType,
            Answer = request.QueryResult,
            ErrorMessage = request.ErrorMessage,
            Failure = request.Failure,
        });
        return Task.FromResult(new RespondQueryTaskCompletedResponse());
    }
}
