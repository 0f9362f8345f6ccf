using TemporalVideo.Tests.Support;

namespace TemporalVideo.Benchmarks;

/// <summary>Our SDK against the official TypeScript SDK, both on the real server with its data in memory; where that is missing, on the embedded one.</summary>
internal static class Sdks
{
    private const int Rounds = 3;
    private const int Seconds = 3;
    private const int Held = 1000;

    public static async Task MeasureAsync()
    {
        var node = Path.Combine(TestPaths.RepositoryRoot, "tests", "TypeScript.Tests", "node");
        await using var server = await ServerProcess.StartRealInMemoryAsync() ?? await ServerProcess.StartEmbeddedAsync();
        await using var ours = await Servant.StartOursAsync(server.TargetHost);
        await using var typeScript = await Servant.StartTypeScriptAsync(server.TargetHost, node);

        async Task LoadAsync(int rounds, int underWay, int activities, bool quiet = false)
        {
            Task<LoadFigures> By(Servant servant) => LoadFigures.MeasureAsync(servant, () => servant.Processor, Seconds, underWay, activities);
            Func<Task<LoadFigures>>? other = typeScript is null ? null : () => By(typeScript);
            await (quiet
                ? Comparison.InTurnsAsync(rounds, () => By(ours), other)
                : Comparison.MeasureLoadAsync($"SDK, {(activities == 1 ? "1 activity" : $"{activities} activities")}, {underWay} at once", rounds, () => By(ours), "TypeScript", other));
        }

        await LoadAsync(rounds: 1, underWay: 50, activities: 1, quiet: true);
        await LoadAsync(Rounds, underWay: 50, activities: 1);
        await LoadAsync(Rounds, underWay: 20, activities: 10);
        await Comparison.MeasureAsync(
            "SDK: events replayed", "/s", false, Rounds,
            async () => (await ours.OrderAsync("replay 20"))[0],
            "TypeScript", typeScript is null ? null : async () => (await typeScript.OrderAsync("replay 20"))[0]);
        Comparison.Print(
            "SDK: memory of a workflow in the cache", "KiB", true, await KibibytesPerWorkflowAsync(ours),
            "TypeScript", typeScript is null ? null : await KibibytesPerWorkflowAsync(typeScript));
        Comparison.Print("SDK: memory of the process after all this", "MiB", true, ours.Memory, "TypeScript", typeScript?.Memory);
    }

    private static async Task<double> KibibytesPerWorkflowAsync(Servant servant)
    {
        // What the code itself needs is not a workflow's.
        await servant.OrderAsync("hold 100");
        var before = servant.Memory;
        await servant.OrderAsync($"hold {Held}");
        return (servant.Memory - before) * 1024 / Held;
    }
}
