using System.Globalization;

namespace TemporalVideo.Studio.Narration;

/// <summary>Writes subtitles as SubRip, as WebVTT, and as Advanced SubStation Alpha for burning in.</summary>
public static class SubtitleWriter
{
    /// <summary>The script of <c>.srt</c> files.</summary>
    /// <param name="cues">The subtitles.</param>
    public static string ToSrt(IEnumerable<SubtitleCue> cues) => string.Concat(cues.Select((cue, index) =>
        $"{index + 1}\n{Time(cue.Start, @"hh\:mm\:ss\,fff")} --> {Time(cue.End, @"hh\:mm\:ss\,fff")}\n{string.Join('\n', cue.Lines)}\n\n"));

    /// <summary>The script of <c>.vtt</c> files, see <see href="https://www.w3.org/TR/webvtt1/"/>.</summary>
    /// <param name="cues">The subtitles.</param>
    public static string ToVtt(IEnumerable<SubtitleCue> cues) => "WEBVTT\n\n" + string.Concat(cues.Select(cue =>
        $"{Time(cue.Start, @"hh\:mm\:ss\.fff")} --> {Time(cue.End, @"hh\:mm\:ss\.fff")}\n"
        + $"{string.Join('\n', cue.Lines.Select(EscapeVtt))}\n\n"));

    /// <summary>A script that libass burns in, at the bottom of the picture: white text on a dark box.</summary>
    /// <param name="cues">The subtitles.</param>
    /// <param name="layout">How they are set.</param>
    public static string ToAss(IEnumerable<SubtitleCue> cues, CaptionLayout layout) => AssScript.Write(cues, layout);

    private static string Time(double seconds, string format) =>
        TimeSpan.FromSeconds(seconds).ToString(format, CultureInfo.InvariantCulture);

    private static string EscapeVtt(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");
}
