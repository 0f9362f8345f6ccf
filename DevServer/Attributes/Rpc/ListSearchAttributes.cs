using Temporalio.Api.OperatorService.V1;
using TemporalVideo.DevServer.Rpc;

namespace TemporalVideo.DevServer.Attributes.Rpc;

/// <summary>Lists a namespace's search attributes.</summary>
internal sealed class ListSearchAttributes(SearchAttributeRegistry attributes)
    : RpcHandler<ListSearchAttributesRequest, ListSearchAttributesResponse>
{
    public override Task<ListSearchAttributesResponse> HandleAsync(ListSearchAttributesRequest request, ServiceCall call)
    {
        var response = new ListSearchAttributesResponse();
        foreach (var (name, type) in attributes.Custom(request.Namespace))
        {
            response.CustomAttributes.Add(name, type);
        }

        foreach (var (name, type) in SystemSearchAttributes.All)
        {
            response.SystemAttributes.Add(name, type);
        }

        return Task.FromResult(response);
    }
}
