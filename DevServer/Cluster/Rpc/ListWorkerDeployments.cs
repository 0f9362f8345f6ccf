using Temporalio.Api.WorkflowService.V1;
using TemporalVideo.DevServer.Rpc;

namespace TemporalVideo.DevServer.Cluster.Rpc;

/// <summary>Workers are not versioned here, so there are no deployments.</summary>
internal sealed class ListWorkerDeployments : RpcHandler<ListWorkerDeploymentsRequest, ListWorkerDeploymentsResponse>
{
    public override Task<ListWorkerDeploymentsResponse> HandleAsync(ListWorkerDeploymentsRequest request, ServiceCall call) =>
        Task.FromResult(new ListWorkerDeploymentsResponse());
}
