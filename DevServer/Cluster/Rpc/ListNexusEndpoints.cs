using Temporalio.Api.OperatorService.V1;
using TemporalVideo.DevServer.Rpc;

namespace TemporalVideo.DevServer.Cluster.Rpc;

/// <summary>There is no Nexus here, so there are no endpoints.</summary>
internal sealed class ListNexusEndpoints : RpcHandler<ListNexusEndpointsRequest, ListNexusEndpointsResponse>
{
    public override Task<ListNexusEndpointsResponse> HandleAsync(ListNexusEndpointsRequest request, ServiceCall call) =>
        Task.FromResult(new ListNexusEndpointsResponse());
}
