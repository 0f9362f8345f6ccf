using Temporalio.Api.OperatorService.V1;
using TemporalVideo.DevServer.Rpc;

namespace TemporalVideo.DevServer.Cluster.Rpc;

/// <summary>Lists the only cluster.</summary>
internal sealed class ListClusters(ClusterIdentity identity) : RpcHandler<ListClustersRequest, ListClustersResponse>
{
    public override Task<ListClustersResponse> HandleAsync(ListClustersRequest request, ServiceCall call) =>
        Task.FromResult(new ListClustersResponse
        {
            Clusters =
            {
                new ClusterMetadata
                {
                    ClusterName = ClusterFacts.Name,
                    ClusterId = identity.Id,
                    Address = identity.Address,
                    HistoryShardCount = 1,
                    InitialFailoverVersion = 1,
                    IsConnectionEnabled = true,
                },
            },
        });
}
