using TemporalVideo.DevServer.Attributes.Rpc;
using TemporalVideo.DevServer.Cluster.Rpc;
using TemporalVideo.DevServer.Hosting;

namespace TemporalVideo.DevServer.Rpc;

/// <summary>What the OperatorService answers; everything else is Unimplemented.</summary>
internal static class OperatorServiceRoutes
{
    public static RpcTable AddOperatorService(this RpcTable table, ServerParts parts) => table
        .Add("ListSearchAttributes", new ListSearchAttributes(parts.SearchAttributes))
        .Add("AddSearchAttributes", new AddSearchAttributes(parts.SearchAttributes, parts.Namespaces))
        .Add("RemoveSearchAttributes", new RemoveSearchAttributes(parts.SearchAttributes, parts.Namespaces))
        .Add("ListClusters", new ListClusters(parts.Cluster));
}
