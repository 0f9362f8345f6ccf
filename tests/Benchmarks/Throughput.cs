using System.Diagnostics;
using Temporalio.Client;
using Temporalio.Worker;

namespace TemporalVideo.Benchmarks;

/// <summary>Workflows per second against a server, with a fixed number of them under way.</summary>
internal static class Throughput
{
    private const int Workflows = 400;
    private const int UnderWay = 50;

    public static async Task<double> MeasureAsync(string targetHost)
    {
        var client = await TemporalClient.ConnectAsync(new TemporalClientConnectOptions(targetHost));
        var taskQueue = $"bench-{Guid.NewGuid():N}";
        using var worker = new TemporalWorker(client, new TemporalWorkerOptions(taskQueue)
            .AddWorkflow<OneActivityWorkflow>()
            .AddActivity(OneActivityWorkflow.Echo));
        return await worker.ExecuteAsync(async () =>
        {
            await RunAsync(client, taskQueue, UnderWay);
            var clock = Stopwatch.StartNew();
            await RunAsync(client, taskQueue, Workflows);
            return Workflows / clock.Elapsed.TotalSeconds;
        });
    }

    private static Task RunAsync(TemporalClient client, string taskQueue, int count) => Parallel.ForEachAsync(
        Enumerable.Range(0, count),
        new ParallelOptions { MaxDegreeOfParallelism = UnderWay },
        async (_, _) => await client.ExecuteWorkflowAsync(
            (OneActivityWorkflow workflow) => workflow.RunAsync("x"), new WorkflowOptions($"bench-{Guid.NewGuid()}", taskQueue)));
}
