using System.Text.RegularExpressions;

namespace TemporalVideo.Studio.Storytelling.Lessons;

/// <summary>What the lines of a lesson are before Markdown is read.</summary>
internal static partial class PlainLine
{
    /// <summary>Whether a line opens or closes a block of code.</summary>
    public static bool IsFence(string line) => Fence().IsMatch(line);

    /// <summary>Whether there is nothing at a place: a blank line, or none.</summary>
    public static bool IsEmpty(string[] lines, int at) => at < 0 || at >= lines.Length || lines[at].Trim().Length == 0;

    [GeneratedRegex(@"^\s*(?:`{3,}|~{3,})")]
    private static partial Regex Fence();
}
