using System.Diagnostics;
using Temporalio.Client;
using Temporalio.Worker;

namespace TemporalVideo.Benchmarks;

/// <summary>History events that the SDK replays per second, on one thread.</summary>
internal static class Replay
{
    private const int Activities = 200;
    private const int Times = 10;

    public static async Task<double> MeasureAsync(string targetHost)
    {
        var client = await TemporalClient.ConnectAsync(new TemporalClientConnectOptions(targetHost));
        var taskQueue = $"bench-{Guid.NewGuid():N}";
        using var worker = new TemporalWorker(client, new TemporalWorkerOptions(taskQueue)
            .AddWorkflow<LongWorkflow>()
            .AddActivity(OneActivityWorkflow.Echo));
        var history = await worker.ExecuteAsync(async () =>
        {
            var handle = await client.StartWorkflowAsync(
                (LongWorkflow workflow) => workflow.RunAsync(Activities), new WorkflowOptions($"bench-{Guid.NewGuid()}", taskQueue));
            await handle.GetResultAsync();
            return await handle.FetchHistoryAsync();
        });

        var replayer = new WorkflowReplayer(new WorkflowReplayerOptions().AddWorkflow<LongWorkflow>());
        await replayer.ReplayWorkflowAsync(history);
        var clock = Stopwatch.StartNew();
        for (var i = 0; i < Times; i++)
        {
            await replayer.ReplayWorkflowAsync(history);
        }

        return history.Events.Count * Times / clock.Elapsed.TotalSeconds;
    }
}
