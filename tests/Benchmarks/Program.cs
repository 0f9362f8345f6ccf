using System.Globalization;
using TemporalVideo.Benchmarks;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
switch (args)
{
    case [LoadServant.Command, var targetHost]:
        await LoadServant.RunAsync(targetHost);
        return 0;
    case [Serve.Command, var port, var file]:
        await Serve.RunAsync(port, file);
        return 0;
    case [WebHost.Command, var targetHost, var folder]:
        await WebHost.RunAsync(targetHost, folder);
        return 0;
}

// Ratios of one run on one machine: they say more than figures of different days.
var only = args.FirstOrDefault();
PrintLoad("before");
if (only is null or "server")
{
    await Servers.MeasureAsync();
}

if (only is null or "video")
{
    var (whole, bare) = await Rendering.MeasureAsync();
    Console.WriteLine(
        $"{"a video of 60 s",-44} {whole.TotalSeconds,10:F1} s    {whole / bare:F2} × a bare encode of its frames "
            + $"({bare.TotalSeconds:F1} s), {Rendering.Seconds / whole.TotalSeconds:F2} × real time");
}

if (only is null or "sockets")
{
    await Sockets.MeasureAsync();
}

var isAsWanted = only is not (null or "waiting") || await Waiting.MeasureAsync();

PrintLoad("after");
return isAsWanted ? 0 : 1;

static void PrintLoad(string when)
{
    const string Averages = "/proc/loadavg";
    if (File.Exists(Averages))
    {
        Console.WriteLine(
            $"load average {when}: {string.Join(' ', File.ReadAllText(Averages).Split(' ')[..3])} on {Environment.ProcessorCount} "
                + $"processors");
    }
}
