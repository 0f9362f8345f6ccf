using System.Text.RegularExpressions;

namespace TemporalVideo.Studio.Storytelling.Lessons;

/// <summary>
/// Keeps rows of tables that begin as something else would, "&gt; 8 hrs | 42 | 3.06" is no quotation, and the bars of an amount without its
/// sign: "| |PED| value |" above two columns.
/// </summary>
internal static partial class TableRows
{
    /// <summary>Marks the signs as text.</summary>
    /// <param name="lines">The lines outside of code; they are changed in place.</param>
    public static void Keep(string[] lines)
    {
        var inTable = false;
        for (var at = 0; at < lines.Length; at++)
        {
            if (Rule().IsMatch(lines[at]) && at > 0)
            {
                lines[at - 1] = WithAmount(lines[at - 1], lines[at]);
            }

            inTable = lines[at].Contains('|', StringComparison.Ordinal) && (inTable || Rule().IsMatch(lines[at]));
            if (inTable && Quoting().IsMatch(lines[at]))
            {
                lines[at] = "\\" + lines[at].TrimStart();
            }
        }
    }

    /// <summary>A header with two cells too many, one of which stands between bars without a space.</summary>
    private static string WithAmount(string header, string rule) =>
        header.TrimStart().StartsWith('|') && header.Count(c => c == '|') == rule.Count(c => c == '|') + 2
            ? Amount().Replace(header, @"\|${amount}\|", 1) : header;

    [GeneratedRegex(@"(?<=\s)\|(?<amount>[^\s|]{1,12})\|(?=\s)")]
    private static partial Regex Amount();

    [GeneratedRegex(@"^\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)+\|?\s*$")]
    private static partial Regex Rule();

    [GeneratedRegex(@"^\s{0,3}>")]
    private static partial Regex Quoting();
}
