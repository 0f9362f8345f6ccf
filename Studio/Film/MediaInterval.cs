namespace TemporalVideo.Studio.Film;

/// <summary>A stretch of a media file, in seconds.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Where it ends.</param>
public readonly record struct MediaInterval(double Start, double End)
{
    /// <summary>Its length in seconds.</summary>
    public double Seconds => End - Start;

    /// <summary>The length of the longest stretch; 0 when there is none.</summary>
    /// <param name="intervals">Stretches.</param>
    public static double Longest(IEnumerable<MediaInterval> intervals) =>
        intervals.Select(interval => interval.Seconds).DefaultIfEmpty(0).Max();
}
