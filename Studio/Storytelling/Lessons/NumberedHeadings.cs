using System.Globalization;
using System.Text.RegularExpressions;
using TemporalVideo.Studio.Words;

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
        if (found.Count < Fewest || found.Where((at, i) => Number(lines[at]) != i + 1).Any() || !found.Exists(at => IsSure(lines, at)))
        {
            return;
        }

        foreach (var at in found)
        {
            lines[at] = $"## {Stop().Replace(lines[at].Trim(), @"\", 1)}";
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
        && (PlainLine.IsEmpty(lines, at + 1) || (lines[at].Trim().Length <= LongestAbove && BeginsAnew().IsMatch(lines[at + 1])))
        && lines.Skip(at + 1).FirstOrDefault(line => line.Trim().Length > 0) is { } next && !Numbered().IsMatch(next);

    /// <summary>One at least stands above longer text, items, or nothing.</summary>
    private static bool IsSure(string[] lines, int at) => PlainLine.IsEmpty(lines, at + 1) || lines[at + 1].Length > LongestAbove
        || PlainLine.Label().IsMatch(lines[at + 1]) || Bullet().IsMatch(lines[at + 1]);

    private static int Number(string line) => Numbered().Match(line).Groups["number"].Value is var number
        && int.TryParse(number, CultureInfo.InvariantCulture, out var figure) ? figure : RomanNumerals.Value(number) ?? 0;

    [GeneratedRegex(@"^(?:#{1,6}\s|={3,}\s*$|-{3,}\s*$|<h[1-6])")]
    private static partial Regex OwnHeading();

    [GeneratedRegex(@"^(?<number>\d{1,2}(?=[.)\s])|[IVX]{1,4}(?=[.)]))[.)]?\s+(?=[\p{Lu}""“„«¿¡])\S.{1,60}[^\s.!:;,]\s*$")]
    private static partial Regex Numbered();

    /// <summary>A sentence of its own, or an item.</summary>
    [GeneratedRegex(@"^(?:[\p{Lu}\p{N}""“„«¿¡(\\$*]|[-•●▪‣]\s)")]
    private static partial Regex BeginsAnew();

    /// <summary>The stop behind a number, which would make an item of it.</summary>
    [GeneratedRegex(@"(?<=^[\dIVX]+)(?=\.\s)")]
    private static partial Regex Stop();

    [GeneratedRegex(@"^\s*[-*•●▪‣]\s")]
    private static partial Regex Bullet();

    [GeneratedRegex(@"[.!:;,…]$")]
    private static partial Regex Ended();
}
