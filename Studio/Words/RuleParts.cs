using System.Text.RegularExpressions;

namespace TemporalVideo.Studio.Words;

/// <summary>Parts of patterns that rules share.</summary>
internal abstract class RuleParts
{
    /// <summary>Before it, no letter and no digit.</summary>
    protected const string Start = @"(?<![\p{L}\p{N}])";

    /// <summary>After it, no letter and no digit.</summary>
    protected const string End = @"(?![\p{L}\p{N}])";

    /// <summary>A list of texts as alternatives of a pattern, the longest first.</summary>
    protected static string AnyOf(IEnumerable<string> texts) =>
        $"(?:{string.Join('|', texts.OrderByDescending(text => text.Length).Select(Regex.Escape).DefaultIfEmpty("(?!)"))})";
}
