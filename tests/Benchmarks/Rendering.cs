using System.Diagnostics;
using TemporalVideo.Studio.Film;
using TemporalVideo.Tests.Support;

namespace TemporalVideo.Benchmarks;

/// <summary>A whole video of a lesson by the starter, and a bare encode of the same frames with the same settings.</summary>
internal static class Rendering
{
    public const int Seconds = 60;

    public static async Task<(TimeSpan Whole, TimeSpan BareEncode)> MeasureAsync()
    {
        var root = TestPaths.RepositoryRoot;
        var starter = Path.Combine(root, "Starter", "bin", "Release", "net10.0", "starter");
        var session = $"bench-{Guid.NewGuid():N}";
        var lesson = Path.Combine(root, "lessons", "why-is-the-sky-blue.md");
        var whole =
            await TimeAsync(starter, "run", lesson, "--seconds", $"{Seconds}", "--user", "bench", "--session", session, "--json", "--root",
            root);
        var folder = Path.Combine(root, "out", "store", "scaffold_test", "bench", session);
        var video = Path.Combine(folder, "agent5", "final.mp4");
        try
        {
            string[] encode = ["-v", "error", "-y", "-i", video, "-an", .. VideoFormat.VideoEncoding, "-f", "mp4", "/dev/null"];
            return (whole, await TimeAsync("ffmpeg", encode));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<TimeSpan> TimeAsync(string program, params string[] arguments)
    {
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? clock.Elapsed : throw new InvalidOperationException($"{program} ended with {process.ExitCode}.");
    }
}
