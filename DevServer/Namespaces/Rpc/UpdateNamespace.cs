using Temporalio.Api.WorkflowService.V1;
using TemporalVideo.DevServer.Attributes;
using TemporalVideo.DevServer.Rpc;

namespace TemporalVideo.DevServer.Namespaces.Rpc;

/// <summary>Changes what the request names of a namespace.</summary>
internal sealed class UpdateNamespace(NamespaceRegistry namespaces, SearchAttributeRegistry attributes)
    : RpcHandler<UpdateNamespaceRequest, UpdateNamespaceResponse>
{
    public override async Task<UpdateNamespaceResponse> HandleAsync(UpdateNamespaceRequest request, ServiceCall call)
    {
        var record = namespaces.Require(request.Namespace);
        if (request.UpdateInfo is { } info)
        {
            var data = new Dictionary<string, string>(record.Data);
            foreach (var (key, value) in info.Data)
            {
                data[key] = value;
            }

            record = record with
            {
                Description = info.Description.Length > 0 ? info.Description : record.Description,
                OwnerEmail = info.OwnerEmail.Length > 0 ? info.OwnerEmail : record.OwnerEmail,
                Data = data,
            };
        }

        if (request.Config?.WorkflowExecutionRetentionTtl is { } retention)
        {
            record = record with { Retention = RegisterNamespace.Retention(retention) };
        }

        await namespaces.SaveAsync(record).ConfigureAwait(false);
        return new UpdateNamespaceResponse
        {
            NamespaceInfo = NamespaceDescription.Info(record),
            Config = NamespaceDescription.Config(record, attributes),
            ReplicationConfig = NamespaceDescription.Replication(),
        };
    }
}
