using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Temporalio.Client;
using Temporalio.Worker;

namespace TemporalVideo.Benchmarks;

/// <summary>
/// Our SDK in a process of its own: <c>bench sdk ADDRESS</c>. Each line of input is an order (<c>throughput SECONDS UNDER_WAY ACTIVITIES</c>,
/// <c>hold COUNT</c>, <c>replay TIMES</c>), each line of output its figures. The servant of the TypeScript SDK obeys the same orders.
/// </summary>
internal static class SdkServant
{
    public const string Command = "sdk";

    private const int ReplayedActivities = 200;

    public static async Task RunAsync(string targetHost)
    {
        var client = await TemporalClient.ConnectAsync(new TemporalClientConnectOptions(targetHost));
        var taskQueue = $"bench-{Guid.NewGuid():N}";
        using var worker = new TemporalWorker(client, new TemporalWorkerOptions(taskQueue)
            .AddWorkflow<BenchWorkflows.Chain>()
            .AddWorkflow<BenchWorkflows.Held>()
            .AddActivity(BenchActivities.Echo)
            .AddActivity(BenchActivities.CountHeld));
        await worker.ExecuteAsync(async () =>
        {
            Console.WriteLine("ready");
            while (await Console.In.ReadLineAsync() is { } line)
            {
                var words = line.Split(' ');
                int[] numbers = [.. words.Skip(1).Select(word => int.Parse(word, CultureInfo.InvariantCulture))];
                double[] figures = words[0] switch
                {
                    "throughput" => await ThroughputAsync(client, taskQueue, numbers[0], numbers[1], numbers[2]),
                    "hold" => await HoldAsync(client, taskQueue, numbers[0]),
                    "replay" => await ReplayAsync(client, taskQueue, numbers[0]),
                    var other => throw new InvalidOperationException($"unknown order {other}"),
                };
                Console.WriteLine(string.Join(' ', figures));
            }
        });
    }

    /// <summary>Workflows per second, the 99th percentile of the milliseconds from start to result, and how many there were.</summary>
    private static async Task<double[]> ThroughputAsync(TemporalClient client, string taskQueue, int seconds, int underWay, int activities)
    {
        var milliseconds = new ConcurrentBag<double>();
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, underWay).Select(async _ =>
        {
            while (clock.Elapsed.TotalSeconds < seconds)
            {
                var started = clock.Elapsed;
                await client.ExecuteWorkflowAsync(
                    (BenchWorkflows.Chain w) => w.RunAsync(activities), new WorkflowOptions($"bench-{Guid.NewGuid()}", taskQueue));
                milliseconds.Add((clock.Elapsed - started).TotalMilliseconds);
            }
        }));
        var perSecond = milliseconds.Count / clock.Elapsed.TotalSeconds;
        return [perSecond, milliseconds.Order().ElementAt(milliseconds.Count * 99 / 100), milliseconds.Count];
    }

    /// <summary>Starts workflows that stay in memory; returns how many there are when all have come to their wait.</summary>
    private static async Task<double[]> HoldAsync(TemporalClient client, string taskQueue, int count)
    {
        var wanted = BenchActivities.Held + count;
        await Parallel.ForEachAsync(Enumerable.Range(0, count), new ParallelOptions { MaxDegreeOfParallelism = 50 }, async (_, _) =>
            await client.StartWorkflowAsync((BenchWorkflows.Held w) => w.RunAsync(), new WorkflowOptions($"held-{Guid.NewGuid()}", taskQueue)));
        while (BenchActivities.Held < wanted)
        {
            await Task.Delay(20);
        }

        return [wanted];
    }

    /// <summary>History events replayed per second.</summary>
    private static async Task<double[]> ReplayAsync(TemporalClient client, string taskQueue, int times)
    {
        var handle = await client.StartWorkflowAsync(
            (BenchWorkflows.Chain w) => w.RunAsync(ReplayedActivities), new WorkflowOptions($"bench-{Guid.NewGuid()}", taskQueue));
        await handle.GetResultAsync();
        var history = await handle.FetchHistoryAsync();
        var replayer = new WorkflowReplayer(new WorkflowReplayerOptions().AddWorkflow<BenchWorkflows.Chain>());
        await replayer.ReplayWorkflowAsync(history);
        var clock = Stopwatch.StartNew();
        await replayer.ReplayWorkflowsAsync(Enumerable.Repeat(history, times), throwOnReplayFailure: true);
        return [history.Events.Count * times / clock.Elapsed.TotalSeconds];
    }
}
