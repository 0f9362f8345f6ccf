using System.Globalization;
using System.Text.RegularExpressions;

namespace TemporalVideo.Studio.Words;

/// <summary>Units behind a number in languages without a lexicon, of areas and volumes, and of one another.</summary>
/// <param name="language">The words of the language.</param>
internal sealed class PlainUnits(PlainLanguage language)
{
    private const string Gap = @"[\s\u00A0\u202F]?";

    /// <summary>"60 km/h", "5 m²": the words of the units, and of what they are divided by.</summary>
    public PatternRule Rule(bool isJoined)
    {
        var unit = string.Join('|', language.Units.Keys.OrderByDescending(sign => sign.Length).Select(Regex.Escape));
        var end = $@"(?![\p{{Ll}}\p{{Lu}}\p{{M}}\p{{N}}/]{(isJoined ? "" : @"|\p{L}")})";
        return new PatternRule(
            $@"(?<=[\d⁰¹²³⁴⁵⁶⁷⁸⁹½⅓⅔¼¾⅛]{Gap}(?:{PlainLanguage.Scales}\s)?{(isJoined ? "|[（(]" : "")})(?<unit>{unit})"
                + $@"(?<power>[²³])?(?:/(?<per>{unit})(?<perpower>[²³])?)?{end}(?:\.(?=\s\p{{Ll}}|[,;)]))?",
            match => $"{Unit(match, "unit", "power")}{(match.Groups["per"].Success ? $" {PerUnit(Unit(match, "per", "perpower"))}" : "")}");
    }

    /// <summary>Where a language has another word for it before a time, it stands with the unit: "в час".</summary>
    private string PerUnit(string unit) => unit.StartsWith("в ", StringComparison.Ordinal) ? unit : $"{language.Per} {unit}";

    private string Unit(Match match, string unit, string power) =>
        (unit == "per" && !language.Units[match.Groups[unit].Value].Contains('|', StringComparison.Ordinal)
            && language.Counted.TryGetValue(match.Groups[unit].Value, out var counted) ? counted.Split(' ')[0]
            : language.Units[match.Groups[unit].Value].Split('|')[unit == "per" ? ^1 : 0])
            is var words && match.Groups[power].Success ? Raised(words, match.Groups[power].Value) : words;

    private string Raised(string unit, string power) => (power == "²" ? language.Square : language.Cube) is { Length: > 0 } form
        ? string.Format(CultureInfo.InvariantCulture, form, unit) : $"{unit} {language.Signs[power]}";
}
