using System.Text.RegularExpressions;

namespace TemporalVideo.Studio.Storytelling.Lessons;

/// <summary>Tells the lines of a poem from prose that an editor has wrapped.</summary>
internal static partial class Verses
{
    private const int Fewest = 2;
    private const int FewestAlone = 4;
    private const int Most = 16;
    private const int Longest = 64;

    /// <summary>The lines of a quotation that is a poem, without the name below it; none of prose.</summary>
    /// <param name="paragraphs">The paragraphs of the quotation with their line ends.</param>
    public static IReadOnlyList<string> Of(IReadOnlyList<string> paragraphs)
    {
        List<string> lines = [.. paragraphs.SelectMany(text => text.Split('\n')).Select(InlineText.Tidy).Where(line => line.Length > 0)];
        if (lines.Count > 0 && Name().IsMatch(lines[^1]))
        {
            lines.RemoveAt(lines.Count - 1);
        }

        return lines.Count is >= Fewest and <= Most && lines.TrueForAll(line => line.Length <= Longest && Begins().IsMatch(line))
            ? lines : [];
    }

    /// <summary>The lines of a paragraph that is a poem by its look: short lines of words, whose ends no editor has made; none of
    /// prose.</summary>
    /// <param name="plain">The paragraph with its line ends.</param>
    /// <param name="isBroken">Whether each line end is marked as one.</param>
    public static IReadOnlyList<string> OfParagraph(string plain, bool isBroken)
    {
        List<string> lines = [.. plain.Split('\n').Select(InlineText.Tidy).Where(line => line.Length > 0)];
        var widest = lines.Count == 0 ? 0 : lines.Max(line => line.Length);
        return lines.Count is >= FewestAlone and <= Most && widest <= Longest
            && lines.TrueForAll(line => line.Count(char.IsWhiteSpace) >= 1 && !Entry().IsMatch(line))
            && lines.Average(line => line.Count(char.IsWhiteSpace) + 1) is >= 3 and <= 11
            && (isBroken ? char.IsUpper(lines[0].First(char.IsLetter)) : lines.TrueForAll(line => Begins().IsMatch(line)))
            && lines.Count(line => LineStop().IsMatch(line)) * 2 <= lines.Count
            && lines.Exists(line => LineMark().IsMatch(line))
            ? lines : [];
    }

    /// <summary>A line with a mark at its end where a listener needs a pause, and none where a sentence ends.</summary>
    public static string Joined(string text) => LineEnd().Replace(text, " / ");

    /// <summary>A capital, or a script that has none.</summary>
    [GeneratedRegex(@"^[""“„«‘’'¿¡(\[—–-]*\s*[\p{Lu}\p{Lo}]")]
    private static partial Regex Begins();

    /// <summary>What no line of a poem has: figures, labels, addresses, items.</summary>
    [GeneratedRegex(@"[\d@|=+*/\t]|^.{1,30}:\s|^[-•]\s|\s{3,}")]
    private static partial Regex Entry();

    [GeneratedRegex(@"[.,;!?–—][""”»’]?$")]
    private static partial Regex LineMark();

    [GeneratedRegex(@"[.!?:][""”»’]?$")]
    private static partial Regex LineStop();

    [GeneratedRegex(@"^(?:[—–―]|--?)\s*\p{L}|^\([^()]+\)\.?$")]
    private static partial Regex Name();

    [GeneratedRegex(@"(?<![.!?…][""”»’]?)[ \t]*\n[ \t]*(?![—–―(]|--?\s)")]
    private static partial Regex LineEnd();
}
