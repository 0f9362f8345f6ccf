using System.Globalization;
using System.Text.RegularExpressions;

namespace TemporalVideo.Studio.Words;

/// <summary>Ordinals, fractions, ratios, ranges, signs before numbers, and numbers of any size.</summary>
internal sealed partial class NumberRules : RuleParts
{
    private const string Gap = @"[\s\u00A0\u202F\u2009]?";

    private readonly SpeechLexicon _lexicon;
    private readonly NumberWords _numbers;
    private readonly Separators _separators;

    private NumberRules(SpeechLexicon lexicon, NumberWords numbers, Separators separators) =>
        (_lexicon, _numbers, _separators) = (lexicon, numbers, separators);

    /// <summary>More than two numbers with dashes between are no range: "the 68–95–99.7 rule".</summary>
    public static SpeechRule Chain() => new PatternRule(
        $@"{Start}(?<![–.,])(?<a>\d{{1,3}}(?:\.\d+)?)–(?<b>\d{{1,3}}(?:\.\d+)?)–(?=\d{{1,3}}(?:\.\d+)?(?!\d|–))",
        match => $"{match.Groups["a"].Value}, {match.Groups["b"].Value},");

    /// <summary>A colon divides in a calculation, where it is written so: "72 : 4 = 18", "72 : p = t".</summary>
    public static IEnumerable<SpeechRule> Divisions(SpeechLexicon lexicon) => lexicon.Language == "en" ? [] :
    [
        new PatternRule(@"(?<=[\d)]\s):(?=\s[\p{L}\d][\d.,]*\s?[=≈](?!\s?\d+\s?:))|(?<=[\d)]):(?=[\d][\d.,]*\s?=)", _ =>
            lexicon.Signs["÷"]),
    ];

