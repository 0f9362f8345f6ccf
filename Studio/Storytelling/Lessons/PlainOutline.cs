using System.Text.RegularExpressions;
using TemporalVideo.Studio.Words;

namespace TemporalVideo.Studio.Storytelling.Lessons;

/// <summary>
/// An outline as people type it: <c>I.</c>, below it <c>A.</c>, <c>1.</c>, <c>a.</c>. Points of the first rank that others stand below are
/// headings; the others are a nested list. The ranks follow from the kinds of mark, not from how far a line stands in. No line moves.
/// </summary>
internal static partial class PlainOutline
{
    private const int FewestFirst = 2;
    private const int FewestPoints = 5;
    private const int LongestHeading = 70;

    private enum Kind
    {
        Roman,
        Capital,
        Figure,
        Small,
        SmallRoman,
    }

    /// <summary>Marks the points; a text without an outline is left alone.</summary>
    /// <param name="lines">The lines of the text; they are changed in place.</param>
    public static void Mark(string[] lines)
    {
        if (Points(lines) is not { } points)
        {
            return;
        }

        var parents = Enumerable.Range(0, points.Count)
            .Count(i => points[i].Rank == 0 && i + 1 < points.Count && points[i + 1].Rank > 0);
        var first = points.Count(point => point.Rank == 0);
        var areHeadings = parents * 2 >= first && points.All(point => point.Rank > 0 || point.Text.Length <= LongestHeading);
        foreach (var point in points)
        {
            var rank = areHeadings ? point.Rank - 1 : point.Rank;
            lines[point.Line] = rank < 0 ? $"## {point.Text}" : $"{new string(' ', 2 * rank)}- {point.Text}";
        }

        if (areHeadings && Array.FindIndex(lines, line => line.Trim().Length > 0) is var title && title < points[0].Line
            && lines[title].Trim() is { Length: <= LongestHeading } text && char.IsUpper(text[0]) && !Ended().IsMatch(text))
        {
            lines[title] = $"# {text}";
        }
    }

    /// <summary>The points of the outline; null when the marks do not count on, or there are too few.</summary>
    private static List<Point>? Points(string[] lines)
    {
        List<Point> points = [];
        List<(Kind Kind, int Count)> ranks = [];
        for (var at = 0; at < lines.Length; at++)
        {
            if (OwnMarkup().IsMatch(lines[at]))
            {
                return null;
            }

            if (PointMark().Match(lines[at]) is not { Success: true } mark)
            {
                continue;
            }

            if (Rank(mark.Groups["mark"].Value, ranks) is not { } rank)
            {
                return null;
            }

            points.Add(new Point(at, rank, lines[at][mark.Length..].Trim()));
        }

        return ranks.Count >= 2 && ranks[0].Kind == Kind.Roman && points.Count >= FewestPoints
            && points.Count(point => point.Rank == 0) >= FewestFirst ? points : null;
    }

    /// <summary>The rank of a mark: it counts on in an open rank, or is the first of a new one. "C." behind "B." is no hundred.</summary>
    private static int? Rank(string mark, List<(Kind Kind, int Count)> ranks)
    {
        for (var rank = ranks.Count - 1; rank >= 0; rank--)
        {
            if (Value(mark, ranks[rank].Kind) == ranks[rank].Count + 1)
            {
                ranks[rank] = (ranks[rank].Kind, ranks[rank].Count + 1);
                for (var i = rank + 1; i < ranks.Count; i++)
                {
                    ranks[i] = (ranks[i].Kind, 0);
                }

                return rank;
            }
        }

        foreach (var kind in Enum.GetValues<Kind>())
        {
            if (Value(mark, kind) == 1 && ranks.TrueForAll(rank => rank.Kind != kind))
            {
                ranks.Add((kind, 1));
                return ranks.Count - 1;
            }
        }

        return null;
    }

    private static int? Value(string mark, Kind kind) => kind switch
    {
        Kind.Roman => RomanNumerals.Value(mark),
        Kind.SmallRoman => mark == mark.ToLowerInvariant() ? RomanNumerals.Value(mark.ToUpperInvariant()) : null,
        Kind.Figure => int.TryParse(mark, out var number) ? number : null,
        _ => mark is [var letter] && char.IsAsciiLetter(letter) && char.IsUpper(letter) == (kind == Kind.Capital)
            ? char.ToLowerInvariant(letter) - 'a' + 1 : null,
    };

    private sealed record Point(int Line, int Rank, string Text);

    [GeneratedRegex(@"^\s*\(?(?<mark>[IVX]{1,5}|[ivx]{1,4}|[A-Za-z]|\d{1,2})[.)]\s+(?=\S)")]
    private static partial Regex PointMark();

    /// <summary>Headings, bullets, tables and blocks of Markdown's own.</summary>
    [GeneratedRegex(@"^(?:#{1,6}\s|\s*[-*+•]\s|\s*\||\s*(?:`{3}|~{3})|={3,}\s*$|-{3,}\s*$)")]
    private static partial Regex OwnMarkup();

    [GeneratedRegex(@"[.!?:,;]$")]
    private static partial Regex Ended();
}
