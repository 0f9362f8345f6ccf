namespace TemporalVideo.Studio.Film;

/// <summary>Finds black pictures with ffmpeg's <see href="https://ffmpeg.org/ffmpeg-filters.html#blackdetect">blackdetect</see>.</summary>
public static class BlackDetector
{
    /// <summary>The video filter: at least 98 % of the pixels are black.</summary>
    public const string Filter = "blackdetect=d=0.03";

    /// <summary>Reads what the filter reported.</summary>
    /// <param name="report">What ffmpeg wrote to standard error.</param>
    /// <param name="fileEnd">Length of the file in seconds.</param>
    public static IReadOnlyList<MediaInterval> Parse(string report, double fileEnd) =>
        DetectorReport.Intervals(report, "black_start", "black_end", fileEnd);
}
