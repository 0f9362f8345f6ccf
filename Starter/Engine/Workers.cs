using Temporalio.Api.Enums.V1;
using Temporalio.Api.WorkflowService.V1;

namespace TemporalVideo.Starter.Engine;

/// <summary>Whether somebody works for the product.</summary>
internal static class Workers
{
    /// <summary>A poll waits for a minute; a worker that has gone stays in the list for longer.</summary>
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(70);

    /// <summary>Whether a worker has asked for workflow tasks of late.</summary>
    public static async Task<bool> AreThereAsync(EngineConnection engine, CancellationToken cancellationToken)
    {
        var settings = engine.Configuration.Engine;
        var queue = await engine.Client.Connection.WorkflowService.DescribeTaskQueueAsync(
            new DescribeTaskQueueRequest
            {
                Namespace = settings.Namespace,
                TaskQueue = new() { Name = settings.LightTaskQueue },
                TaskQueueType = TaskQueueType.Workflow,
            },
            new() { CancellationToken = cancellationToken });
        return queue.Pollers.Any(poller => DateTime.UtcNow - poller.LastAccessTime.ToDateTime() < Poll);
    }
}
