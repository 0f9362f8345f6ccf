namespace TemporalVideo.Studio.Film;

/// <summary>Finds pictures that stand still with ffmpeg's <see
/// href="https://ffmpeg.org/ffmpeg-filters.html#freezedetect">freezedetect</see>.</summary>
public static class FreezeDetector
{
    /// <summary>The video filter: for half a second or longer the picture differs by no more than a thousandth.</summary>
    public const string Filter = "freezedetect=n=0.001:d=0.5";

    /// <summary>Reads what the filter reported.</summary>
    /// <param name="report">What ffmpeg wrote to standard error.</param>
    /// <param name="fileEnd">Length of the file in seconds.</param>
    public static IReadOnlyList<MediaInterval> Parse(string report, double fileEnd) =>
        DetectorReport.Intervals(report, "freeze_start", "freeze_end", fileEnd);
}
