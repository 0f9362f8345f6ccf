using Temporalio.Api.OperatorService.V1;
using TemporalVideo.DevServer.Errors;
using TemporalVideo.DevServer.Namespaces;
using TemporalVideo.DevServer.Rpc;

namespace TemporalVideo.DevServer.Attributes.Rpc;

/// <summary>Takes definitions of search attributes away.</summary>
internal sealed class RemoveSearchAttributes(SearchAttributeRegistry attributes, NamespaceRegistry namespaces)
    : RpcHandler<RemoveSearchAttributesRequest, RemoveSearchAttributesResponse>
{
    public override async Task<RemoveSearchAttributesResponse> HandleAsync(RemoveSearchAttributesRequest request, ServiceCall call)
    {
        if (request.SearchAttributes.Count == 0)
        {
            throw ServiceErrors.InvalidArgument("SearchAttributes are not set on request.");
        }

        await attributes.RemoveAsync(namespaces.Require(request.Namespace).Name, request.SearchAttributes).ConfigureAwait(false);
        return new RemoveSearchAttributesResponse();
    }
}
