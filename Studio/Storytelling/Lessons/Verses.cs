using System.Text.RegularExpressions;

namespace TemporalVideo.Studio.Storytelling.Lessons;

/// <summary>Tells the lines of a poem from prose that an editor has wrapped.</summary>
internal static partial class Verses
{
    private const int Fewest = 2;
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

    /// <summary>A line with a mark at its end where a listener needs a pause, and none where a sentence ends.</summary>
    public static string Joined(string text) => LineEnd().Replace(text, " / ");

    /// <summary>A capital, or a script that has none.</summary>
    [GeneratedRegex(@"^[""“„«‘’'¿¡(\[—–-]*\s*[\p{Lu}\p{Lo}]")]
    private static partial Regex Begins();

    [GeneratedRegex(@"^(?:[—–―]|--?)\s*\p{L}|^\([^()]+\)\.?$")]
    private static partial Regex Name();

    [GeneratedRegex(@"(?<![.!?…][""”»’]?)[ \t]*\n[ \t]*(?![—–―(]|--?\s)")]
    private static partial Regex LineEnd();
}
