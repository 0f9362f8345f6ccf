using System.Text.RegularExpressions;

namespace TemporalVideo.Studio.Storytelling.Lessons;

/// <summary>Headings of a text that marks none but sets them in capitals, with their text right below.</summary>
internal static partial class CapitalHeadings
{
    private const int Fewest = 2;
    private const int Longest = 70;

    /// <summary>Marks the headings; a text that has headings of its own is left alone.</summary>
    /// <param name="lines">The lines of the text; they are changed in place.</param>
    public static void Mark(string[] lines)
    {
        if (Array.Exists(lines, line => Marked().IsMatch(line)))
        {
            return;
        }

        var found = Enumerable.Range(0, lines.Length).Where(at => IsHeading(lines, at)).ToList();
        if (found.Count < Fewest || !found.Exists(at => at + 1 < lines.Length && Text().IsMatch(lines[at + 1])))
        {
            return;
        }

        var first = Array.FindIndex(lines, line => line.Trim().Length > 0);
        foreach (var at in found)
        {
            lines[at] = $"{(at == first ? "#" : "##")} {lines[at].Trim()}";
        }
    }

    private static bool IsHeading(string[] lines, int at) =>
        lines[at].Trim() is { Length: <= Longest } line && Capitals().IsMatch(line) && !line.Any(char.IsLower)
        && line.Count(char.IsUpper) >= 4 && (at == 0 || lines[at - 1].Trim().Length == 0)
        && lines.Skip(at + 1).Any(next => next.Trim().Length > 0);

    /// <summary>A heading, a fence, a table or a settings block of Markdown's own.</summary>
    [GeneratedRegex(@"^(?:#{1,6}\s|={3,}\s*$|-{3,}\s*$|<h[1-6]|\s*(?:`{3}|~{3})|\+{3})")]
    private static partial Regex Marked();

    /// <summary>Words without figures, ended by nothing or by a question.</summary>
    [GeneratedRegex(@"^[\p{Lu}¿¡""“„«][\p{Lu}\p{M}\s'’&/,–—.…?¿¡!""“”«»()-]*[\p{Lu}?!)]$")]
    private static partial Regex Capitals();

    /// <summary>More than another line in capitals.</summary>
    [GeneratedRegex(@"\p{Ll}")]
    private static partial Regex Text();
}
