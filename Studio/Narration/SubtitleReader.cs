using System.Globalization;

namespace TemporalVideo.Studio.Narration;

/// <summary>Reads subtitles back from SubRip.</summary>
public static class SubtitleReader
{
    /// <summary>The subtitles of a <c>.srt</c> file.</summary>
    /// <param name="script">Its text.</param>
    /// <exception cref="FormatException">A time cannot be read.</exception>
    public static IReadOnlyList<SubtitleCue> FromSrt(string script)
    {
        ArgumentNullException.ThrowIfNull(script);
        return
        [
            .. script.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries)
                .Select(cue => cue.Trim('\n').Split('\n'))
                .Where(lines => lines.Length > 1 && lines[1].Contains(" --> ", StringComparison.Ordinal))
                .Select(lines => (Times: lines[1].Split(" --> "), Text: lines[2..]))
                .Select(cue => new SubtitleCue(Seconds(cue.Times[0]), Seconds(cue.Times[1]), cue.Text)),
        ];
    }

    private static double Seconds(string time) =>
        TimeSpan.ParseExact(time.Trim(), @"hh\:mm\:ss\,fff", CultureInfo.InvariantCulture).TotalSeconds;
}
