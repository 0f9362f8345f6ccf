namespace TemporalVideo.Benchmarks;

/// <summary>The embedded server against the real one, with the same client and worker; both keep their data in files.</summary>
internal static class Servers
{
    private const int Rounds = 3;
    private const int Seconds = 3;

    public static async Task MeasureAsync()
    {
        await MeasureStartAsync();
        await using var embedded = await ServerProcess.StartEmbeddedAsync();
        await using var real = await ServerProcess.StartRealAsync();
        Comparison.Print("server: memory, idle", "MiB", true, embedded.Memory, "real", real?.Memory);
        await using var onEmbedded = await LoadClient.StartAsync(embedded.TargetHost);
        await using var onReal = real is null ? null : await LoadClient.StartAsync(real.TargetHost);

        async Task LoadAsync(int rounds, int underWay, int activities, bool quiet = false)
        {
            Task<LoadFigures> On(LoadClient servant, ServerProcess server) =>
                LoadFigures.MeasureAsync(servant, () => server.Processor, Seconds, underWay, activities);
            Func<Task<LoadFigures>>? other = real is null ? null : () => On(onReal!, real);
            await (quiet
                ? Comparison.InTurnsAsync(rounds, () => On(onEmbedded, embedded), other)
                : Comparison.MeasureLoadAsync(
                    $"server, {(activities == 1 ? "1 activity" : $"{activities} activities")}, {underWay} at once", rounds, () =>
                        On(onEmbedded, embedded), "real", other));
        }

        await LoadAsync(rounds: 1, underWay: 50, activities: 1, quiet: true);
        await LoadAsync(Rounds, underWay: 50, activities: 1);
        await LoadAsync(Rounds, underWay: 20, activities: 10);
        await LoadAsync(Rounds, underWay: 4, activities: 1);
        Comparison.Print("server: memory, after the load", "MiB", true, embedded.Memory, "real", real?.Memory);
    }

    private static Task MeasureStartAsync() => Comparison.MeasureAsync(
        "server: start to first answer", "s", true, Rounds,
        async () => await StartAsync(ServerProcess.StartEmbeddedAsync!),
        "real", ServerProcess.IsRealAvailable ? () => StartAsync(ServerProcess.StartRealAsync) : null);

    private static async Task<double> StartAsync(Func<Task<ServerProcess?>> start)
    {
        await using var server = await start();
        return server!.Start.TotalSeconds;
    }
}
