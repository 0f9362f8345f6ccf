using Temporalio.Api.WorkflowService.V1;
using TemporalVideo.DevServer.Attributes;
using TemporalVideo.DevServer.Rpc;
using TemporalVideo.Grpc;

namespace TemporalVideo.DevServer.Namespaces.Rpc;

/// <summary>Lists all namespaces on one page.</summary>
internal sealed class ListNamespaces(NamespaceRegistry namespaces, SearchAttributeRegistry attributes)
    : RpcHandler<ListNamespacesRequest, ListNamespacesResponse>
{
    public override Task<ListNamespacesResponse> HandleAsync(ListNamespacesRequest request, GrpcServerCall call) =>
        Task.FromResult(new ListNamespacesResponse
        {
            Namespaces = { namespaces.All.Select(record => record.Describe(attributes)) },
        });
}