    public static IEnumerable<SpeechRule> Of(SpeechLexicon lexicon, NumberWords numbers, Separators separators)
    {
        var rules = new NumberRules(lexicon, numbers, separators);
        var number = separators.Pattern;
        var phrases = lexicon.Phrases;
        var amount = $@"[\d{string.Concat(lexicon.Fractions.Keys)}]|{AnyOf(lexicon.Currencies.Keys)}{Gap}\d";
        var measured = $"(?:%|‰|°[CF]?|{AnyOf(lexicon.Units.Keys)})";
        yield return new PatternRule(
            $@"(?<=\d{Gap}(?<unit>{measured}))\s?[–-]\s?(?=\d[\d.,]*{Gap}\k<unit>(?![\p{{L}}\p{{N}}²³/]))", _ =>
                To(lexicon));
        yield return new PatternRule(
            $@"(?<![\p{{L}}\p{{N}})\]])[−–-](?={amount})|−\s?(?=\d|{AnyOf(lexicon.Currencies.Keys)})|−(?=\p{{L}})", _ => phrases["minus"]);
        yield return new PatternRule($@"(?<![\p{{L}}\p{{N}}])\+(?={amount})", _ => phrases["plus"]);
        yield return new PatternRule(@"(?<=^)[+−](?=\s\p{L})", match => phrases[match.Value == "−" ? "minus" : "plus"] + ",");
        yield return new PatternRule(
            $@"{Start}(?<a>\d{{1,2}})/(?<b>2|4|8|16)(?:(?=[\s-](?:[Tt]ime|[Mm]et(?:re|er)|Takt){End})|(?<={MeterBefore}\k<a>/\k<b>)){End}",
            match => lexicon.Phrase("meter", rules.Say(match, "a"), rules.Say(match, "b")));
        yield return new PatternRule($@"(?<a>\d*){Gap}(?<f>{AnyOf(lexicon.Fractions.Keys)})", rules.Fraction);
        yield return new PatternRule($@"{Start}(?:(?<a>\d+)\s)?(?<f>{AnyOf(lexicon.SimpleFractions.Keys)})(?![/\d]|[.,]\d){End}",
            rules.Fraction);
        foreach (var rule in rules.Places())
        {
            yield return rule;
        }

        foreach (var rule in rules.Ordinals())
        {
            yield return rule;
        }

        yield return new PatternRule($@"{Start}(?<a>{number}){Gap}[–—]{Gap}(?<b>{number})(?![\d½⅓⅔¼¾⅛⅜⅝⅞])", rules.Range);
        yield return new PatternRule($@"{Start}(?<a>{number})-(?<b>{number}){End}(?![-/])", match => rules.IsRising(match)
            ? rules.Range(match) : null);
        yield return new PatternRule(
            $@"{Start}(?<a>\d+):(?<b>\d+){End}(?!:)", match => lexicon.Phrase("ratio", rules.Say(match, "a"), rules.Say(match, "b")));
        yield return new PatternRule(
            $@"{Start}(?<a>{number})\s?[x×]\s?(?=\d)", match => $"{rules.Say(match, "a")} {phrases["times"]}");
        if (lexicon.Language == "en")
        {
            yield return new PatternRule($@"{Start}(?<a>\d)/(?<b>[3-9]|1\d|20){End}(?![/.,]\d)", rules.Parts);
        }

        yield return new PatternRule(
            $@"{Start}(?<a>\d{{1,9}})/(?<b>\d{{1,9}}){End}(?!/)",
            match => int.Parse(match.Groups["a"].Value, CultureInfo.InvariantCulture) < int.Parse(match.Groups["b"].Value,
                CultureInfo.InvariantCulture)
                ? lexicon.Phrase("over", rules.Say(match, "a"), rules.Say(match, "b"))
                    : $"{rules.Say(match, "a")} {rules.Say(match, "b")}");
        yield return new PatternRule(
            $@"{Start}(?:\p{{Lu}}{{1,4}}\d{{1,3}}|\d{{1,3}}\p{{Lu}})[\p{{Lu}}\d]{{0,4}}{End}",
            match => string.Join(' ', Regex.Matches(match.Value, @"\d+|\D")
                .Select(part => char.IsDigit(part.Value[0]) ? numbers.Cardinal(long.Parse(part.Value, CultureInfo.InvariantCulture))
                : part.Value)));
        yield return new PatternRule($@"{Start}(?<a>{number})(?!\d)", match => rules.Counted(match) is var said && said == match.Value
            ? null : said);
        yield return new PatternRule($@"#(?=\d)", _ => phrases["number_sign"]);
        yield return new PatternRule($@"#(?=\p{{L}})", _ => "");
        yield return new PatternRule(@"(?<=\p{L}{2,}|\d)[¹²³⁰⁴⁵⁶⁷⁸⁹⁻]+", rules.Raised);
        yield return new PatternRule(@"[₀-₉⁰¹²³⁴⁵⁶⁷⁸⁹]", match => numbers.Digits(Scripted.Plain(match.Value)));
    }

    /// <summary>The number of a point stands before all, is the first one, or follows the one before it: "(1) heat it, (2) stir".</summary>
    private static bool IsPoint(Match match)
    {
        var (before, mark) = (match.Result("$`"), match.Groups["n"].Value);
        return before.Trim().Length == 0 || mark is "1" or "a" || before.TrimEnd() is [.., ':' or ';' or ',' or '.']
            || before.Contains(int.TryParse(mark, CultureInfo.InvariantCulture, out var number) ? $"({number - 1})"
                : $"({(char)(mark[0] - 1)})", StringComparison.Ordinal);
    }

