using System.Globalization;
using System.Text.RegularExpressions;

namespace TemporalVideo.Studio.Film;

/// <summary>Measures loudness with ffmpeg's <see href="https://ffmpeg.org/ffmpeg-filters.html#ebur128-1">ebur128</see>.</summary>
/// <param name="ffmpeg">Measures.</param>
public sealed partial class LoudnessMeter(FfmpegRunner ffmpeg)
{
    /// <summary>The filter whose summary <see cref="Parse"/> reads.</summary>
    internal const string Filter = "ebur128=peak=true:framelog=verbose";

    /// <summary>Measures the first audio stream of a file.</summary>
    /// <param name="file">A media file.</param>
    /// <param name="cancellationToken">Kills ffmpeg.</param>
    public async Task<Loudness> MeasureAsync(string file, CancellationToken cancellationToken) =>
        Parse(await ffmpeg.RunAsync(["-i", file, "-map", "0:a:0", "-af", Filter, "-f", "null", "-"], cancellationToken));

    /// <summary>Reads the filter's last summary.</summary>
    /// <param name="report">What ffmpeg wrote to standard error.</param>
    /// <exception cref="UnusableInputException">There is no summary: the file has no sound.</exception>
    internal static Loudness Parse(string report)
    {
        var at = report.LastIndexOf("Summary:", StringComparison.Ordinal);
        if (at < 0)
        {
            throw new UnusableInputException("ffmpeg reported no loudness: the file has no audio stream.");
        }

        var summary = report[at..];
        return new Loudness(Value(Integrated().Match(summary)), Value(Peak().Match(summary)), Value(Range().Match(summary)));
    }

    private static double Value(Match match) =>
        match.Success && double.TryParse(match.Groups[1].Value, CultureInfo.InvariantCulture, out var value)
            && double.IsFinite(value) ? value : -70;

    [GeneratedRegex(@"I:\s+(-?[\d.]+|-inf|nan) LUFS")]
    private static partial Regex Integrated();

    [GeneratedRegex(@"Peak:\s+(-?[\d.]+|-inf|nan) dBFS")]
    private static partial Regex Peak();

    [GeneratedRegex(@"LRA:\s+(-?[\d.]+) LU")]
    private static partial Regex Range();
}
