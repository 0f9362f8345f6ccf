using System.Text.RegularExpressions;
using TemporalVideo.Tests.Support;

namespace TemporalVideo.Conformance.Tests.SourceCompatibility;

/// <summary>The tables of <c>docs/source-compatibility.md</c>: a heading per namespace, a row per type.</summary>
internal sealed partial class CompatibilityTable
{
    private const string Everything = "*";

    /// <summary>Full reflection name of a type to its row.</summary>
    public required IReadOnlyDictionary<string, TypeRow> Types { get; init; }

    public static CompatibilityTable Read() =>
        Parse(File.ReadLines(Path.Combine(TestPaths.RepositoryRoot, "docs", "source-compatibility.md")));

    public static CompatibilityTable Parse(IEnumerable<string> lines)
    {
        var types = new Dictionary<string, TypeRow>();
        var space = string.Empty;
        foreach (var line in lines)
        {
            if (Heading().Match(line) is { Success: true } heading)
            {
                space = heading.Groups[1].Value;
            }
            else if (line.StartsWith("| `", StringComparison.Ordinal))
            {
                var cells = line.Split('|', StringSplitOptions.TrimEntries)[1..^1];
                types.Add($"{space}.{ReflectionName(cells[0].Trim('`'))}", new TypeRow(Names(cells[1]), Names(cells[2]), Names(cells[3])));
            }
        }

        return new CompatibilityTable { Types = types };
    }

    private static HashSet<string> Names(string cell) => [.. Code().Matches(cell).Select(match => match.Groups[1].Value)];

    /// <summary><c>Outer.Inner&lt;T1, T2&gt;</c> as reflection says it.</summary>
    private static string ReflectionName(string name) => Generic()
        .Replace(name, match => $"`{match.Groups[1].Value.Count(c => c == ',') + 1}")
        .Replace('.', '+');

    [GeneratedRegex("^## `([A-Za-z.]+)`$")]
    private static partial Regex Heading();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();

    [GeneratedRegex("<([^>]*)>")]
    private static partial Regex Generic();

    /// <summary>One type.</summary>
    /// <param name="Official">Members that are here as in the official package; <c>*</c> for all.</param>
    /// <param name="OnlyHere">Members that are additions.</param>
    /// <param name="Missing">Official members that are not here; <c>*</c> for the whole type.</param>
    public sealed record TypeRow(IReadOnlySet<string> Official, IReadOnlySet<string> OnlyHere, IReadOnlySet<string> Missing)
    {
        public bool IsMissing => Missing.Contains(Everything);

        public bool HasAllOfficial => Official.Contains(Everything);
    }
}
