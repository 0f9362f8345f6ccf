using TemporalVideo.DevServer.Attributes.Rpc;
using TemporalVideo.DevServer.Cluster.Rpc;
using TemporalVideo.DevServer.Executions.Rpc;
using TemporalVideo.DevServer.Hosting;
using TemporalVideo.DevServer.Namespaces.Rpc;
using TemporalVideo.DevServer.Visibility;
using TemporalVideo.DevServer.Visibility.Rpc;

namespace TemporalVideo.DevServer.Rpc;

/// <summary>What the WorkflowService answers; everything else is Unimplemented.</summary>
internal static class WorkflowServiceRoutes
{
    public static RpcTable AddWorkflowService(this RpcTable table, ServerParts parts) => table
        .AddCluster(parts)
        .AddNamespaces(parts)
        .AddExecutions(parts.Executions)
        .AddVisibility(new VisibilityQueries(parts.Namespaces, parts.SearchAttributes, parts.Visibility));

    private static RpcTable AddCluster(this RpcTable table, ServerParts parts) => table
        .Add("GetSystemInfo", new GetSystemInfo())
        .Add("GetClusterInfo", new GetClusterInfo(parts.Cluster));

    private static RpcTable AddNamespaces(this RpcTable table, ServerParts parts) => table
        .Add("RegisterNamespace", new RegisterNamespace(parts.Namespaces))
        .Add("DescribeNamespace", new DescribeNamespace(parts.Namespaces, parts.SearchAttributes))
        .Add("ListNamespaces", new ListNamespaces(parts.Namespaces, parts.SearchAttributes))
        .Add("UpdateNamespace", new UpdateNamespace(parts.Namespaces, parts.SearchAttributes))
        .Add("GetSearchAttributes", new GetSearchAttributes(parts.SearchAttributes, parts.Namespaces));

    private static RpcTable AddVisibility(this RpcTable table, VisibilityQueries queries) => table
        .Add("ListWorkflowExecutions", new ListWorkflowExecutions(queries))
        .Add("ScanWorkflowExecutions", new ScanWorkflowExecutions(queries))
        .Add("CountWorkflowExecutions", new CountWorkflowExecutions(queries))
        .Add("ListArchivedWorkflowExecutions", new ListArchivedWorkflowExecutions());
}
