using System.Globalization;

namespace TemporalVideo.Studio.Pictures.Typography;

/// <summary>Wraps text into balanced lines, as large as fits.</summary>
internal static class Typesetter
{
    private const double Smallest = 12;

    /// <summary>
    /// Sets a text in at most <paramref name="lines"/> lines of <paramref name="width"/> pixels, in the largest size that fits. A text that
    /// does not fit in the
    /// least size is set smaller, in as many lines as have room in the same height, long words torn: what is there is shown.
    /// </summary>
    public static TextBlock Fit(string text, FontStyle style, double size, double least, double width, int lines, double leading = 1.16) =>
        TryFit(text, style, size, least, width, lines, leading) ?? Squeeze(text, style, least, width, lines, leading)
            ?? Shorten(text, style, Smallest, width, lines) with { Leading = leading };

    /// <summary>Sets a text in one size, in as many lines as it takes; words that are wider than a line are torn.</summary>
    public static TextBlock Wrapped(string text, FontStyle style, double size, double width, double leading = 1.16) =>
        (Wrap(text, style, size, width, int.MaxValue) ?? Block(Torn(text, style, size, width), style, size)) with { Leading = leading };

    /// <summary>Width in pixels of the widest word: in less, it is torn.</summary>
    public static double WidestWord(string text, FontStyle style, double size) =>
        LineBreaker.Words(text.Replace('\'', '’')).Select(word => Width(word.Text, style, size)).DefaultIfEmpty(0).Max();

    /// <summary>The same, or null when the text does not fit in the least size.</summary>
    public static TextBlock? TryFit(string text, FontStyle style, double size, double least, double width, int lines, double leading = 1.16)
    {
        for (var tried = size; tried >= least; tried -= 2)
        {
            if (Wrap(text, style, tried, width, lines) is { } block)
            {
                return block with { Leading = leading };
            }
        }

        return null;
    }

    /// <summary>One line, as wide as it comes.</summary>
    public static TextBlock Line(string text, FontStyle style, double size) => Block([text], style, size);

    /// <summary>Width of a line in ems, without letter spacing.</summary>
    public static double Measure(string text, FontStyle style) => TextShaper.Shape(text, style).Width(1, 0);

    private static TextBlock? Wrap(string text, FontStyle style, double size, double width, int lines)
    {
        var words = LineBreaker.Words(text.Replace('\'', '’'));
        if (words.Count == 0 || words.Any(word => Width(word.Text, style, size) > width))
        {
            return null;
        }

        return Balance(words, style, size, width, lines) is { } wrapped ? Block(wrapped, style, size) : null;
    }

    // The narrowest width that still needs no more lines makes lines of equal length.
    private static List<string>? Balance(IReadOnlyList<Word> words, FontStyle style, double size, double width, int count)
    {
        if (Break(words, style, size, width) is not { } loose || loose.Count > count)
        {
            return null;
        }

        var best = loose;
        for (var tried = width * 0.96; tried > width * 0.3; tried *= 0.96)
        {
            if (Break(words, style, size, tried) is not { } tighter || tighter.Count > loose.Count)
            {
                break;
            }

            best = tighter;
        }

        return best;
    }

    private static List<string>? Break(IReadOnlyList<Word> words, FontStyle style, double size, double width)
    {
        List<string> lines = [];
        var line = "";
        foreach (var word in words)
        {
            var longer = line.Length == 0 ? word.Text : line + (word.SpaceBefore ? " " : "") + word.Text;
            if (word.OnNewLine && line.Length > 0 && Width(word.Text, style, size) <= width)
            {
                lines.Add(line);
                line = word.Text;
            }
            else if (Width(longer, style, size) <= width)
            {
                line = longer;
            }
            else if (line.Length == 0 || Width(word.Text, style, size) > width)
            {
                return null;
            }
            else
            {
                lines.Add(line);
                line = word.Text;
            }
        }

        lines.Add(line);
        return lines;
    }

    private static TextBlock? Squeeze(string text, FontStyle style, double least, double width, int lines, double leading)
    {
        var height = least * ((lines - 1) * leading + 1);
        for (var size = least; size >= Smallest; size -= 1)
        {
            var room = Math.Max(1, (int)(((height / size) - 1) / leading) + 1);
            var block = Wrapped(text, style, size, width, leading);
            if (block.Lines.Count <= room)
            {
                return block;
            }
        }

        return null;
    }

    // Lines filled to the brim: words that are too wide for any line are cut where the line ends.
    private static List<string> Torn(string text, FontStyle style, double size, double width)
    {
        List<string> lines = [];
        var line = "";
        foreach (var word in LineBreaker.Words(text.Replace('\'', '’')))
        {
            var longer = line.Length == 0 ? word.Text : line + (word.SpaceBefore ? " " : "") + word.Text;
            if (Width(longer, style, size) <= width)
            {
                line = longer;
                continue;
            }

            if (line.Length > 0)
            {
                lines.Add(line);
            }

            line = "";
            for (var elements = StringInfo.GetTextElementEnumerator(word.Text); elements.MoveNext();)
            {
                var element = elements.GetTextElement();
                if (line.Length > 0 && Width(line + element, style, size) > width)
                {
                    lines.Add(line);
                    line = "";
                }

                line += element;
            }
        }

        return line.Length > 0 || lines.Count == 0 ? [.. lines, line] : lines;
    }

    private static TextBlock Shorten(string text, FontStyle style, double size, double width, int lines)
    {
        // The longest beginning that fits: half the rest is tried each time.
        var (fits, fails) = (0, text.Length);
        TextBlock? best = null;
        while (fails - fits > 1)
        {
            var length = (fits + fails) / 2;
            if (Wrap(Beginning(text, length) + "…", style, size, width, lines) is { } block)
            {
                (fits, best) = (length, block);
            }
            else
            {
                fails = length;
            }
        }

        return best ?? Block(["…"], style, size);
    }

    private static string Beginning(string text, int length) =>
        text[..(length > 0 && char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)].TrimEnd(' ', ',', '.', ';', ':', '-');

    private static TextBlock Block(IReadOnlyList<string> lines, FontStyle style, double size)
    {
        var shaped = lines.Select(line => TextShaper.Shape(line, style)).ToList();
        var spacing = Spacing(style, size);
        return new TextBlock([.. shaped.Select(line => (line, line.Width(size, spacing)))], size, spacing);
    }

    private static double Width(string text, FontStyle style, double size) =>
        TextShaper.Shape(text, style).Width(size, Spacing(style, size));

    // Large type is set tighter; code keeps its columns.
    private static double Spacing(FontStyle style, double size) => (style, size) switch
    {
        (FontStyle.Code, _) => 0,
        (_, >= 70) => -0.016,
        (_, >= 40) => -0.012,
        _ => 0,
    };
}