    /// <summary>Figures that are no amounts: verses, blood pressure, notes and languages with a sharp, short forms of a billion.</summary>
    private IEnumerable<SpeechRule> Places()
    {
        yield return new PatternRule(
            $@"{Start}(?<a>\d{{2,3}})/(?=\d{{2,3}}{Gap}mmHg)", match => _lexicon.Phrase("over", Say(match, "a"), "").Trim());
        yield return new PatternRule(
            @"(?<![\p{L}\p{N}])\((?<n>\d{1,2}|[a-z])\)(?=\s\p{L})",
            match => !IsPoint(match) ? null
                : (int.TryParse(match.Groups["n"].Value, CultureInfo.InvariantCulture, out var number) ? _numbers.Cardinal(number)
                    : match.Groups["n"].Value) + ",");
        yield return new PatternRule(@"(?<=(?<!\p{L})[oa])\(s\)(?=\s\p{Ll})", _ => "");
        yield return new PatternRule(@"(?<=\p{Ll}{2})\((?:s|es|n|en|e|er|ne|a|as|in|innen)\)", _ => "");
        yield return new PatternRule(
            @"(?<=[\p{L}_]{2,})\((?<in>[\w., ]{0,20})\)", match => match.Groups["in"].Value is "s" or "es" or "n" or "en" or "in" ? null
                : $" {match.Groups["in"].Value}");
        yield return new PatternRule(
            @"(?<=(?<![\p{L}\p{N}])F)\((?<a>\d+),\s?(?<b>\d+)\)(?=\s?[=<>≈])",
            match => " " + _lexicon.Phrase("of", "", $"{Say(match, "a")} {_lexicon.Signs["&"]} {Say(match, "b")}").Trim());
        yield return new PatternRule(@"(?<=(?<![\p{L}\p{N}])[A-GJ])#(?![\p{L}\p{N}])", _ => " " + _lexicon.Signs["♯"]);
        yield return new PatternRule(
            @"(?<=\d\s?)(?<a>[a-h])\)\s?[–-]\s?(?<b>[b-z])\)",
            match => _lexicon.Phrase("range", match.Groups["a"].Value, match.Groups["b"].Value));
        yield return new PatternRule($@"(?<=\d[a-h])\s?[–-]\s?(?=[b-i]{End})", _ => _lexicon.Phrase("range", "", "").TrimStart());
        yield return new PatternRule(
            @"(?<=\d\s?\(?(?<a>[a-h]))[–-](?=(?<b>[b-z])(?![\p{L}\p{N}'’–-]))"
                + @"|(?<=(?<![\p{L}\p{N}+–-])(?<a>[aA]))[–-](?=(?<b>[c-zC-Z])(?![\p{L}\p{N}'’–-]))",
            match => string.CompareOrdinal(match.Groups["a"].Value, match.Groups["b"].Value) < 0
                && char.IsLower(match.Groups["a"].Value[0]) == char.IsLower(match.Groups["b"].Value[0])
                    ? To(_lexicon) : null);
        yield return new PatternRule(
            @"(?<=(?<![\p{L}\p{N}–-])(?<a>[A-Z])[♯♭]?)–(?=(?<b>[A-Z])[♯♭]?(?![\p{L}\p{N}–-]))",
            match => string.CompareOrdinal(match.Groups["a"].Value, match.Groups["b"].Value) < 0 && !Bond().IsMatch(match.Result("$_"))
                ? To(_lexicon) : null);
        yield return new PatternRule(@"(?<=[⁰¹²³⁴-⁹])\s?[–-]\s?(?=\d)", _ => _lexicon.Phrase("range", "", "").TrimStart());
        if (_lexicon.Language == "de")
        {
            yield return new PatternRule(@"(?<=\d\s?\p{L}{1,3}\s):(?=\s\d)", _ => _lexicon.Signs["÷"]);
            yield return new PatternRule(
                @"(?<=\d\s):(?=\s\d[^.]*)",
                match => Divides().IsMatch(match.Result("$_")) && !Compares().IsMatch(match.Result("$_")) ? _lexicon.Signs["÷"] : null);
        }

        // An equation with one such sign divides; with one on each side, it compares.
        yield return new PatternRule(@"(?<=^[^:]*\d\s?):(?=\s?[\d.,]+\s?=[^:]*$)", _ => $" {_lexicon.Signs["÷"]} ");

        yield return new PatternRule(
            @"(?<=\d\s):(?=\s\d)|(?<=(?:^|(?<!\d)\s)\p{L}\s):(?=\s\p{L}(?:\s|$))", _ => _lexicon.Phrase("ratio", "", "").Trim());
        yield return new PatternRule(@"(?<![\p{L}_])_{2,}(?![\p{L}_])", _ => $", {_lexicon.Phrases["blank"]},");
        yield return new PatternRule(@"(?<![\p{L}\p{N}])\*(?=\.\w)", _ => _lexicon.Phrases["star"]);
        if (_lexicon.Language == "it")
        {
            yield return new PatternRule($@"(?<!\p{{L}})['’](?<c>[2-9])00{End}", match =>
                Capital(_numbers.Cardinal(Number(match, "c") * 100)));
        }

        if (_lexicon.Language == "en")
        {
            yield return new PatternRule(
                $@"(?<=\b[A-HJ-Z]{{2}}\s|\b(?:reference|ref\.?|at)\s)(?<a>\d{{3}})\s(?<b>\d{{3}}){End}(?!\s\d|,\d|\s(?:people|km|m)\b)",
                match => $"{_numbers.Digits(match.Groups["a"].Value)}, {_numbers.Digits(match.Groups["b"].Value)}");
            yield return new PatternRule(
                $@"(?<=\b(?:grid\s)?square\s)(?<a>\d{{4}}){End}", match => _numbers.Digits(match.Value));
            yield return new PatternRule($@"(?<=\d{Gap})(?:bn|tn){End}", match => _lexicon.Scales[match.Value]);
        }
    }

