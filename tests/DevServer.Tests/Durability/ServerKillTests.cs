using System.Diagnostics;
using TemporalVideo.DevServer.Host.Load;
using TemporalVideo.DevServer.Tests.Durability.Load;
using Xunit.Abstractions;

namespace TemporalVideo.DevServer.Tests.Durability;

public sealed class ServerKillTests(ITestOutputHelper output)
{
    private const int Kills = 100;
    private const int Seed = 20_25;

    [Fact]
    public async Task C203_C022_C170_ServerKilledAHundredTimesUnderLoad_WhatClientsWereToldIsThereOnce()
    {
        await using var server = new ServerProcess();
        await server.StartAsync();
        using var load = await LoadRun.ConnectAsync(server.TargetHost);
        var watch = Stopwatch.StartNew();
        output.WriteLine($"seed {Seed}");
        await LoadWorker.RunAsync(server.TargetHost, load.Queue, load.Effects, () => load.RunAsync(() => KillAsync(server, load.Progress)));
        output.WriteLine($"{load} in {watch.Elapsed}");
    }

    private async Task KillAsync(ServerProcess server, Progress progress)
    {
        var random = new Random(Seed);
        var watch = Stopwatch.StartNew();
        for (var kill = 0; kill < Kills; kill++)
        {
            if (random.Next(10) == 0)
            {
                // Somewhere in its start: while it opens the file, resumes what was left, or begins to listen.
                await Task.Delay(random.Next(100, 600));
            }
            else
            {
                await server.UntilServesAsync();
                await Task.WhenAny(progress.MoreAsync(random.Next(30)), Task.Delay(random.Next(1000)));
            }

            await server.KillAsync();
            server.Spawn();
        }

        await server.UntilServesAsync();
        output.WriteLine($"{Kills} kills and {progress.Count} answers in {watch.Elapsed}");
    }
}
