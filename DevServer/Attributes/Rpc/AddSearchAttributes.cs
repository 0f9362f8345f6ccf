using Temporalio.Api.OperatorService.V1;
using TemporalVideo.DevServer.Errors;
using TemporalVideo.DevServer.Namespaces;
using TemporalVideo.DevServer.Rpc;

namespace TemporalVideo.DevServer.Attributes.Rpc;

/// <summary>Defines search attributes.</summary>
internal sealed class AddSearchAttributes(SearchAttributeRegistry attributes, NamespaceRegistry namespaces)
    : RpcHandler<AddSearchAttributesRequest, AddSearchAttributesResponse>
{
    public override async Task<AddSearchAttributesResponse> HandleAsync(AddSearchAttributesRequest request, ServiceCall call)
    {
        if (request.SearchAttributes.Count == 0)
        {
            throw ServiceErrors.InvalidArgument("SearchAttributes are not set on request.");
        }

        await attributes.AddAsync(namespaces.Require(request.Namespace).Name, request.SearchAttributes).ConfigureAwait(false);
        return new AddSearchAttributesResponse();
    }
}
