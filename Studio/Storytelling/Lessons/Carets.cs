using System.Text.RegularExpressions;

namespace TemporalVideo.Studio.Storytelling.Lessons;

/// <summary>
/// Carets that only raise: in "3 × 10^8 m/s or 10^-34 J s", the second one ends nothing. Raised text of Pandoc, "2^nd^", has no space
/// within; any other caret is kept from being read as its mark. Formulas and code are left alone.
/// </summary>
internal static partial class Carets
{
    /// <summary>Keeps the carets of the lines.</summary>
    /// <param name="lines">The lines of the lesson; they are changed in place.</param>
    public static void Keep(string[] lines)
    {
        var (displayed, depth) = (false, 0);
        foreach (var at in PlainLine.OutsideCode(lines))
        {
            var opens = Display().Count(lines[at]) % 2 == 1;
            var deeper = Opening().Count(lines[at]) - Closing().Count(lines[at]);
            if (!displayed && !opens && depth == 0 && deeper == 0 && lines[at].Count(c => c == '^') > 1)
            {
                lines[at] = Part().Replace(lines[at], match => match.Groups["caret"].Success ? @"\^" : match.Value);
            }

            displayed ^= opens;
            depth = Math.Max(0, depth + deeper);
        }
    }

    [GeneratedRegex(@"\$\$")]
    private static partial Regex Display();

    [GeneratedRegex(@"\\\[|\\begin\{")]
    private static partial Regex Opening();

    [GeneratedRegex(@"\\\]|\\end\{")]
    private static partial Regex Closing();

    /// <summary>Code, formulas, footnotes and raised text as they stand; else a caret.</summary>
    [GeneratedRegex(@"`[^`]*`|\$[^$]+\$|\^\[|\\\(.*?\\\)|\\.|\[\^[^\]]*\]|(?<=[\p{L}\p{N})])\^[^\s^]+\^(?![\p{L}\p{N}])|(?<caret>\^)")]
    private static partial Regex Part();
}
