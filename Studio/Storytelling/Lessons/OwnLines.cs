using System.Text.RegularExpressions;

namespace TemporalVideo.Studio.Storytelling.Lessons;

/// <summary>
/// Lines that somebody has ended on purpose, such as the ingredients of a recipe: they are of different lengths, though the next word would
/// have had room, and do not end as sentences do.
/// </summary>
internal static partial class OwnLines
{
    private const int Fewest = 3;
    private const int Longest = 110;
    private const int LongestLead = 46;

    /// <summary>Where the items begin: at the first line, or behind one that leads to amounts; null where the lines are prose.</summary>
    public static int? Led(string[] lines)
    {
        var lead = lines.Length > Fewest && lines[0].Length <= LongestLead && !Amount().IsMatch(lines[0]) && char.IsUpper(lines[0], 0)
            && !Ended().IsMatch(lines[0]) ? 1 : 0;
        var items = lines[lead..];
        return items.Length >= Fewest && items.All(line => line.Length <= Longest && Amount().IsMatch(line))
            && items.Count(line => Ended().IsMatch(line)) * 4 <= items.Length && IsBrokenOnPurpose(lines) ? lead : null;
    }

    private static bool IsBrokenOnPurpose(string[] lines)
    {
        var width = lines.Max(line => line.Length);
        return Enumerable.Range(0, lines.Length - 1)
            .Count(i => lines[i].Length + 1 + lines[i + 1].Split(' ')[0].Length <= width) * 2 >= lines.Length - 1;
    }

    /// <summary>"500 g flour", "½ tsp salt", "2 eggs".</summary>
    [GeneratedRegex(@"^\s*(?:\d|[¼½¾⅓⅔])")]
    private static partial Regex Amount();

    [GeneratedRegex(@"[.!?;:]\s*$")]
    private static partial Regex Ended();
}
