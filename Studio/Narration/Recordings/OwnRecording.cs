using System.Globalization;
using TemporalVideo.Studio.Film;

namespace TemporalVideo.Studio.Narration.Recordings;

/// <summary>A person's own recording of what is said in a segment.</summary>
public static class OwnRecording
{
    /// <summary>Longest recording in seconds: one segment, and what fits into memory while its words are found.</summary>
    public const double MostSeconds = 90;

    private const double LeastSeconds = 0.5;

    /// <summary>Why a file cannot be used, to be said behind "it"; null when it can.</summary>
    /// <param name="file">Any file.</param>
    /// <param name="cancellationToken">Stops the looking.</param>
    public static async Task<string?> FaultOfAsync(string file, CancellationToken cancellationToken)
    {
        try
        {
            var info = await new MediaProbe().ProbeAsync(file, cancellationToken);
            return !info.Streams.Any(stream => stream.Kind == "audio") ? "it holds no sound"
                : info.Duration > MostSeconds ? string.Create(
                    CultureInfo.InvariantCulture, $"it is {info.Duration:0} s long, and a segment's may have {MostSeconds:0} s")
                : info.Duration is > 0 and < LeastSeconds ? "it is shorter than half a second"
                : null;
        }
        catch (Exception unreadable) when (unreadable is UnusableInputException or ToolFailedException)
        {
            return "it is no sound that ffmpeg can read, or is broken";
        }
    }
}
