using System.Text.RegularExpressions;

namespace TemporalVideo.Studio.Storytelling.Lessons;

/// <summary>
/// Gives Markdown what hurried typing means: lines that letters number are a list and keep their letters, words in quotation marks with a
/// name below them are a quotation. No line moves.
/// </summary>
internal static partial class PlainForms
{
    private const int FewestItems = 2;
    private const int MostQuotedLines = 14;

    /// <summary>Marks lists and quotations.</summary>
    /// <param name="lines">The lines outside of code; they are changed in place.</param>
    public static void Mark(string[] lines)
    {
        for (var at = 0; at < lines.Length; at++)
        {
            var items = Lettered(lines, at);
            for (var i = at; i < at + items; i++)
            {
                lines[i] = $"- {lines[i].Trim()}";
            }

            if (items == 0 && Quoted(lines, at) is { } name)
            {
                for (var i = at; i < name; i++)
                {
                    lines[i] = $"> {lines[i].Trim()}";
                }

                lines[name] = $"> — {Name().Match(lines[name]).Groups["name"].Value}";
                at = name;
            }

            at += Math.Max(0, items - 1);
        }
    }

    /// <summary>How many lines from here on are numbered a), b), c).</summary>
    private static int Lettered(string[] lines, int at)
    {
        var count = 0;
        while (at + count < lines.Length && Letter().Match(lines[at + count]) is { Success: true } item
            && char.ToLowerInvariant(item.Groups["letter"].Value[0]) == 'a' + count)
        {
            count++;
        }

        return count >= FewestItems ? count : 0;
    }

    /// <summary>The line of the name below words that quotation marks open here and close right before it; null without one.</summary>
    private static int? Quoted(string[] lines, int at)
    {
        if (!Opening().IsMatch(lines[at]) || (at > 0 && lines[at - 1].Trim().Length > 0))
        {
            return null;
        }

        var last = at;
        while (last < lines.Length - 1 && last - at < MostQuotedLines && lines[last].Trim().Length > 0 && !Closing().IsMatch(lines[last]))
        {
            last++;
        }

        var isAlone = last + 2 >= lines.Length || lines[last + 2].Trim().Length == 0;
        return Closing().IsMatch(lines[last]) && last + 1 < lines.Length && isAlone && Name().IsMatch(lines[last + 1]) ? last + 1 : null;
    }

    [GeneratedRegex(@"^ {0,3}\(?(?<letter>[a-hA-H])\)\s+\S")]
    private static partial Regex Letter();

    [GeneratedRegex(@"^ {0,3}[""“„«‘]\S")]
    private static partial Regex Opening();

    [GeneratedRegex(@"[""”“»’][.,]?\s*$")]
    private static partial Regex Closing();

    [GeneratedRegex(@"^\s*(?:[-–—]|--)\s*(?<name>\p{Lu}[^.!?]{1,70})\.?\s*$")]
    private static partial Regex Name();
}
