using System.Net;
using System.Text.RegularExpressions;

namespace TemporalVideo.Studio.Storytelling.Lessons;

/// <summary>Rows between bars without the line below a header, as kramdown and hurried people write them, are a table. No line
/// moves.</summary>
internal static partial class HeadlessTables
{
    private const int Fewest = 2;

    /// <summary>Writes such rows as a table of HTML.</summary>
    /// <param name="lines">The lines of the lesson; they are changed in place.</param>
    public static void Mark(string[] lines)
    {
        var fenced = false;
        for (var at = 0; at < lines.Length; at++)
        {
            fenced ^= PlainLine.IsFence(lines[at]);
            var end = at;
            while (!fenced && end < lines.Length && Row().IsMatch(lines[end]))
            {
                end++;
            }

            // A line below a header has no blanks around its bars, so that it stands outside of the rows.
            var around = lines[Math.Max(0, at - 1)..Math.Min(lines.Length, end + 1)];
            if (end - at >= Fewest && !around.Any(line => Ruler().IsMatch(line))
                && lines[at..end].Select(line => Cells(line).Length).Distinct().Count() == 1)
            {
                for (var i = at; i < end; i++)
                {
                    var cells = string.Concat(Cells(lines[i]).Select(cell => $"<td>{WebUtility.HtmlEncode(cell)}</td>"));
                    lines[i] = $"{(i == at ? "<table>" : "")}<tr>{cells}</tr>{(i == end - 1 ? "</table>" : "")}";
                }
            }

            at = Math.Max(at, end - 1);
        }
    }

    private static string[] Cells(string line) => [.. line.Trim().Trim('|').Split('|').Select(cell => cell.Trim())];

    /// <summary>Between bars, or with bars between blanks: "have been | went".</summary>
    [GeneratedRegex(@"^\s{0,3}\|[^|]+\|.*\|\s*$|^[^|\s>#-][^|]+\s\|\s[^|]*\S[^|]*(?:\s\|\s[^|]*)*$")]
    private static partial Regex Row();

    [GeneratedRegex(@"^[\s|:-]+$")]
    private static partial Regex Ruler();
}
