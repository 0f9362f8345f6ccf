namespace TemporalVideo.Studio.Film;

/// <summary>Finds silence with ffmpeg's <see href="https://ffmpeg.org/ffmpeg-filters.html#silencedetect">silencedetect</see>.</summary>
public static class SilenceDetector
{
    /// <summary>The audio filter: below −50 dB for 0.3 seconds or longer.</summary>
    public const string Filter = "silencedetect=n=-50dB:d=0.3";

    /// <summary>Reads what the filter reported.</summary>
    /// <param name="report">What ffmpeg wrote to standard error.</param>
    /// <param name="fileEnd">Length of the file in seconds.</param>
    public static IReadOnlyList<MediaInterval> Parse(string report, double fileEnd) =>
        DetectorReport.Intervals(report, "silence_start", "silence_end", fileEnd);
}
