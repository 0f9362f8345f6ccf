using System.Globalization;
using System.Text.RegularExpressions;

namespace TemporalVideo.Studio.Film;

/// <summary>Reads the lines in which ffmpeg's detectors tell starts and ends.</summary>
internal static class DetectorReport
{
    /// <summary>Pairs starts with ends. A stretch that is open at the end of the file ends there.</summary>
    /// <param name="report">What ffmpeg wrote to standard error.</param>
    /// <param name="startKey">Such as <c>silence_start</c>.</param>
    /// <param name="endKey">Such as <c>silence_end</c>.</param>
    /// <param name="fileEnd">Length of the file in seconds.</param>
    public static IReadOnlyList<MediaInterval> Intervals(string report, string startKey, string endKey, double fileEnd)
    {
        var intervals = new List<MediaInterval>();
        double? open = null;
        foreach (Match match in Regex.Matches(report, $@"\b({startKey}|{endKey}): ?(-?[\d.]+)"))
        {
            var time = double.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture);
            if (match.Groups[1].Value == startKey)
            {
                open = Math.Max(0, time);
            }
            else if (open is { } start)
            {
                intervals.Add(new MediaInterval(start, time));
                open = null;
            }
        }

        return open is { } last ? [.. intervals, new MediaInterval(last, fileEnd)] : intervals;
    }
}
