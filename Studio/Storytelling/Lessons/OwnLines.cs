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
    private const int FewestOfALabel = 4;
    private const int LongestOfALabel = 60;

    /// <summary>Where the items begin: at the first line, or behind one that leads to amounts; null where the lines are prose.</summary>
    public static int? Led(string[] lines)
    {
        var lead = lines.Length > Fewest && lines[0].Length <= LongestLead && !Amount().IsMatch(lines[0]) && char.IsUpper(lines[0], 0)
            && !Ended().IsMatch(lines[0]) ? 1 : 0;
        var items = lines[lead..];
        return items.Length >= Fewest && items.All(line => line.Length <= Longest && Amount().IsMatch(line))
            && items.Count(line => Ended().IsMatch(line)) * 4 <= items.Length && IsBrokenOnPurpose(lines) ? lead : null;
    }

    /// <summary>The lines of a label, an address, a title page: short ones of different lengths, each of which begins anew; only the last
    /// may end as a sentence does.</summary>
    public static bool Labels(string[] lines) =>
        lines.Length >= FewestOfALabel && lines.All(line => line.Trim().Length <= LongestOfALabel && BeginsAnew().IsMatch(line))
        && !lines[..^1].Any(line => Ended().IsMatch(line) || line.TrimEnd().EndsWith(','))
        && lines.Count(line => Parted().IsMatch(line)) * 2 < lines.Length && IsBrokenOnPurpose(lines);

    private static bool IsBrokenOnPurpose(string[] lines)
    {
        var width = lines.Max(line => line.Length);
        return Enumerable.Range(0, lines.Length - 1)
            .Count(i => lines[i].Length + 1 + lines[i + 1].Split(' ')[0].Length <= width) * 2 >= lines.Length - 1;
    }

    /// <summary>"500 g flour", "½ tsp salt", "2 eggs".</summary>
    [GeneratedRegex(@"^\s*(?:\d|[¼½¾⅓⅔])")]
    private static partial Regex Amount();

    /// <summary>A term and what is said of it.</summary>
    [GeneratedRegex(@"\s[–—-]\s")]
    private static partial Regex Parted();

    [GeneratedRegex(@"^[\p{Lu}\p{Nd}]")]
    private static partial Regex BeginsAnew();

    [GeneratedRegex(@"[.!?;:]\s*$")]
    private static partial Regex Ended();
}
