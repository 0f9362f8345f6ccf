using Temporalio.Api.WorkflowService.V1;
using TemporalVideo.DevServer.Namespaces;
using TemporalVideo.DevServer.Rpc;
using TemporalVideo.DevServer.Visibility;

namespace TemporalVideo.DevServer.Schedules.Rpc;

/// <summary>How many schedules pass a filter.</summary>
internal sealed class CountSchedules(NamespaceRegistry namespaces, VisibilityQueries queries) : RpcHandler<CountSchedulesRequest,
    CountSchedulesResponse>
{
    public override Task<CountSchedulesResponse> HandleAsync(CountSchedulesRequest request, ServiceCall call) =>
        Task.FromResult(new CountSchedulesResponse
        {
            Count = queries.CountSchedules(namespaces.Require(request.Namespace).Name, request.Query),
        });
}
