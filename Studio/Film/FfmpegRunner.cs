using System.Globalization;

namespace TemporalVideo.Studio.Film;

/// <summary>Runs ffmpeg. See <see href="https://ffmpeg.org/ffmpeg.html">its documentation</see> for the arguments.</summary>
/// <param name="tools">Starts the process.</param>
public sealed class FfmpegRunner(ToolRunner tools)
{
    private const string ProgressKey = "out_time_us=";

    /// <summary>Runs ffmpeg to its end.</summary>
    /// <param name="run">What to do.</param>
    /// <param name="cancellationToken">Kills ffmpeg.</param>
    /// <returns>What ffmpeg has written to standard error: the reports of its filters.</returns>
    /// <exception cref="ToolFailedException">ffmpeg failed; the message holds the command and its last lines.</exception>
    public async Task<string> RunAsync(FfmpegRun run, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(run);
        string[] common = ["-hide_banner", "-nostats", "-y"];
        string[] reporting = run.Progress is null ? [] : ["-progress", "pipe:1", "-stats_period", "0.5"];
        var result = await tools.RunAsync(
            new ToolCall
            {
                Program = "ffmpeg",
                Arguments = [.. common, .. reporting, .. run.Arguments],
                WriteInput = run.WriteInput,
                OnOutputLine = run.Progress is null ? null : line => Report(run, line),
            },
            cancellationToken);
        return result.ErrorOutput;
    }

    /// <summary>Runs ffmpeg with these arguments, without progress.</summary>
    /// <param name="arguments">Inputs, filters and outputs.</param>
    /// <param name="cancellationToken">Kills ffmpeg.</param>
    /// <returns>What ffmpeg has written to standard error.</returns>
    public Task<string> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken) =>
        RunAsync(new FfmpegRun { Arguments = arguments }, cancellationToken);

    private static void Report(FfmpegRun run, string line)
    {
        if (run.Seconds > 0 && line.StartsWith(ProgressKey, StringComparison.Ordinal)
            && long.TryParse(line.AsSpan(ProgressKey.Length), CultureInfo.InvariantCulture, out var microseconds))
        {
            run.Progress?.Report(Math.Clamp(microseconds / 1e6 / run.Seconds, 0, 1));
        }
    }
}
