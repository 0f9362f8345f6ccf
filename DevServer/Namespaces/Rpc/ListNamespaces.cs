using Temporalio.Api.WorkflowService.V1;
using TemporalVideo.DevServer.Attributes;
using TemporalVideo.DevServer.Rpc;

namespace TemporalVideo.DevServer.Namespaces.Rpc;

/// <summary>Lists all namespaces on one page.</summary>
internal sealed class ListNamespaces(NamespaceRegistry namespaces, SearchAttributeRegistry attributes)
    : RpcHandler<ListNamespacesRequest, ListNamespacesResponse>
{
    public override Task<ListNamespacesResponse> HandleAsync(ListNamespacesRequest request, ServiceCall call) =>
        Task.FromResult(new ListNamespacesResponse
        {
            Namespaces = { namespaces.All.Select(record => record.Describe(attributes)) },
        });
}
