using Temporalio.Api.WorkflowService.V1;
using TemporalVideo.DevServer.Attributes;
using TemporalVideo.DevServer.Errors;
using TemporalVideo.DevServer.Rpc;

namespace TemporalVideo.DevServer.Namespaces.Rpc;

/// <summary>Describes a namespace, found by name or id.</summary>
internal sealed class DescribeNamespace(NamespaceRegistry namespaces, SearchAttributeRegistry attributes)
    : RpcHandler<DescribeNamespaceRequest, DescribeNamespaceResponse>
{
    public override Task<DescribeNamespaceResponse> HandleAsync(DescribeNamespaceRequest request, ServiceCall call)
    {
        var record = request.Id.Length == 0
            ? namespaces.Require(request.Namespace)
            : namespaces.ById(request.Id) ?? throw ServiceErrors.NamespaceNotFound(request.Id);
        return Task.FromResult(record.Describe(attributes));
    }
}
