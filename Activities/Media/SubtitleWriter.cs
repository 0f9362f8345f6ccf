using System.Globalization;
using System.Text;

namespace TemporalVideo.Activities.Media;

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
        $"{Time(cue.Start, @"hh\:mm\:ss\.fff")} --> {Time(cue.End, @"hh\:mm\:ss\.fff")}\n{string.Join('\n', cue.Lines.Select(EscapeVtt))}\n\n"));

    /// <summary>
    /// A script that libass burns in at the bottom of a 1920×1080 picture: white text on a dark, half-transparent box, below y = 900.
    /// </summary>
    /// <param name="cues">The subtitles.</param>
    public static string ToAss(IEnumerable<SubtitleCue> cues)
    {
        ArgumentNullException.ThrowIfNull(cues);
        var script = new StringBuilder(
            """
            [Script Info]
            ScriptType: v4.00+
            PlayResX: 1920
            PlayResY: 1080
            WrapStyle: 2
            ScaledBorderAndShadow: yes
            YCbCr Matrix: TV.709

            [V4+ Styles]
            Format: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, BackColour, Bold, Italic, Underline, StrikeOut, ScaleX, ScaleY, Spacing, Angle, BorderStyle, Outline, Shadow, Alignment, MarginL, MarginR, MarginV, Encoding
            Style: Caption,Inter Semi Bold,46,&H00FFFFFF,&H00FFFFFF,&H00120C08,&H50120C08,0,0,0,0,100,100,0.4,0,4,0,14,2,160,160,54,1

            [Events]
            Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text

            """);
        foreach (var cue in cues)
        {
            var text = string.Join(@"\N", cue.Lines.Select(EscapeAss));
            script.Append(CultureInfo.InvariantCulture, $@"Dialogue: 0,{AssTime(cue.Start)},{AssTime(cue.End)},Caption,,0,0,0,,{{\fad(80,60)}}{text}").Append('\n');
        }

        return script.ToString();
    }

    private static string Time(double seconds, string format) => TimeSpan.FromSeconds(seconds).ToString(format, CultureInfo.InvariantCulture);

    /// <summary>Hours have one digit, fractions two.</summary>
    private static string AssTime(double seconds) => Time(seconds, @"h\:mm\:ss\.ff");

    private static string EscapeVtt(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");

    /// <summary>Braces and backslashes would be read as commands; a word joiner after a backslash makes it a letter.</summary>
    private static string EscapeAss(string text) => text.Replace("\\", "\\\u2060").Replace("{", "\\{").Replace("}", "\\}");
}
