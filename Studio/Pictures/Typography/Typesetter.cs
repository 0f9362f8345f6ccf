namespace TemporalVideo.Studio.Pictures.Typography;

/// <summary>Wraps text into balanced lines, as large as fits.</summary>
internal static class Typesetter
{
    // Kerning and hinting move a line's end by less than this.
    private const double Safety = 1.015;

    /// <summary>Sets a text in at most <paramref name="lines"/> lines of <paramref name="width"/> pixels, in the largest size that fits.</summary>
    public static TextBlock Fit(string text, FontWeight weight, double size, double least, double width, int lines, double leading = 1.16) =>
        TryFit(text, weight, size, least, width, lines, leading) ?? Shorten(text, weight, least, width, lines) with { Leading = leading };

    /// <summary>The same, or null when the text does not fit in the least size.</summary>
    public static TextBlock? TryFit(string text, FontWeight weight, double size, double least, double width, int lines, double leading = 1.16)
    {
        for (var tried = size; tried >= least; tried -= 2)
        {
            if (Wrap(text, weight, tried, width, lines) is { } block)
            {
                return block with { Leading = leading };
            }
        }

        return null;
    }

    public static TextBlock Line(string text, FontWeight weight, double size) => Block([text], weight, size);

    private static TextBlock? Wrap(string text, FontWeight weight, double size, double width, int lines)
    {
        var words = text.Replace('\'', '’').Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var widths = words.Select(word => Width(word, weight, size)).ToArray();
        if (words.Length == 0 || widths.Max() > width)
        {
            return null;
        }

        for (var count = 1; count <= lines; count++)
        {
            if (Balance(words, weight, size, width, count) is { } wrapped)
            {
                return Block(wrapped, weight, size);
            }
        }

        return null;
    }

    // The narrowest width that still needs no more lines makes lines of equal length.
    private static List<string>? Balance(string[] words, FontWeight weight, double size, double width, int count)
    {
        if (Break(words, weight, size, width) is not { } loose || loose.Count > count)
        {
            return null;
        }

        var best = loose;
        for (var tried = width * 0.96; tried > width * 0.3; tried *= 0.96)
        {
            if (Break(words, weight, size, tried) is not { } tighter || tighter.Count > loose.Count)
            {
                break;
            }

            best = tighter;
        }

        return best;
    }

    private static List<string>? Break(string[] words, FontWeight weight, double size, double width)
    {
        List<string> lines = [];
        var line = "";
        foreach (var word in words)
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";
            if (Width(longer, weight, size) <= width)
            {
                line = longer;
            }
            else if (line.Length == 0)
            {
                return null;
            }
            else
            {
                lines.Add(line);
                line = word;
                if (Width(word, weight, size) > width)
                {
                    return null;
                }
            }
        }

        lines.Add(line);
        return lines;
    }

    private static TextBlock Shorten(string text, FontWeight weight, double size, double width, int lines)
    {
        for (var length = text.Length - 1; length > 0; length--)
        {
            if (Wrap(text[..length].TrimEnd(' ', ',', '.', ';', ':', '-') + "…", weight, size, width, lines) is { } block)
            {
                return block;
            }
        }

        return Block(["…"], weight, size);
    }

    private static TextBlock Block(IReadOnlyList<string> lines, FontWeight weight, double size) =>
        new([.. lines.Select(line => (line, Width(line, weight, size)))], FontBook.Installed.Value.Family, weight, size, Spacing(size));

    private static double Width(string text, FontWeight weight, double size) =>
        ((FontBook.Installed.Value.Measure(text, weight) * size) + (Spacing(size) * size * text.Length)) * Safety;

    // Large type is set tighter.
    private static double Spacing(double size) => size switch
    {
        >= 70 => -0.016,
        >= 40 => -0.012,
        _ => 0,
    };
}
