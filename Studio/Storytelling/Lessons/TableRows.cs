using System.Text.RegularExpressions;

namespace TemporalVideo.Studio.Storytelling.Lessons;

/// <summary>Keeps rows of tables that begin as something else would: "&gt; 8 hrs | 42 | 3.06" is no quotation.</summary>
internal static partial class TableRows
{
    /// <summary>Marks the signs as text.</summary>
    /// <param name="lines">The lines outside of code; they are changed in place.</param>
    public static void Keep(string[] lines)
    {
        var inTable = false;
        for (var at = 0; at < lines.Length; at++)
        {
            inTable = lines[at].Contains('|', StringComparison.Ordinal) && (inTable || Rule().IsMatch(lines[at]));
            if (inTable && Quoting().IsMatch(lines[at]))
            {
                lines[at] = "\\" + lines[at].TrimStart();
            }
        }
    }

    [GeneratedRegex(@"^\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)+\|?\s*$")]
    private static partial Regex Rule();

    [GeneratedRegex(@"^\s{0,3}>")]
    private static partial Regex Quoting();
}
