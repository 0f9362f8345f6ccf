using Temporalio.Api.WorkflowService.V1;
using TemporalVideo.DevServer.Rpc;

namespace TemporalVideo.DevServer.Cluster.Rpc;

/// <summary>Tells tools what cluster this is.</summary>
internal sealed class GetClusterInfo(ClusterIdentity identity) : RpcHandler<GetClusterInfoRequest, GetClusterInfoResponse>
{
    public override Task<GetClusterInfoResponse> HandleAsync(GetClusterInfoRequest request, ServiceCall call) =>
        Task.FromResult(new GetClusterInfoResponse
        {
            SupportedClients = { ClusterFacts.SupportedClients.ToDictionary(pair => pair.Key, pair => pair.Value) },
            ServerVersion = ClusterFacts.ServerVersion,
            ClusterId = identity.Id,
            ClusterName = ClusterFacts.Name,
            HistoryShardCount = 1,
            PersistenceStore = "sqlite",
            VisibilityStore = "sqlite",
            InitialFailoverVersion = 1,
            FailoverVersionIncrement = 10,
        });
}
