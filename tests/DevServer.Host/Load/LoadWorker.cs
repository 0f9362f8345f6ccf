using Temporalio.Client;
using Temporalio.Worker;

namespace TemporalVideo.DevServer.Host.Load;

/// <summary>A worker of the load, in the test's process or in one of its own.</summary>
public static class LoadWorker
{
    /// <summary>How the load finds out that a connection is dead: soon.</summary>
    public static KeepAliveOptions KeepAlive => new() { Interval = TimeSpan.FromSeconds(1), Timeout = TimeSpan.FromSeconds(2) };

    /// <summary>Polls until <paramref name="until"/> completes.</summary>
    /// <param name="targetHost">The server.</param>
    /// <param name="queue">The task queue.</param>
    /// <param name="folder">Where the activities leave their side effects.</param>
    /// <param name="until">Runs while the worker polls.</param>
    public static async Task RunAsync(string targetHost, string queue, string folder, Func<Task> until)
    {
        var client = await TemporalClient.ConnectAsync(new TemporalClientConnectOptions(targetHost) { KeepAlive = KeepAlive });
        var options = new TemporalWorkerOptions(queue)
        {
            StickyQueueScheduleToStartTimeout = TimeSpan.FromSeconds(1),

            // Each poll backs off for itself when the server goes: with many, some ask soon after it is back.
            MaxConcurrentWorkflowTaskPolls = 40,
            NonStickyToStickyPollRatio = 0.5F,
            MaxConcurrentActivityTaskPolls = 30,
        };
        options.AddWorkflow<LoadWorkflow>().AddWorkflow<LoadChildWorkflow>().AddAllActivities(new LoadActivities(new LoadEffects(folder)));
        using var worker = new TemporalWorker(client, options);
        await worker.ExecuteAsync(until);
    }
}
