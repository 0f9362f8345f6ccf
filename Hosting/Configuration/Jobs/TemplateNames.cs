using System.Text.RegularExpressions;

namespace TemporalVideo.Hosting.Configuration.Jobs;

/// <summary>Names that a text of a template has values for: <c>${NAME}</c>.</summary>
internal static partial class TemplateNames
{
    public static IEnumerable<string> In(string text) => Slot().Matches(text).Select(match => match.Groups[1].Value);

    [GeneratedRegex(@"\$\{([A-Za-z_][A-Za-z0-9_]*)\}")]
    private static partial Regex Slot();
}
