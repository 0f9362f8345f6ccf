using TemporalVideo.DevServer.Hosting;

namespace TemporalVideo.DevServer.Rpc;

/// <summary>What the WorkflowService answers; everything else is Unimplemented.</summary>
internal static class WorkflowServiceRoutes
{
    public static RpcTable AddWorkflowService(this RpcTable table, ServerParts parts) => table;
}
