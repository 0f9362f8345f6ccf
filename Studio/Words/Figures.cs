using System.Globalization;
using System.Text.RegularExpressions;

namespace TemporalVideo.Studio.Words;

/// <summary>A written number with its separators resolved.</summary>
/// <param name="Whole">Digits before the point.</param>
/// <param name="Fraction">Digits after it; null without one.</param>
internal sealed record Figures(string Whole, string? Fraction)
{
    /// <summary>What it amounts to.</summary>
    public double Amount => double.Parse($"{Whole}.{Fraction ?? "0"}", CultureInfo.InvariantCulture);
}

/// <summary>How a language, or a column, separates thousands and decimals.</summary>
/// <param name="Decimal">The decimal separator; the other of point and comma groups thousands.</param>
internal sealed partial record Separators(char Decimal)
{
    private const string Spaces = "\u00A0\u202F\u2009'’";

    private static readonly HashSet<string> PointLanguages =
        ["en", "zh", "ja", "ko", "th", "hi", "he", "bn", "ta", "te", "ur", "ms", "sw", "ar", "fa"];

    private static readonly HashSet<string> PointRegions =
        ["es-mx", "es-us", "es-pr", "es-gt", "es-hn", "es-ni", "es-sv", "es-pa", "es-do", "es-pe", "de-ch", "de-li", "it-ch"];

    /// <summary>A point for decimals, a comma for thousands.</summary>
    public static readonly Separators Point = new('.');

    /// <summary>A comma for decimals, a point for thousands.</summary>
    public static readonly Separators Comma = new(',');

    /// <summary>Digits with separators, for use in a pattern.</summary>
    public string Pattern { get; } = Decimal == '.'
        ? $@"(?:\d{{1,3}}(?:\.\d{{3}})+,\d{{1,2}}(?!\d)|\d{{1,3}}(?:,\d{{2,3}})*,\d{{3}}(?![\d])(?:\.\d+)?"
            + $@"|\d{{1,3}}(?:[{Spaces}]\d{{3}})+(?!\d)(?:\.\d+)?|\d+\.\d+|\d+)"
        : $@"(?:\d{{1,3}}(?:,\d{{3}})+\.\d{{1,2}}(?!\d)|\d{{1,3}}(?:\.\d{{3}})+(?!\d)(?:,\d+)?|\d{{1,3}}(?:[ {Spaces}]\d{{3}})+(?!\d)(?:,"
            + $@"\d+)?|\d+,\d+|\d+\.\d+(?![\d.])|\d+)";

    /// <summary>The separators that a language is written with.</summary>
    /// <param name="tag">IETF tag.</param>
    public static Separators For(string tag) =>
        PointLanguages.Contains(SpeechLexicon.CodeOf(tag)) || PointRegions.Contains(tag.Replace('_', '-').ToLowerInvariant())
            ? Point : Comma;

    /// <summary>Resolves a number that matches <see cref="Pattern"/>.</summary>
    public Figures Read(string written)
    {
        var text = string.Concat(written.Where(character => char.IsAsciiDigit(character) || character is '.' or ','));
        if (text.Contains('.', StringComparison.Ordinal) && text.Contains(',', StringComparison.Ordinal))
        {
            // Both signs leave no doubt, whatever the language: the last one is the decimal one.
            var last = text.LastIndexOfAny(['.', ',']);
            return new Figures(DigitsOf(text[..last]), text[(last + 1)..]);
        }

        var at = Decimal == '.' ? text.IndexOf('.', StringComparison.Ordinal)
            : text.Contains(',', StringComparison.Ordinal) ? text.IndexOf(',', StringComparison.Ordinal)
            : Grouped().IsMatch(text) ? -1 : text.IndexOf('.', StringComparison.Ordinal);
        return at < 0 ? new Figures(DigitsOf(text), null) : new Figures(DigitsOf(text[..at]), text[(at + 1)..]);
    }

    private static string DigitsOf(string text) => string.Concat(text.Where(char.IsAsciiDigit));

    [GeneratedRegex(@"^[1-9]\d{0,2}(?:\.\d{3})+$")]
    private static partial Regex Grouped();
}
