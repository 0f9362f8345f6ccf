using System.Text.RegularExpressions;

namespace TemporalVideo.Studio.Words;

/// <summary>Amounts with units: "12 km/h", "400–700 nm", "5 m²", "−40 °C".</summary>
internal sealed partial class UnitRules : RuleParts
{
    private const string Powers = "²|³|\\^2|\\^3";
    private const string Gap = @"[\s\u00A0\u202F\u2009]?";

    private readonly SpeechLexicon _lexicon;
    private readonly NumberWords _numbers;
    private readonly Separators _separators;

    public UnitRules(SpeechLexicon lexicon, NumberWords numbers, Separators separators)
    {
        (_lexicon, _numbers, _separators) = (lexicon, numbers, separators);
        var unit = AnyOf(lexicon.Units.Keys);
        Pattern = $@"(?<unit>{unit})(?<pow>{Powers})?(?:/(?<per>{unit})(?<perpow>{Powers})?)?(?:\.(?=\s\p{{Ll}}|[),;:]))?(?![\p{{L}}"
            + $@"\p{{N}}_⁰¹²³⁴⁵⁶⁷⁸⁹⁻]|/(?!\d|[+−–-]|\p{{L}}{{2,}}(?!\p{{L}}))|\.\p{{L}}|['’]\p{{L}}|(?<=A)\sD\b)";
    }

    /// <summary>A unit symbol, with its power and what it is divided by.</summary>
    public string Pattern { get; }

    /// <summary>A unit that something is measured in, "in m/s²", which no formula may take for its letters.</summary>
    public SpeechRule MeasuredIn => new PatternRule(
        $@"(?<=(?:^|\s)(?:in|en|em)\s){Pattern}(?<=/\S{{1,4}}|m[²³]){End}", match => Unit(match, many: true));

    /// <summary>The rules, in order.</summary>
    public IEnumerable<SpeechRule> Rules
    {
        get
        {
            var number = $"(?:{_separators.Pattern})";
            var fraction = AnyOf(_lexicon.Fractions.Keys);
            var scale = AnyOf(_lexicon.ScaleWords);
            foreach (var rule in Inches(fraction))
            {
                yield return rule;
            }

            yield return new PatternRule(
                $@"{Start}(?<a>{number}){Gap}[–—-]{Gap}(?<b>{number}){Gap}{Pattern}",
                match => _lexicon.Phrase("range", Amount(match.Groups["a"].Value),
                    $"{Amount(match.Groups["b"].Value)} {Unit(match, many: true)}"));
            yield return new PatternRule($@"{Start}(?<a>{number})(?!\d)(?<![.,]){Gap}{Pattern}", match =>
                IsDecade(match) || IsOrdinal(match) || IsName(match) || IsAfternoon(match) ? null : Counted(match));
            yield return new PatternRule(
                $@"(?<=\p{{Ll}}{{2}}\.)/(?=k?m[²³2]?(?![\p{{L}}\p{{N}}])|[ahj]{End}|an{End}){Pattern}",
                match => $"{_lexicon.Phrase("per", "", "").Trim()} {Unit(match, many: false)}");
            yield return new PatternRule(
                $@"(?<a>\d*)(?<fraction>{fraction}){Gap}{Pattern}",
                match => $"{MixedFraction(match)} {Unit(match, many: match.Groups["a"].Length > 0)}");
            yield return new PatternRule($@"(?<={AnyOf(_lexicon.SimpleFractions.Keys)}[\s\u00A0]){Pattern}", match =>
                Unit(match, many: false));
            yield return new PatternRule($"(?<={PowerOfTen}){Pattern}", match => Unit(match, many: true));
            yield return new PatternRule($@"(?<=\d{Gap}(?:{scale})\s(?:de\s|di\s)?){Pattern}", match => Unit(match, many: true));
            yield return new PatternRule(
                $@"(?<=\d-){Pattern}(?:(?<=\p{{L}}\p{{L}})|(?<=-[hgmVWkJN])(?=\s\p{{Ll}})|(?=-\p{{Lu}}))",
                match => Unit(match, many: false));
            yield return new PatternRule($@"(?<=\d[x×])(?<a>{number})(?!\d){Gap}{Pattern}", Counted);
            yield return new PatternRule(
                $@"(?<=(?:^|\s)(?:in|en|em)\s){Pattern}(?<=[kMGmcdµ]\p{{L}}{{1,3}})(?=[.,;:)?!]|$|\s(?:und|and|et|y|e|ou|o)\s)",
                match => match.Groups["unit"].Value is "GB" or "mi" or "min" ? null : Unit(match, many: true));
            yield return new PatternRule(
                $@"(?<=(?:^|\s)(?:in|en|em)\s)(?=[NJWVAKsmgLl](?:[.,;)]|\s?$)){Pattern}",
                match => InUnits().IsMatch(match.Result("$_")) ? Unit(match, many: true) : null);
            if (_lexicon.Language == "en")
            {
                yield return new PatternRule($@"(?<=\bper\s){Pattern}(?<=\p{{L}}\p{{L}})", match => Unit(match, many: false));
            }

            yield return new PatternRule($@"{Start}{Pattern}", match => IsPlain(match) ? null : Unit(match, many: true));
        }
    }

