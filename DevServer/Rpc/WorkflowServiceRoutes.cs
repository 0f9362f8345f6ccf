using TemporalVideo.DevServer.Attributes.Rpc;
using TemporalVideo.DevServer.Batch.Rpc;
using TemporalVideo.DevServer.Cluster.Rpc;
using TemporalVideo.DevServer.Executions.Rpc;
using TemporalVideo.DevServer.Hosting;
using TemporalVideo.DevServer.Namespaces.Rpc;
using TemporalVideo.DevServer.Schedules.Rpc;
using TemporalVideo.DevServer.Visibility.Rpc;

namespace TemporalVideo.DevServer.Rpc;

/// <summary>What the WorkflowService answers; everything else is Unimplemented.</summary>
internal static class WorkflowServiceRoutes
{
    public static RpcTable AddWorkflowService(this RpcTable table, ServerParts parts, ServerServices services) => table
        .AddCluster(parts)
        .AddNamespaces(parts)
        .AddExecutions(parts.Executions)
        .AddVisibility(services)
        .AddSchedules(parts, services)
        .AddBatches(parts, services);

    private static RpcTable AddCluster(this RpcTable table, ServerParts parts) => table
        .Add("GetSystemInfo", new GetSystemInfo())
        .Add("GetClusterInfo", new GetClusterInfo(parts.Cluster))
        .Add("ListWorkerDeployments", new ListWorkerDeployments())
        .AddMissingFeatures();

    private static RpcTable AddNamespaces(this RpcTable table, ServerParts parts) => table
        .Add("RegisterNamespace", new RegisterNamespace(parts.Namespaces))
        .Add("DescribeNamespace", new DescribeNamespace(parts.Namespaces, parts.SearchAttributes))
        .Add("ListNamespaces", new ListNamespaces(parts.Namespaces, parts.SearchAttributes))
        .Add("UpdateNamespace", new UpdateNamespace(parts.Namespaces, parts.SearchAttributes))
        .Add("GetSearchAttributes", new GetSearchAttributes(parts.SearchAttributes, parts.Namespaces));

    private static RpcTable AddVisibility(this RpcTable table, ServerServices services) => table
        .Add("ListWorkflowExecutions", new ListWorkflowExecutions(services.Queries))
        .Add("ListOpenWorkflowExecutions", new ListOpenWorkflowExecutions(services.Queries))
        .Add("ListClosedWorkflowExecutions", new ListClosedWorkflowExecutions(services.Queries))
        .Add("ScanWorkflowExecutions", new ScanWorkflowExecutions(services.Queries))
        .Add("CountWorkflowExecutions", new CountWorkflowExecutions(services.Queries))
        .Add("ListArchivedWorkflowExecutions", new ListArchivedWorkflowExecutions());

    private static RpcTable AddSchedules(this RpcTable table, ServerParts parts, ServerServices services) => table
        .Add("CreateSchedule", new CreateSchedule(services.Scheduler, parts.Namespaces, parts.SearchAttributes))
        .Add("DescribeSchedule", new DescribeSchedule(services.Scheduler, parts.Namespaces))
        .Add("UpdateSchedule", new UpdateSchedule(services.Scheduler, parts.Namespaces, parts.SearchAttributes))
        .Add("PatchSchedule", new PatchSchedule(services.Scheduler, parts.Namespaces))
        .Add("DeleteSchedule", new DeleteSchedule(services.Scheduler, parts.Namespaces))
        .Add("ListScheduleMatchingTimes", new ListScheduleMatchingTimes(services.Scheduler, parts.Namespaces))
        .Add("ListSchedules", new ListSchedules(services.Scheduler, parts.Namespaces, services.Queries))
        .Add("CountSchedules", new CountSchedules(parts.Namespaces, services.Queries));

    private static RpcTable AddBatches(this RpcTable table, ServerParts parts, ServerServices services) => table
        .Add("StartBatchOperation", new StartBatchOperation(services.Batches, parts.Namespaces))
        .Add("StopBatchOperation", new StopBatchOperation(services.Batches, parts.Namespaces))
        .Add("DescribeBatchOperation", new DescribeBatchOperation(services.Batches, parts.Namespaces))
        .Add("ListBatchOperations", new ListBatchOperations(services.Batches, parts.Namespaces));
}
