using System.Globalization;
using System.Text;
using TemporalVideo.Studio.Pictures.Typography;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Narration;

/// <summary>
/// Captions for libass: white text on a dark box with round corners, at the bottom of the picture.
/// </summary>
internal static class AssScript
{
    private const string StyleFields =
        "Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, BackColour, Bold, Italic, Underline, StrikeOut, "
        + "ScaleX, ScaleY, Spacing, Angle, BorderStyle, Outline, Shadow, Alignment, MarginL, MarginR, MarginV, Encoding";

    private const string White = "&H00FFFFFF";
    private const string Clear = "&H00000000";
    private const double LetterSpacing = 0.4;

    /// <summary>libass finds out by the letters in which direction a line runs. With any other encoding it takes left to right for
    /// granted.</summary>
    private const int ByItsLetters = -1;
    private const int SidePadding = 34;
    internal const int EndPadding = 17;
    private const int Radius = 22;

    /// <summary>How libass calls the typefaces of the pictures, and how many ems its font size, ascender to descender, is.</summary>
    private static readonly Dictionary<string, (string Name, int Bold, double EmsHigh)> Faces = new()
    {
        ["Inter Display"] = ("Inter Display Semi Bold", 0, 1.21),
        ["Inter"] = ("Inter Semi Bold", 0, 1.21),
        ["Lato"] = ("Lato Semibold", 0, 1.2),
        ["DejaVu Sans"] = ("DejaVu Sans", -1, 1.164),
    };

    /// <summary>Writes the script.</summary>
    public static string Write(IEnumerable<SubtitleCue> cues, CaptionLayout layout)
    {
        var size = layout.FontSize;
        var (name, bold, _) = Faces[FontLibrary.Installed.Value.FamilyName];
        var all = cues.ToList();

        // Letters that are joined must not be set apart.
        var spacing = all.Any(cue => cue.Lines.Any(IsJoined)) ? 0 : LetterSpacing;
        var script = new StringBuilder(Header(layout, name, bold, spacing.ToString(CultureInfo.InvariantCulture)));
        foreach (var cue in all)
        {
            var width = Width(cue.Lines, layout, spacing);
            var (boxWidth, boxHeight) = ((int)Math.Ceiling(width) + (2 * SidePadding), (cue.Lines.Count * size) + (2 * EndPadding));
            var (left, top) = ((layout.Size.Width() - boxWidth) / 2, layout.Bottom - boxHeight);
            Event(script, 0, cue, "Box", $@"\an7\pos({left},{top})\p1", Rounded(boxWidth, boxHeight));
            Event(script, 1, cue, "Caption", $@"\an5\pos({layout.Size.Width() / 2},{top + (boxHeight / 2)})",
                string.Join(@"\N", cue.Lines.Select(line => Escape(RunsLeft(line) ? Amounts.Isolated(line) : line))));
        }

        return script.ToString();
    }

    /// <summary>Width of the longest line in pixels.</summary>
    public static double Width(IReadOnlyList<string> lines, CaptionLayout layout, double spacing = LetterSpacing) => lines.Max(line =>
        (Typesetter.Measure(line, FontStyle.SemiBold) * layout.FontSize / Faces[FontLibrary.Installed.Value.FamilyName].EmsHigh)
            + (line.Length * spacing));

    private static bool RunsLeft(string line) => line.EnumerateRunes().FirstOrDefault(Rune.IsLetter) is var first
        && Scripts.IsRightToLeft(first);

    /// <summary>Hebrew, Arabic and the scripts beside them, and those of India.</summary>
    private static bool IsJoined(string line) => line.Any(letter => letter is >= '\u0590' and <= '\u0DFF' or >= '\uFB1D' and <= '\uFEFC');

    private static string Header(CaptionLayout layout, string font, int bold, string spacing)
    {
        var fontSize = layout.FontSize;
        return $"""
        [Script Info]
        ScriptType: v4.00+
        PlayResX: {layout.Size.Width()}
        PlayResY: {layout.Size.Height()}
        WrapStyle: 2
        ScaledBorderAndShadow: yes
        YCbCr Matrix: TV.709

        [V4+ Styles]
        Format: {StyleFields}
        Style: Caption,{font},{fontSize},{White},{White},{Clear},{Clear},{bold},0,0,0,100,100,{spacing},0,1,0,0,5,0,0,0,{ByItsLetters}
        Style: Box,{font},{fontSize},&H30160E0A,&H30160E0A,{Clear},{Clear},0,0,0,0,100,100,0,0,1,0,0,7,0,0,0,1

        [Events]
        Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text

        """;
    }

    private static void Event(StringBuilder script, int layer, SubtitleCue cue, string style, string tags, string text) =>
        script.Append(CultureInfo.InvariantCulture,
            $@"Dialogue: {layer},{Time(cue.Start)},{Time(cue.End)},{style},,0,0,0,,{{{tags}}}{text}").Append('\n');

    /// <summary>The outline of a box with round corners, in libass's drawing commands.</summary>
    private static string Rounded(int width, int height)
    {
        // Control points of a cubic curve nearest to a quarter of a circle.
        var near = (int)Math.Round(Radius * (1 - 0.5523));
        var (right, bottom, r) = (width - Radius, height - Radius, Radius);
        return $"m {r} 0 l {right} 0 b {width - near} 0 {width} {near} {width} {r} l {width} {bottom} b {width} {height - near} "
            + $"{width - near} {height} {right} {height} "
            + $"l {r} {height} b {near} {height} 0 {height - near} 0 {bottom} l 0 {r} b 0 {near} {near} 0 {r} 0";
    }

    /// <summary>Hours have one digit, fractions two.</summary>
    private static string Time(double seconds) => TimeSpan.FromSeconds(seconds).ToString(@"h\:mm\:ss\.ff", CultureInfo.InvariantCulture);

    /// <summary>Braces and backslashes would be read as commands; a word joiner after a backslash makes it a letter.</summary>
    private static string Escape(string text) => text.Replace("\\", "\\\u2060").Replace("{", "\\{").Replace("}", "\\}");
}
