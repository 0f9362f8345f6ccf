using TemporalVideo.DevServer.Attributes.Rpc;
using TemporalVideo.DevServer.Cluster.Rpc;
using TemporalVideo.DevServer.Hosting;
using TemporalVideo.DevServer.Namespaces.Rpc;

namespace TemporalVideo.DevServer.Rpc;

/// <summary>What the OperatorService answers; everything else is Unimplemented.</summary>
internal static class OperatorServiceRoutes
{
    public static RpcTable AddOperatorService(this RpcTable table, ServerParts parts, ServerServices services) => table
        .Add("ListSearchAttributes", new ListSearchAttributes(parts.SearchAttributes))
        .Add("AddSearchAttributes", new AddSearchAttributes(parts.SearchAttributes, parts.Namespaces))
        .Add("RemoveSearchAttributes", new RemoveSearchAttributes(parts.SearchAttributes, parts.Namespaces))
        .Add(
            "DeleteNamespace",
            new DeleteNamespace(parts.Namespaces, parts.SearchAttributes, services.Queries, services.Scheduler, services.Calls))
        .Add("ListClusters", new ListClusters(parts.Cluster))
        .Add("ListNexusEndpoints", new ListNexusEndpoints())
        .AddMissingOperations();
}
