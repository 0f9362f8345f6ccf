using System.Globalization;
using System.Runtime;
using Temporalio.Client;
using TemporalVideo.Hosting.Configuration;
using TemporalVideo.Tests.Support;
using TemporalVideo.Web;

namespace TemporalVideo.Benchmarks;

/// <summary>
/// The page in this program's own process: <c>bench web-host TARGET_HOST FOLDER</c>. It prints its address, then for each line that it is
/// sent what it keeps, and ends with its input.
/// </summary>
internal static class WebHost
{
    public const string Command = "web-host";

    public static async Task RunAsync(string targetHost, string folder)
    {
        var configuration = ProductConfiguration.Read(TestPaths.RepositoryRoot, Environment.GetEnvironmentVariable);
        var client = await TemporalClient.ConnectAsync(new(targetHost));
        await using var app = await WebServer.StartAsync(client, configuration, new WebOptions
        {
            Port = 0,
            Folder = folder,
            LocalUser = "bench",
            StartsPerMinute = 100_000,
            StreamsPerUser = 100_000,
        });
        Console.WriteLine(app.Urls.First());
        while (await Console.In.ReadLineAsync() is not null)
        {
            Console.WriteLine(Kept().ToString(CultureInfo.InvariantCulture));
        }
    }

    /// <summary>The bytes of the managed heap that something still holds; what nothing holds goes back to the system first.</summary>
    private static long Kept()
    {
        GCSettings.LargeObjectHeapCompactionMode = GCLargeObjectHeapCompactionMode.CompactOnce;
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        GC.WaitForPendingFinalizers();
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        var heap = GC.GetGCMemoryInfo(GCKind.Any);
        return heap.HeapSizeBytes - heap.FragmentedBytes;
    }
}
