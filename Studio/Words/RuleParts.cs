using System.Text.RegularExpressions;

namespace TemporalVideo.Studio.Words;

/// <summary>Parts of patterns that rules share.</summary>
internal abstract class RuleParts
{
    /// <summary>Before it, no letter and no digit.</summary>
    protected const string Start = @"(?<![\p{L}\p{N}])";

    /// <summary>After it, no letter and no digit.</summary>
    protected const string End = @"(?![\p{L}\p{N}])";

    /// <summary>Matches a power of ten and the blank before a unit: "10⁻¹¹ ", "10^{8} ".</summary>
    public const string PowerOfTen = @"10(?:[⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+|\^\{?[−-]?\d+\}?)[\s\u00A0\u202F]";

    /// <summary>A list of texts as alternatives of a pattern, the longest first.</summary>
    protected static string AnyOf(IEnumerable<string> texts) =>
        $"(?:{string.Join('|', texts.OrderByDescending(text => text.Length).Select(Regex.Escape).DefaultIfEmpty("(?!)"))})";

    /// <summary>What stands between the ends of a range: " to ".</summary>
    protected static string To(SpeechLexicon lexicon) => $" {lexicon.Phrase("range", "", "").Trim()} ";

    /// <summary>Whether a place of a text is within a formula in LaTeX.</summary>
    protected static bool IsInFormula(string text, int at)
    {
        var before = text.AsSpan(0, at);
        return before.LastIndexOf(@"\(") > before.LastIndexOf(@"\)") || before.LastIndexOf(@"\[") > before.LastIndexOf(@"\]")
            || (before.Count('$') % 2 == 1 && text.AsSpan(at).Contains('$'));
    }
}
