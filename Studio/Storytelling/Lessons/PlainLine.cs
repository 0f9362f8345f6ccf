using System.Text.RegularExpressions;

namespace TemporalVideo.Studio.Storytelling.Lessons;

/// <summary>What the lines of a lesson are before Markdown is read.</summary>
internal static partial class PlainLine
{
    /// <summary>Whether a line opens or closes a block of code.</summary>
    public static bool IsFence(string line) => Fence().IsMatch(line);

    /// <summary>The places of the lines that are neither code nor the edge of a block of code; a line may be changed when it is
    /// given.</summary>
    public static IEnumerable<int> OutsideCode(string[] lines)
    {
        var fenced = false;
        for (var at = 0; at < lines.Length; at++)
        {
            var isFence = IsFence(lines[at]);
            fenced ^= isFence;
            if (!fenced && !isFence)
            {
                yield return at;
            }
        }
    }

    /// <summary>Whether there is nothing at a place: a blank line, or none.</summary>
    public static bool IsEmpty(string[] lines, int at) => at < 0 || at >= lines.Length || lines[at].Trim().Length == 0;

    /// <summary>A name of its own and a colon at the start of a line: "Mutualismo (+/+): abeja y flor".</summary>
    [GeneratedRegex(@"^\p{Lu}[\p{L}\p{N} .,()/+–-]{1,32}:(?=\s\S)")]
    public static partial Regex Label();

    [GeneratedRegex(@"^\s*(?:`{3,}|~{3,})")]
    private static partial Regex Fence();
}
