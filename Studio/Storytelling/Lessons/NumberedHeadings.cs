using System.Globalization;
using System.Text.RegularExpressions;

namespace TemporalVideo.Studio.Storytelling.Lessons;

/// <summary>Headings of a text that marks none but numbers them: "1. Origins" alone on its line, text below it, then "2. Crisis".</summary>
internal static partial class NumberedHeadings
{
    private const int Fewest = 2;
    private const int LongestTitle = 70;

    /// <summary>Characters of a heading that stands right above its text; the text's first line is longer.</summary>
    private const int LongestAbove = 40;

    /// <summary>Marks the headings, and the title above them; where a text has headings of its own it is left alone.</summary>
    /// <param name="lines">The lines of the text; they are changed in place.</param>
    public static void Mark(string[] lines)
    {
        if (Array.Exists(lines, line => OwnHeading().IsMatch(line)))
        {
            return;
        }

        var found = Enumerable.Range(0, lines.Length).Where(at => IsHeading(lines, at)).ToList();
        if (found.Count < Fewest || found.Where((at, i) => Number(lines[at]) != i + 1).Any())
        {
            return;
        }

        foreach (var at in found)
        {
            lines[at] = $"## {lines[at].Trim().Replace(". ", "\\. ", StringComparison.Ordinal)}";
        }

        var first = Array.FindIndex(lines, line => line.Trim().Length > 0);
        if (first < found[0] && lines[first].Trim() is { Length: <= LongestTitle } title && char.IsUpper(title[0])
            && !Ended().IsMatch(title))
        {
            lines[first] = $"# {title}";
        }
    }

    private static bool IsHeading(string[] lines, int at) =>
        Numbered().IsMatch(lines[at]) && PlainLine.IsEmpty(lines, at - 1)
        && (PlainLine.IsEmpty(lines, at + 1) || (lines[at].Trim().Length <= LongestAbove && lines[at + 1].Length > LongestAbove)
            || (lines[at].Trim().Length <= LongestAbove && (PlainLine.Label().IsMatch(lines[at + 1]) || Bullet().IsMatch(lines[at + 1]))))
        && lines.Skip(at + 1).FirstOrDefault(line => line.Trim().Length > 0) is { } next && !Numbered().IsMatch(next);

    private static int Number(string line) => int.Parse(Numbered().Match(line).Groups["number"].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?:#{1,6}\s|={3,}\s*$|-{3,}\s*$|<h[1-6])")]
    private static partial Regex OwnHeading();

    [GeneratedRegex(@"^(?<number>\d{1,2})\.?\s+(?=[\p{Lu}""“„«¿¡])\S.{1,60}[^\s.!:;,]\s*$")]
    private static partial Regex Numbered();

    [GeneratedRegex(@"^\s*[-*•●▪‣]\s")]
    private static partial Regex Bullet();

    [GeneratedRegex(@"[.!:;,…]$")]
    private static partial Regex Ended();
}
