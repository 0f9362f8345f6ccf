using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.TaskQueue.V1;
using Temporalio.Api.WorkflowService.V1;
using TemporalVideo.DevServer.Errors;
using TemporalVideo.DevServer.Matching;
using TemporalVideo.DevServer.Rpc;

namespace TemporalVideo.DevServer.Executions.Rpc;

internal sealed class DescribeTaskQueueHandler(ExecutionEngine engine) : RpcHandler<DescribeTaskQueueRequest, DescribeTaskQueueResponse>
{
    public override Task<DescribeTaskQueueResponse> HandleAsync(DescribeTaskQueueRequest request, ServiceCall call)
    {
        var ns = engine.Namespaces.Require(request.Namespace);
        if (request.TaskQueue?.Name is not { Length: > 0 } name)
        {
            throw ServiceErrors.InvalidArgument("TaskQueue is not set on request.");
        }

        var type = request.TaskQueueType == TaskQueueType.Unspecified ? TaskQueueType.Workflow : request.TaskQueueType;
        var queue = engine.Matching.Describe(new QueueKey(ns.Id, name, type));
        var response = new DescribeTaskQueueResponse { Pollers = { queue.Pollers.Select(Poller) } };
        if (request.ReportStats)
        {
            response.Stats = Stats(queue);
        }

        if (request.IncludeTaskQueueStatus)
        {
            response.TaskQueueStatus =
                new TaskQueueStatus
                {
                    BacklogCountHint = queue.BacklogCount,
                    RatePerSecond = 100_000,
                    TaskIdBlock = new TaskIdBlock { StartId = 1, EndId = 100_000 }
                };
        }

        if (request.ApiMode == DescribeTaskQueueMode.Enhanced)
        {
            var info = new TaskQueueVersionInfo { TaskReachability = BuildIdTaskReachability.Unspecified };
            TaskQueueType[] asked = request.TaskQueueTypes.Count > 0 ? [.. request.TaskQueueTypes]
                : [TaskQueueType.Workflow, TaskQueueType.Activity];
            foreach (var each in asked)
            {
                var described = engine.Matching.Describe(new QueueKey(ns.Id, name, each));
                var typeInfo = new TaskQueueTypeInfo { Pollers = { described.Pollers.Select(Poller) } };
                if (request.ReportStats)
                {
                    typeInfo.Stats = Stats(described);
                }

                info.TypesInfo[(int)each] = typeInfo;
            }

            response.VersionsInfo[""] = info;
        }

        return Task.FromResult(response);
    }

    private static PollerInfo Poller(PollerRecord poller)
    {
        return new PollerInfo
        {
            LastAccessTime = Timestamp.FromDateTimeOffset(poller.LastAccess),
            Identity = poller.Identity,
            RatePerSecond = poller.MaxPerSecond ?? 100_000,
            WorkerVersionCapabilities = poller.BuildId.Length == 0 ? null : new WorkerVersionCapabilities { BuildId = poller.BuildId },
        };
    }

    private static TaskQueueStats Stats(QueueSnapshot queue) => new()
    {
        ApproximateBacklogCount = queue.BacklogCount,
        ApproximateBacklogAge = Duration.FromTimeSpan(queue.BacklogAge < TimeSpan.Zero ? TimeSpan.Zero : queue.BacklogAge),
    };
}