    /// <summary>Fractions that are added or taken away: "1 3/8 + 2/8".</summary>
    [GeneratedRegex(@"(?<!\d)\d/\d{1,2}(?=\s?[+−–×÷-]\s)|(?<=\s[+−–×÷-]\s?(?:\d\s)?)\d/\d{1,2}(?!\d)")]
    private static partial Regex Fractions();

    /// <summary>"2/8 of a pizza", "3/8 + 2/8": so many parts of a whole.</summary>
    private string? Parts(Match match)
    {
        var (parts, whole) = (Number(match, "a"), Number(match, "b"));
        var isPart = match.Result("$'").StartsWith(" of ", StringComparison.Ordinal) || Fractions().Count(match.Result("$_")) > 1
            || Regex.Count(match.Result("$_"), $@"(?<![\d/.,])\d/{whole}(?![\d/.,])") > 1;
        return parts >= whole || !isPart ? null
            : $"{_numbers.Cardinal(parts)} {(whole == 4 ? "quarter" : _numbers.Ordinal(whole))}{(parts == 1 ? "" : "s")}";
    }

    /// <summary>Words before the signature of a piece's time.</summary>
    private const string MeterBefore =
        @"(?:time signature(?: of| is)?|met(?:re|er)|compasso|compás|mesure|tempo|misura|Takt)\s(?:de\s|di\s|a\s|à\s|in\s)?";

    [GeneratedRegex(@"\b(?:Ergebnis|Quotient|[Rr]echne|[Bb]erechne|[Tt]eil(?:e|en|t|st)|[Dd]ividier|Division|geteilt|ergibt|Rest)")]
    private static partial Regex Divides();

    [GeneratedRegex(@"Verhältnis|Maßstab|Mischung|[Mm]isch|Spiel|gewann|verlor|Tore")]
    private static partial Regex Compares();

    [GeneratedRegex(@"[=≈±×°]|\d[\s\u00A0]\p{L}{1,2}(?!\p{L})")]
    private static partial Regex Calculated();

    /// <summary>Atoms that hold each other are no ends of a range.</summary>
    [GeneratedRegex(@"\b(?:bond|[Bb]indung|liaison|enlace|legam|ligaç)|bindung")]
    private static partial Regex Bond();

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    private IEnumerable<SpeechRule> Ordinals()
    {
        switch (_lexicon.Language)
        {
            case "en":
                yield return new PatternRule(
                    $@"{Start}(?<n>\d{{1,4}})(?:st|nd|rd|th)\s?[–—-]\s?(?<m>\d{{1,4}})(?:st|nd|rd|th){End}",
                    match => _lexicon.Phrase(
                        "range", _numbers.Ordinal(Number(match)),
                            _numbers.Ordinal(int.Parse(match.Groups["m"].Value, CultureInfo.InvariantCulture))));
                yield return new PatternRule($@"{Start}(?<n>\d{{1,4}})(?:st|nd|rd|th){End}", match => _numbers.Ordinal(Number(match)));
                break;
            case "de":
                yield return new PatternRule(
                    $@"{Start}(?<n>\d{{1,3}})\.(?=[\s\u00A0](?:\p{{Ll}}|Jahrhundert|Jahrtausend|Jh\b))"
                        + $@"|{Start}(?<n>\d{{1,2}})\.(?=[\s\u00A0]\p{{Lu}})", GermanOrdinal);
                break;
            case "fr":
                yield return new PatternRule(
                    $@"{Start}(?:(?<n>\d{{1,3}})|(?<r>[IVX]+))(?<end>ère|re|er|ᵉʳ|nde|nd|ème|e|ᵉ){End}",
                    match => _numbers.Ordinal(Number(match), match.Groups["end"].Value is "ère" or "re" or "nde" ? "f" : "m"));
                break;
            default:
                yield return new PatternRule(
                    $@"{Start}(?<n>\d{{1,3}})\.?(?<end>[ºª]|er{End}|°(?=\s\p{{Ll}}{{4,}}))", match =>
                        _numbers.Ordinal(Number(match), match.Groups["end"].Value == "ª" ? "f" : "m"));
                break;
        }
    }