    /// <summary>"2½" as "2 and one half".</summary>
    public string MixedFraction(Match match)
    {
        var fraction = _lexicon.Fractions[match.Groups["fraction"].Value];
        return match.Groups["a"].Length > 0 ? _lexicon.Phrase("and_half", match.Groups["a"].Value, fraction) : fraction;
    }

    /// <summary>The unit's words.</summary>
    public string Unit(Match match, bool many)
    {
        var words = Power(Entry(match.Groups["unit"].Value), match.Groups["pow"].Value, many);
        if (!match.Groups["per"].Success)
        {
            return words;
        }

        var per = Entry(match.Groups["per"].Value)[0];
        return match.Groups["perpow"].Value switch
        {
            "" => _lexicon.Phrase("per", words, per),
            "²" or "^2" when match.Groups["per"].Value is "s" or "h" => _lexicon.Phrase("per_squared", words, per),
            var power => _lexicon.Phrase("per", words, Power(Entry(match.Groups["per"].Value), power, false)),
        };
    }

    /// <summary>An amount before a unit or currency, or the number one in its gender.</summary>
    public string Amount(string written, string gender = "")
    {
        var figures = _separators.Read(written);
        return gender.Length > 0 && figures is { Whole: "1", Fraction: null } ? _numbers.One(gender) : _numbers.Say(figures);
    }

    /// <summary>An amount in words, whatever its size.</summary>
    public string Words(string written) => _numbers.Say(_separators.Read(written), inWords: true);

    /// <summary>Whether a noun after the amount stands in the plural.</summary>
    public bool IsMany(string written)
    {
        var figures = _separators.Read(written);
        return _lexicon.Language == "fr" ? figures.Amount >= 2 : figures.Amount is not 1 || figures.Fraction is not null;
    }

    private string Counted(Match match)
    {
        var written = match.Groups["a"].Value;
        var isAdjective = _lexicon.Language == "en" && (Regex.IsMatch(match.Result("$`"), @"(?:^|\s)[Aa]n?\s$")
            || (NamedThings().IsMatch(match.Result("$'"))
                && (!Weighed().IsMatch(match.Groups["unit"].Value) || Portions().IsMatch(match.Result("$'")))));
        if (_lexicon.Language == "it" && written == "1" && Gender(match) == "f" && "aeiou".Contains(Unit(match, false)[0]))
        {
            return $"un'{Unit(match, false)}";
        }

        if (_lexicon.Language == "de" && written == "1" && Dative().IsMatch(match.Result("$`")))
        {
            return $"{(Gender(match) == "f" ? "einer" : "einem")} {Unit(match, many: false)}";
        }

        return $"{Amount(written, Gender(match))} {Unit(match, IsMany(written) && !isAdjective)}";
    }

    /// <summary>The grammatical gender of the unit.</summary>
    public string Gender(Match match) => Entry(match.Groups["unit"].Value) is { Length: > 2 } entry ? entry[2] : "m";

