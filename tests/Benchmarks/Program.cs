using System.Globalization;
using TemporalVideo.Benchmarks;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args is [Serve.Command, var port, var file])
{
    await Serve.RunAsync(port, file);
    return;
}

// Ratios of one run on one machine: they say more than figures of different days.
var only = args.FirstOrDefault();
if (only is null or "engine")
{
    await using var embedded = await ServerProcess.StartEmbeddedAsync();
    await using var real = await ServerProcess.StartRealAsync();
    Print("server start to first answer", embedded.Start.TotalSeconds, real?.Start.TotalSeconds, "s", lowerIsBetter: true);
    Print("server memory, idle", embedded.Memory, real?.Memory, "MiB", lowerIsBetter: true);
    Print("workflows of one activity", await Throughput.MeasureAsync(embedded.TargetHost), real is null ? null : await Throughput.MeasureAsync(real.TargetHost), "/s", lowerIsBetter: false);
    Print("server memory, after the load", embedded.Memory, real?.Memory, "MiB", lowerIsBetter: true);
    Console.WriteLine($"{"events replayed",-32} {await Replay.MeasureAsync(embedded.TargetHost),10:F0} /s");
}

if (only is null or "video")
{
    var (whole, bare) = await Rendering.MeasureAsync();
    Console.WriteLine($"{"a video of 60 s",-32} {whole.TotalSeconds,10:F1} s    {whole / bare:F2} × a bare encode of its frames ({bare.TotalSeconds:F1} s), {Rendering.Seconds / whole.TotalSeconds:F2} × real time");
}

static void Print(string what, double embedded, double? real, string unit, bool lowerIsBetter)
{
    var ratio = real is null ? "(real server not found)" : $"real {real,9:F2} {unit,-4} ratio {(lowerIsBetter ? real / embedded : embedded / real):F2} × better";
    Console.WriteLine($"{what,-32} {embedded,10:F2} {unit,-4} {ratio}");
}
