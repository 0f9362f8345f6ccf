using Temporalio.Api.WorkflowService.V1;
using TemporalVideo.DevServer.Namespaces;
using TemporalVideo.DevServer.Rpc;

namespace TemporalVideo.DevServer.Attributes.Rpc;

/// <summary>The search attributes of all namespaces, for clients older than the operator service.</summary>
internal sealed class GetSearchAttributes(SearchAttributeRegistry attributes, NamespaceRegistry namespaces)
    : RpcHandler<GetSearchAttributesRequest, GetSearchAttributesResponse>
{
    public override Task<GetSearchAttributesResponse> HandleAsync(GetSearchAttributesRequest request, ServiceCall call)
    {
        var response = new GetSearchAttributesResponse();
        var custom = namespaces.All.SelectMany(record => attributes.Custom(record.Name));
        foreach (var (name, type) in SystemSearchAttributes.All.Concat(custom))
        {
            response.Keys[name] = type;
        }

        return Task.FromResult(response);
    }
}
