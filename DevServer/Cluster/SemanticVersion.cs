using System.Text.RegularExpressions;

namespace TemporalVideo.DevServer.Cluster;

/// <summary>A semantic version, as far as ranges need it.</summary>
internal readonly partial record struct SemanticVersion(int Major, int Minor, int Patch, string PreRelease) : IComparable<SemanticVersion>
{
    public static bool TryParse(string text, out SemanticVersion version)
    {
        var match = Pattern().Match(text);
        version = default;
        if (!match.Success
            || !int.TryParse(match.Groups[1].Value, out var major)
            || !int.TryParse(match.Groups[2].Value, out var minor)
            || !int.TryParse(match.Groups[3].Value, out var patch))
        {
            return false;
        }

        version = new SemanticVersion(major, minor, patch, match.Groups[4].Value);
        return true;
    }

    /// <summary>Whether a range such as <c>&gt;=1.0.0 &lt;2.0.0</c> holds the version; ranges in <c>||</c> are alternatives.</summary>
    /// <exception cref="FormatException">The range is malformed.</exception>
    public bool IsIn(string range)
    {
        var version = this;
        return range.Split("||").Any(alternative =>
            Comparator().Matches(alternative) is var comparators
            && (comparators.Count > 0 || string.IsNullOrWhiteSpace(alternative) ? true : throw new FormatException(range))
            && comparators.All(comparator => version.Satisfies(comparator, range)));
    }

    public int CompareTo(SemanticVersion other)
    {
        var order = (Major, Minor, Patch).CompareTo((other.Major, other.Minor, other.Patch));
        return order != 0 ? order : (PreRelease.Length == 0, other.PreRelease.Length == 0) switch
        {
            (true, false) => 1,
            (false, true) => -1,
            _ => string.CompareOrdinal(PreRelease, other.PreRelease),
        };
    }

    private bool Satisfies(Match comparator, string range)
    {
        if (!TryParse(comparator.Groups[2].Value, out var bound))
        {
            throw new FormatException(range);
        }

        var order = CompareTo(bound);
        return comparator.Groups[1].Value switch
        {
            "<" => order < 0,
            "<=" => order <= 0,
            ">" => order > 0,
            ">=" => order >= 0,
            "!=" => order != 0,
            _ => order == 0,
        };
    }

    [GeneratedRegex(@"^v?(\d+)\.(\d+)\.(\d+)(?:-([0-9A-Za-z.-]+))?(?:\+[0-9A-Za-z.-]+)?$")]
    private static partial Regex Pattern();

    [GeneratedRegex(@"(<=|>=|!=|==|=|<|>)?\s*([0-9][^\s,|]*)")]
    private static partial Regex Comparator();
}
