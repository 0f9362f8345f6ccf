using System.Globalization;
using System.Text.RegularExpressions;

namespace TemporalVideo.Studio.Words;

/// <summary>
/// Units of several parts behind an amount: "N m² kg⁻²", "W/(m² K)", "4186 J/(kg·K)". They are written out before anything else is
/// read, because parts of them are units and letters of formulas as well.
/// </summary>
internal sealed partial class CompoundUnits : RuleParts
{
    private const string Symbol = "(?:[kMGTmµμcdhn]?(?:mol|Pa|Hz|eV|Wb|pc|[gmJWNVACKLlshTΩFS])|°C)";
    private const string Factor = Symbol + @"(?:⁻?[¹²³⁴]|\^[-−]?[1-4])?";
    private const string Product = Factor + @"(?:(?:\s?[·⋅]\s?|[\s\u00A0])" + Factor + ")*";

    /// <summary>Parts of a unit, one power each; what divides stands behind a stroke or has a negative power.</summary>
    public const string Pattern = "(?:" + Product + @"(?:/(?:\(" + Product + @"\)|" + Factor + "))?)";

    private readonly SpeechLexicon _lexicon;
    private readonly NumberWords _numbers;

    public CompoundUnits(SpeechLexicon lexicon, NumberWords numbers) => (_lexicon, _numbers) = (lexicon, numbers);

    /// <summary>The text with the words of such units.</summary>
    public string Written(string text) => Amount().Replace(text, match =>
        IsInFormula(text, match.Index) ? match.Value
            : Words(match.Value, !One().IsMatch(text[..match.Index]), alone: false) ?? match.Value);

    /// <summary>The words of a unit; null where it is none, or where others say it.</summary>
    /// <param name="unit">Its signs.</param>
    /// <param name="many">Whether the amount is plural.</param>
    /// <param name="alone">Whether nothing else can stand in its place, so that two parts are enough.</param>
    public string? Words(string unit, bool many, bool alone)
    {
        var parts = unit.Split('/');
        List<Part> over = [.. Parts(parts[0], false)];
        List<Part> under = [.. over.Where(part => part.Divides), .. parts.Length > 1 ? Parts(parts[1], true) : []];
        over.RemoveAll(part => part.Divides);
        var known = over.Concat(under).All(part => _lexicon.Units.ContainsKey(part.Symbol));
        var enough = (under.Count > 0 && over.Count + under.Count > (alone ? 1 : 2)) || (under.Count == 0 && Work().IsMatch(unit));
        if (!known || !enough || over.Count == 0)
        {
            return null;
        }

        var words = Multiplied(over, many);
        var next = _lexicon.Phrases["per_next"];
        return under.Count == 0 ? words
            : _lexicon.Phrase("per", words, string.Join(next, under.Select(part => Said(part, many: false, first: true))));
    }

    private string Multiplied(List<Part> parts, bool many)
    {
        if (_lexicon.Language == "de" && parts.TrueForAll(part => part.Power == 1))
        {
            var last = _lexicon.Units[parts[^1].Symbol][many ? 1 : 0];
            return string.Concat([.. parts.SkipLast(1).Select(part => _lexicon.Units[part.Symbol][0]),
                parts.Count > 1 ? last.ToLowerInvariant() : last]);
        }

        return string.Join(_lexicon.Language == "de" ? " mal " : " ", parts.Select((part, i) =>
            Said(part, many && i == parts.Count - 1 && part.Power == 1, first: i == 0)));
    }

    /// <summary>Squares and cubes of lengths are areas and volumes, except behind another part outside of German.</summary>
    private string Said(Part part, bool many, bool first)
    {
        var word = _lexicon.Units[part.Symbol][many ? 1 : 0];
        var isSpace = part.Symbol is ['m'] or [_, 'm'] && (first || _lexicon.Language == "de");
        return (part.Power, isSpace) switch
        {
            (1, _) => word,
            (2, true) => _lexicon.Phrase("square_unit", _lexicon.Language == "de" ? word.ToLowerInvariant() : word),
            (3, true) => _lexicon.Phrase("cubic_unit", _lexicon.Language == "de" ? word.ToLowerInvariant() : word),
            (2, _) => _lexicon.Phrase("squared", word),
            (3, _) => _lexicon.Phrase("cubed", word),
            var (power, _) => _lexicon.Phrase("power", word, _numbers.Cardinal(power)),
        };
    }

    private static IEnumerable<Part> Parts(string product, bool divides) => OnePart().Matches(product).Select(match =>
    {
        var power = match.Groups["power"].Value;
        var figure = power.Length == 0 ? 1 : int.Parse(Scripted.Plain(power[^1..]), CultureInfo.InvariantCulture);
        return new Part(
            match.Groups["symbol"].Value.Replace('μ', 'µ'), figure, divides || power.AsSpan().ContainsAny('⁻', '-', '−'));
    });

    private sealed record Part(string Symbol, int Power, bool Divides);

    [GeneratedRegex("(?<symbol>" + Symbol + @")(?<power>⁻?[¹²³⁴]|\^[-−]?[1-4])?")]
    private static partial Regex OnePart();

    [GeneratedRegex(@"(?<=(?<![\p{L}_])[\d.,]*\d[\s\u00A0\u202F]?"
        + @"|10[⁻⁺]?[⁰¹²³⁴-⁹]+[\s\u00A0\u202F]|10\^[-−]?\d{1,2}[\s\u00A0\u202F])" + Pattern
        + @"(?![\p{L}\p{N}⁻^_/(·⋅'’]|\s?[·⋅]|\.\p{L}|\s[=+×])")]
    private static partial Regex Amount();

    /// <summary>What multiplies and is one unit: "N m", "kW h", "A s", "kg m²".</summary>
    [GeneratedRegex(@"^(?:[kMmc]?N[\s\u00A0·⋅]{1,3}(?:c?m|s)|[kM]?W[\s\u00A0·⋅]{1,3}[hs]|m?A[\s\u00A0·⋅]{1,3}[hs]|V[\s\u00A0·⋅]{1,3}[sA]"
        + @"|Pa[\s\u00A0·⋅]{1,3}s|J[\s\u00A0·⋅]{1,3}s|kg[\s\u00A0·⋅]{1,3}m(?:²|\^2))$")]
    private static partial Regex Work();

    [GeneratedRegex(@"(?<![\d.,])1[\s\u00A0\u202F]?$")]
    private static partial Regex One();
}
