using System.Text.RegularExpressions;

namespace TemporalVideo.Studio.Words;

/// <summary>Parts of what is measured: "1/2 hr", "3/4 l de aceite", "1/2 cebolla", "13 ans ½", "2½ kg".</summary>
internal sealed partial class PartRules : RuleParts
{
    private const string Gap = @"[\s\u00A0\u202F]?";

    private readonly SpeechLexicon _lexicon;
    private readonly UnitRules _units;

    private PartRules(SpeechLexicon lexicon, UnitRules units) => (_lexicon, _units) = (lexicon, units);

    public static IEnumerable<SpeechRule> Of(SpeechLexicon lexicon, UnitRules units)
    {
        var rules = new PartRules(lexicon, units);
        yield return new PatternRule(
            $@"{Start}(?<![/.,])(?:(?<a>\d{{1,3}})[\s\u00A0])?(?<f>{AnyOf(lexicon.SimpleFractions.Keys)})[\s\u00A0]{units.Pattern}"
                + $@"|{Start}(?<![/.,])(?<a>\d{{0,3}}){Gap}(?<f>{AnyOf(lexicon.Fractions.Keys)}){Gap}{units.Pattern}",
            match => IsFormula(match) ? null : rules.OfUnit(match));
        if (lexicon.Halves.Count == 0 || lexicon.Language == "de")
        {
            yield break;
        }

        yield return new PatternRule(
            @"(?<=\d[\s\u00A0]?(?<noun>\p{L}+)\s(?<and>(?:e|y|et)\s)?)(?:½|1/2)(?![\d/])",
            match => (match.Groups["and"].Success ? "" : lexicon.Signs["&"] + " ")
                + lexicon.Halves[rules.GenderOf(match.Groups["noun"].Value)].Split('|')[^1]);
        yield return new PatternRule(
            $@"(?<![\p{{L}}\p{{N}}/.,]|\d\s)(?:½|1/2)(?=\s(?<noun>\p{{Ll}}{{4,}}){End})",
            match => Fractions().IsMatch(match.Result("$_")) || Small().IsMatch(match.Groups["noun"].Value) ? null
                : lexicon.Halves[rules.GenderOf(match.Groups["noun"].Value)].Split('|')[0].TrimEnd('-'));
    }

    private string OfUnit(Match match)
    {
        var isHalf = match.Groups["f"].Value is "1/2" or "½";
        var whole = match.Groups["a"].Value;
        var fraction = _lexicon.SimpleFractions.GetValueOrDefault(match.Groups["f"].Value) ?? _lexicon.Fractions[match.Groups["f"].Value];
        var gender = _units.Gender(match);
        if (_lexicon.Halves.Count == 0)
        {
            var amount = whole.Length == 0 ? fraction : _lexicon.Phrase("and_half", whole, fraction);
            return $"{amount} {_units.Unit(match, whole.Length > 0)}";
        }

        if (whole.Length > 0)
        {
            return (isHalf, _lexicon.Language) switch
            {
                (true, "de") => $"{(whole == "1" ? "ein" : _units.Words(whole))}einhalb {_units.Unit(match, many: true)}",
                (false, "de") => (whole == "1" ? "ein" : _units.Words(whole))
                    + $"{fraction.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant()} {_units.Unit(match, many: true)}",
                (true, _) => $"{_units.Amount(whole, gender)} {_units.Unit(match, whole != "1")} {_lexicon.Signs["&"]} "
                    + _lexicon.Halves[gender].Split('|')[^1],
                _ => $"{_lexicon.Phrase("and_half", whole, fraction)} {_units.Unit(match, many: true)}",
            };
        }

        var unit = _units.Unit(match, many: false);
        return isHalf ? Half(match, gender, unit) : Elided(_lexicon.Phrase("part_of", fraction, unit), unit);
    }

    private string Half(Match match, string gender, string unit) => _lexicon.Language switch
    {
        "fr" => _lexicon.Halves[gender].Split('|')[0] + unit,
        "it" when gender == "f" && "aeiou".Contains(unit[0], StringComparison.Ordinal) => $"mezz'{unit}",
        "de" when gender == "m" && !Opening().IsMatch(match.Result("$`")) => $"einen halben {unit}",
        _ => $"{_lexicon.Halves[gender].Split('|')[0]} {unit}",
    };

    /// <summary>"trois quarts d'heure", "tre quarti d'ora".</summary>
    private string Elided(string part, string unit) => _lexicon.Language switch
    {
        _ when !"aeiouhé".Contains(unit[0], StringComparison.Ordinal) => part,
        "fr" => part.Replace($" de {unit}", $" d'{unit}", StringComparison.Ordinal),
        "it" => part.Replace($" di {unit}", $" d'{unit}", StringComparison.Ordinal),
        _ => part,
    };

    private string GenderOf(string noun) => _lexicon.Units.GetValueOrDefault(noun) is { Length: > 2 } unit ? unit[2]
        : Feminine().IsMatch(noun) ? "f" : "m";

    /// <summary>"E = 1/2 m v²" multiplies.</summary>
    private static bool IsFormula(Match match) =>
        match.Groups["unit"].Length == 1 && match.Result("$_").Contains('=', StringComparison.Ordinal);

    [GeneratedRegex(@"(?:as?|ción|ciones|dad|tad|ão|agem|heures?|minutes?|années?|secondes?|pages?|tasses?|cuillères?|bouteilles?"
        + @"|journées?)$")]
    private static partial Regex Feminine();

    /// <summary>At the start of a line the amount is the subject, elsewhere mostly an object.</summary>
    [GeneratedRegex(@"(?:^|[(:;,–—-]\s?|\bund\s|\boder\s)$")]
    private static partial Regex Opening();

    [GeneratedRegex(@"fracc|frazion|fraç|numerad|numerat|denomina|equival|represent|rappresent|igual|[=<>]", RegexOptions.IgnoreCase)]
    private static partial Regex Fractions();

    /// <summary>Small words, which nothing is half of.</summary>
    [GeneratedRegex(@"^(?:para|como|desde|entre|sobre|hasta|pero|cada|está|según|menos|mayor|menor|dell[aoe]|degli|come|dopo|sono|vale"
        + @"|ogni|però|alla|meno|pel[ao]|mais|tiene|sigue|forma|della|delle|nella|negli|quando|cuando|porque|perché|então)$")]
    private static partial Regex Small();
}
