using Temporalio.Api.WorkflowService.V1;
using TemporalVideo.DevServer.Rpc;
using TemporalVideo.Grpc;

namespace TemporalVideo.DevServer.Cluster.Rpc;

/// <summary>Workers are not versioned here, so there are no deployments.</summary>
internal sealed class ListWorkerDeployments : RpcHandler<ListWorkerDeploymentsRequest, ListWorkerDeploymentsResponse>
{
    public override Task<ListWorkerDeploymentsResponse> HandleAsync(ListWorkerDeploymentsRequest request, GrpcServerCall call) =>
        Task.FromResult(new ListWorkerDeploymentsResponse());
}
