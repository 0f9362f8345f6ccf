using System.Diagnostics;
using TemporalVideo.DevServer.Tests.Durability.Load;
using TemporalVideo.Tests.Support;
using Xunit.Abstractions;

namespace TemporalVideo.DevServer.Tests.Durability;

public sealed class WorkerKillTests(ITestOutputHelper output)
{
    private const int Workers = 2;
    private const int Kills = 50;
    private const int Seed = 20_26;

    [Fact]
    public async Task C124_C130_WorkersKilledFiftyTimesUnderLoad_WhatClientsWereToldIsThereOnce()
    {
        await using var server = await EmbeddedServer.StartAsync();
        using var load = await LoadRun.ConnectAsync(server.TargetHost);
        var watch = Stopwatch.StartNew();
        output.WriteLine($"seed {Seed}");
        var workers = Enumerable.Range(0, Workers).Select(_ => Start()).ToList();
        await load.RunAsync(() => KillAsync(workers, Start, load.Progress));
        output.WriteLine($"{load} in {watch.Elapsed}");
        foreach (var worker in workers)
        {
            await worker.DisposeAsync();
        }

        HostProcess Start() => HostProcess.Start("worker", server.TargetHost, load.Queue, load.Effects);
    }

    private async Task KillAsync(List<HostProcess> workers, Func<HostProcess> start, Progress progress)
    {
        var random = new Random(Seed);
        var watch = Stopwatch.StartNew();
        for (var kill = 0; kill < Kills; kill++)
        {
            var worker = workers[0];
            await worker.UntilServesAsync();
            await Task.WhenAny(progress.MoreAsync(random.Next(50)), Task.Delay(random.Next(1000)));
            await worker.DisposeAsync();
            workers.RemoveAt(0);
            workers.Add(start());
        }

        output.WriteLine($"{Kills} kills and {progress.Count} answers in {watch.Elapsed}");
    }
}
