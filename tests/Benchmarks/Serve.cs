using System.Globalization;
using TemporalVideo.DevServer;

namespace TemporalVideo.Benchmarks;

/// <summary>The embedded server in this program's own process: <c>bench serve PORT FILE</c>. It ends when it is killed.</summary>
internal static class Serve
{
    public const string Command = "serve";

    public static async Task RunAsync(string port, string file)
    {
        await using var server = await DevServer.DevServer.StartAsync(
            new DevServerOptions { Port = int.Parse(port, CultureInfo.InvariantCulture), DataFile = file });
        await Task.Delay(Timeout.Infinite);
    }
}
