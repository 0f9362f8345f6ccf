using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Temporalio.Client;
using Temporalio.Worker;

namespace TemporalVideo.Benchmarks;

/// <summary>
/// Client and worker of the official SDK in a process of their own: <c>bench load ADDRESS</c>. Each line of input is an order
/// (<c>throughput SECONDS UNDER_WAY ACTIVITIES</c>), each line of output its figures.
/// </summary>
internal static class LoadServant
{
    public const string Command = "load";

    public static async Task RunAsync(string targetHost)
    {
        var client = await TemporalClient.ConnectAsync(new TemporalClientConnectOptions(targetHost));
        var taskQueue = $"bench-{Guid.NewGuid():N}";
        using var worker = new TemporalWorker(client, new TemporalWorkerOptions(taskQueue)
            .AddWorkflow<BenchWorkflows.Chain>()
            .AddActivity(BenchActivities.Echo));
        await worker.ExecuteAsync(async () =>
        {
            Console.WriteLine("ready");

            // The console's reader blocks even where it is called asynchronously: on this thread the worker would never begin to poll.
            while (await Task.Run(Console.In.ReadLine) is { } line)
            {
                var words = line.Split(' ');
                int[] numbers = [.. words.Skip(1).Select(word => int.Parse(word, CultureInfo.InvariantCulture))];
                double[] figures = words[0] switch
                {
                    "throughput" => await ThroughputAsync(client, taskQueue, numbers[0], numbers[1], numbers[2]),
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
}