    /// <summary>Lengths of people and boards: 6′5″, 5'10", 29 ft 2½ in.</summary>
    private IEnumerable<SpeechRule> Inches(string fraction)
    {
        if (!_lexicon.Phrases.ContainsKey("feet_inches"))
        {
            yield break;
        }

        yield return new PatternRule(
            $@"{Start}(?<![.,:]|°[^.]{{0,4}})(?<ft>\d{{1,2}})[′'’]\s?(?<in>\d{{1,2}})(?<fraction>{fraction})?(?:[″""”]|['’]{{2}})",
            match => _lexicon.Phrase("feet_inches", match.Groups["ft"].Value, match.Groups["fraction"].Success
                ? _lexicon.Phrase("and_half", match.Groups["in"].Value, _lexicon.Fractions[match.Groups["fraction"].Value])
                : match.Groups["in"].Value));
        if (_lexicon.Language == "en")
        {
            yield return new PatternRule(
                $@"(?<=(?:ft\.?\s\d{{1,2}}{fraction}?|{fraction})[\s\u00A0]?)in{End}|(?<=\d[\s\u00A0])in(?=\)|\s[×x]\s\d)\.?",
                _ => "inches");
        }
    }

    /// <summary>"il 1° maggio", "el 2° lugar": behind an article, the sign makes an ordinal.</summary>
    private bool IsOrdinal(Match match) => match.Groups["unit"].Value == "°" && _lexicon.Language is "it" or "es" or "pt"
        && OrdinalBefore().IsMatch(match.Result("$`")) && OrdinalAfter().IsMatch(match.Result("$'"));

    /// <summary>Whether a text ends in a word that numbers name: "in room ".</summary>
    internal static bool NamesByNumber(string before) => NameBefore().IsMatch(before);

    /// <summary>"4 pm": no picometres.</summary>
    private bool IsAfternoon(Match match) => _lexicon.Language == "en" && match.Groups["unit"].Value == "pm"
        && match.Groups["a"].Value is { Length: 1 } or ['1', '0' or '1' or '2'];

    /// <summary>"room 3A", "Klasse 7A", "type 2A": the letter is part of a name.</summary>
    private static bool IsName(Match match) =>
        match.Groups["unit"].Value is [>= 'A' and <= 'Z'] && char.IsAsciiDigit(match.Value[^2]) && NamesByNumber(match.Result("$`"));

    /// <summary>"the 20s" are years, "1990s" too.</summary>
    private bool IsDecade(Match match) =>
        _lexicon.Language == "en" && match.Groups["unit"].Value == "s" && !match.Value.Contains(' ', StringComparison.Ordinal)
        && match.Groups["a"].Value is [.., '0'] and { Length: >= 2 and <= 4 }
        && (match.Groups["a"].Length == 4
            || Regex.IsMatch(match.Result("$`"), @"(?:the|early|late|mid|their|his|her)[\s-]['’]?$", RegexOptions.IgnoreCase));

    /// <summary>A unit without a number counts only when nothing else can be meant: with a power or a stroke, a sign, or alone in
    /// brackets.</summary>
    private static bool IsPlain(Match match)
    {
        if (match.Groups["pow"].Success || match.Groups["perpow"].Success || match.Groups["unit"].Value is "°C" or "°F" or "℃" or "‰")
        {
            return false;
        }

        if (match.Groups["per"].Success)
        {
            return match.Groups["unit"].Length + match.Groups["per"].Length < 3 && match.Value != "m/s";
        }

        return match.Length < 2 || !Regex.IsMatch(match.Result("$`"), @"(?:^|\s)[(\[](?:in\s)?$")
            || !Regex.IsMatch(match.Result("$'"), @"^[)\]]");
    }

    private string[] Entry(string symbol) => _lexicon.Units[symbol];