    /// <summary>A stop after a number makes an ordinal in German, unless a sentence ends there.</summary>
    private string? GermanOrdinal(Match match)
    {
        var before = match.Result("$`");
        var after = match.Result("$'").TrimStart();
        var sure = after.StartsWith("Jahr", StringComparison.Ordinal) || after.StartsWith("Jh", StringComparison.Ordinal)
            || char.IsLower(after[0]);
        if (!sure && !Regex.IsMatch(before, @"(?:^|(?:^|\s)(?:der|die|das|dem|den|des|im|am|vom|zum|zur|beim|jede[rsmn]?|eine?[rsmn]?"
            + @"|seit|bis|und|ihre?[rmn]?|seine?[rmn]?)\s)$", RegexOptions.IgnoreCase))
        {
            return null;
        }

        var stem = _numbers.Ordinal(Number(match));
        return GermanOrdinals.EndsInE(match) ? stem
            : stem + (GermanOrdinals.EndsInEr(match) ? GermanOrdinals.EndingBefore(after) : "n");
    }

    private string Fraction(Match match)
    {
        var fraction = _lexicon.Fractions.GetValueOrDefault(match.Groups["f"].Value) ?? _lexicon.SimpleFractions[match.Groups["f"].Value];
        if (_lexicon.Language == "de" && match.Groups["a"].Length > 0 && match.Groups["f"].Value is "½" or "1/2")
        {
            return $"{(match.Groups["a"].Value == "1" ? "ein" : _numbers.Cardinal(Number(match, "a")))}einhalb";
        }

        return match.Groups["a"].Length > 0 ? _lexicon.Phrase("and_half", match.Groups["a"].Value, fraction) : fraction;
    }

    private string Range(Match match) =>
        Regex.IsMatch(match.Result("$`"), @"(?:^|\s)(?:between|zwischen|entre|tra|fra)\s$", RegexOptions.IgnoreCase)
        ? $"{Say(match, "a")} {_lexicon.Signs["&"]} {Say(match, "b")}"
        : _lexicon.Phrase("range", Say(match, "a"), Say(match, "b"));

    private bool IsRising(Match match) =>
        _separators.Read(match.Groups["a"].Value).Amount < _separators.Read(match.Groups["b"].Value).Amount;

    private string Raised(Match match)
    {
        var exponent = Scripted.Plain(match.Value);
        var word = exponent switch
        {
            "2" => _lexicon.Phrase("squared", ""),
            "3" => _lexicon.Phrase("cubed", ""),
            _ => _lexicon.Phrase("power", "", exponent.Replace("-", _lexicon.Phrases["minus"] + " ", StringComparison.Ordinal)),
        };
        return word.Trim();
    }

    /// <summary>An account writes its cents where there are none: "4,200.00".</summary>
    private string Counted(Match match)
    {
        var figures = _separators.Read(match.Groups["a"].Value);
        return _numbers.Say(
            figures is { Fraction: "00", Amount: >= 100 } && !Calculated().IsMatch(match.Result("$_")) ? figures with { Fraction = null }
                : figures,
            gender: _lexicon.Language is "es" or "pt" && FeminineNouns.Follow(match.Result("$'")) ? "f" : "m");
    }

    private string Say(Match match, string group) => _numbers.Say(_separators.Read(match.Groups[group].Value));

    private static int Number(Match match) =>
        match.Groups["r"].Success ? RomanNumerals.Value(match.Groups["r"].Value) ?? 0
            : int.Parse(match.Groups["n"].Value, CultureInfo.InvariantCulture);
}