    private string Power(string[] unit, string power, bool many)
    {
        var word = unit[many ? 1 : 0];
        if (power.Length == 0)
        {
            return word;
        }

        var name = power is "²" or "^2" ? "square_unit" : "cubic_unit";
        var template = _lexicon.Phrases.GetValueOrDefault(many ? name + "s" : name) ?? _lexicon.Phrases[name];
        return string.Format(
            System.Globalization.CultureInfo.InvariantCulture, template,
            _lexicon.Language == "de" ? word.ToLowerInvariant() : word);
    }

    [GeneratedRegex(@"(?:^|\s)(?:[Ii]l|[Ll]o|[Ll]a|[Dd]el|[Dd]ella|[Nn]el|[Nn]ella|[Aa]l|[Dd]al|[Ss]ul|[Ee]l"
        + @"|[OoAa]|[Dd][oa]|[Nn][oa]|[Aa]o|[Uu]n|[Uu]m)\s$")]
    private static partial Regex OrdinalBefore();

    [GeneratedRegex(@"(?:^|[\s(])(?:room|class|gate|bay|platform|flat|building|block|seat|row|section|form|grade|year|group|exercise|task"
        + @"|unit|level|line|bus|type|part|question|figure|fig\.|table|ward|Klasse|Raum|Zimmer|Aufgabe|Gleis|Gruppe|Übung|Typ|Linie|Abb\."
        + @"|classe|salle|groupe|exercice|quai|aula|clase|sala|grupo|ejercicio|gruppo|esercizio|turma|exercício)\s(?:\d+[A-Z]?,?\s)?$",
        RegexOptions.IgnoreCase)]
    private static partial Regex NameBefore();

    /// <summary>German prepositions behind which one thing stands in the dative.</summary>
    [GeneratedRegex(@"\b(?:nach|mit|von|zu|bei|seit|aus|vor|ab|je)\s$", RegexOptions.IgnoreCase)]
    private static partial Regex Dative();

    [GeneratedRegex(@"^\s\p{L}{3,}")]
    private static partial Regex OrdinalAfter();

    /// <summary>Units of what is eaten and mixed: "38 g carbs" are grams.</summary>
    [GeneratedRegex("^(?:[kmµ]?g|[cmd]?[lL]|oz|lb|tbsp|tsp|cups?)$")]
    private static partial Regex Weighed();

    /// <summary>Something else is measured in a unit that is no letter.</summary>
    [GeneratedRegex(@"\b(?:in|en|em)\s(?:k[gmJWN]|[cm]m|m/s[²2]?|km/h|mol|Pa|Hz|m[lLA])(?!\p{L})")]
    private static partial Regex InUnits();

    [GeneratedRegex(@"^[\s\u00A0](?:[a-z]+\s)?(?:tablets|capsules|pills|doses|bottles|bags|packs|packets|weights|jars|cans"
        + @"|tins|masses|samples|beakers|flasks|cylinders)\b")]
    private static partial Regex Portions();

    /// <summary>A noun in the plural of which the amount tells the size: "the 5 V pins", "220 V sockets", "500 mg tablets".</summary>
    [GeneratedRegex(@"^[\s\u00A0](?!(?:it|he|she|who|that|then|therefore|hence|thus|now|also|still|often|usually|never|only|quickly"
        + @"|slowly)\s)(?:[a-z]+\s)?(?!(?:was|has|does|this|plus|thus"
        + @"|minus|less|across|always|besides|towards|perhaps|gives"
        + @"|flows|passes|makes|takes|equals|contains|weighs|costs|drives|means|lasts|needs|gets|goes|comes|becomes|remains|falls|drops"
        + @"|rises|is|its|as|corresponds|yields|produces|burns|uses|holds|reaches|hits|starts|stands|provides|delivers)\b)"
        + @"(?<!\s(?:of|and|or|for|in|at|on"
        + @"|to|by|with|from|per|than|into|over|the|a|is|are|was|were|will|has|away|above|below|between|that|which)\s)[a-z]{2,}[a-rt-z]s"
        + @"(?=[.,;:!?)]|$|\s(?:of|in|on|at|to|with|from|for|by|and|or|are|were|can|must|may|have|which|that|is)\b)")]
    private static partial Regex NamedThings();
}
