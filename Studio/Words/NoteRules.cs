using System.Text.RegularExpressions;

namespace TemporalVideo.Studio.Words;

/// <summary>
/// Signs that hurried notes put for words: "Gluten = the net that holds the gas", "retune 4-5x", "Q: … A: …", "bake at 220C",
/// "habit / addiction".
/// </summary>
internal sealed partial class NoteRules : RuleParts
{
    private const int MostWords = 3;

    private readonly SpeechLexicon _lexicon;

    private NoteRules(SpeechLexicon lexicon) => _lexicon = lexicon;

    public static IEnumerable<SpeechRule> Of(SpeechLexicon lexicon)
    {
        var rules = new NoteRules(lexicon);
        yield return new PatternRule(@"(?<=[\p{L}\p{N}.)""”»]\s)=(?=\s[\p{L}\p{N}(""“«„])", rules.Means);
        yield return new PatternRule(@"(?<==.*\p{L}{3,}\s)x(?=\s\p{L}{3,})", _ => lexicon.Phrases["times"]);
        yield return new PatternRule(
            @"(?<![\p{L}\p{N}.,^+*/=]|[=→]\s)(?:(?<a>\d{1,2})\s?[–-]\s?)?(?<b>\d{1,2})x(?=\s\p{L}{2,}|[.,;:!?)]|$)",
            rules.Times);
        if (lexicon.Language == "en")
        {
            yield return new PatternRule(
                @"(?<=(?<![\p{L}\p{N}.,])\d{1,3}(?:\.\d{1,2})?)M(?=\s(?!solution|acid|and\b|of\b|in\b)\p{Ll}{4,}|[.,;)]|\s?$)",
                match => Molar().IsMatch(match.Result("$_")) ? null : $" {lexicon.Scales["M"]}");
            yield return new PatternRule(
                @"(?<![\p{L}\p{N}.])(?<s>\d{1,2})s\.(?:\s(?<d>\d{1,2})d\.)?",
                match => OldMoney().IsMatch(match.Result("$_")) ? Shillings(match) : null);
        }
        else
        {
            yield return new PatternRule(
                @"(?<=\d[\s\u00A0]?)(?:M|Mds?|mln|mld)(?=\s(?:hab|auj|ab|hbts|d['’e]|di|de|pers)\b|\s[€$£])", rules.Scale);
            yield return new PatternRule(@"(?<=\d[\s\u00A0]?)M(?=\s(?:en|in|em|im|a)\b|[,;.)]|\s?$)", match =>
                Millions().IsMatch(match.Result("$_")) ? rules.Scale(match) : null);
        }

        yield return new PatternRule(@"\[(?=[^\[\]]*[ˈˌəɛɔʃʒŋɪʊɑðʲɐɲʁɣ])[^\[\]]+\]|(?<=\s)/(?=[^/\s]*[ˈˌəɛɔʃʒŋɪʊɑðʲɐɲʁɣ])[^/]+/", _ => "");
        yield return new PatternRule(
            $@"{Start}(?<mass>[⁰¹²³⁴-⁹]{{1,3}})(?<symbol>[A-Z][a-z]?){End}(?![⁰¹²³⁴-⁹₀-₉])",
            match => $"{match.Groups["symbol"].Value} {Scripted.Plain(match.Groups["mass"].Value)}");
        yield return new PatternRule(@"(?<=\(\p{Lu}\p{L}+,\s)[A-Z]{2}(?=\))", match => string.Join(' ', match.Value.ToCharArray()));
        yield return new PatternRule($@"{Start}A[A-H]{{2,4}}(?:[\s,/-]{{1,2}}[A-H]{{3,4}}){{1,4}}{End}", Rhymes);
        foreach (var rule in rules.QuestionsAndAnswers())
        {
            yield return rule;
        }

        yield return new PatternRule(
            @"(?<=\p{L}{2,}[)""”»]?\s)/(?=\s[(""“«]?\p{L}{2,})|(?<=\d\s?°?\p{L}?\s)/(?=\s\p{Ll}{3,}\s)", Stroke);
    }

    /// <summary>Temperatures without their sign: "bake at 220C". Where something is charged, and behind "room", the letter stays.</summary>
    public static string WithDegrees(string text) => Charged().IsMatch(text) ? text
        : (Heat().IsMatch(text) ? BareDegreesApart() : BareDegrees()).Replace(text, match =>
            UnitRules.NamesByNumber(match.Result("$`")) ? match.Value : match.Result("${number} °${u}"));

    /// <summary>Words are what is meant by a word; what is computed, counted or measured equals.</summary>
    private string? Means(Match match)
    {
        var before = LastPart().Match(match.Result("$`")).Value.Trim();
        var after = FirstPart().Match(match.Result("$'")).Value.Trim();
        var isComputed = Computed().IsMatch(before) || Computed().IsMatch(after) || (before.Length == 1 && char.IsLower(before[0]));
        isComputed |= StrokeRules.Divides(after);
        return isComputed || !Word().IsMatch(after) || Operator().IsMatch(before) ? null : _lexicon.Phrases["means"];
    }

    /// <summary>How often; an unknown has its letter elsewhere, too.</summary>
    private string? Times(Match match)
    {
        if (Unknown().IsMatch(match.Result("$`") + match.Result("$'")))
        {
            return null;
        }

        var many = match.Groups["b"].Value;
        var count = match.Groups["a"].Success ? _lexicon.Phrase("range", match.Groups["a"].Value, many) : many;
        return $"{count} {(many == "1" ? _lexicon.Phrases["time_counted"] : _lexicon.Phrases["times_counted"])}";
    }

    /// <summary>"37 M hab."; one is one in French.</summary>
    private string? Scale(Match match) => _lexicon.Scales.GetValueOrDefault(match.Value) is not { } words ? null
        : _lexicon.Language == "fr" && One().IsMatch(match.Result("$`")) ? $" {words.TrimEnd('s')}" : $" {words}";

    /// <summary>Money of before 1971: "10s. 6d."</summary>
    private static string Shillings(Match match) =>
        $"{match.Groups["s"].Value} shilling{(match.Groups["s"].Value == "1" ? "" : "s")}"
        + (match.Groups["d"].Success ? $" {match.Groups["d"].Value} pence" : "");

    /// <summary>A rhyme scheme letter by letter: "ABBA ABBA CDC DCD".</summary>
    private static string Rhymes(Match match) => string.Join(' ', match.Value.Where(char.IsLetter));

    /// <summary>A pause between a few words; the lines of a poem run on.</summary>
    private static string? Stroke(Match match) => match.Result("$_").Contains('=', StringComparison.Ordinal)
        || (Words(LastItem().Match(match.Result("$`")).Value) > MostWords && Words(FirstItem().Match(match.Result("$'")).Value) > MostWords)
            ? null : ",";

    private static int Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;

    /// <summary>"Q: … A: …", "F: … A: …", "R1: …".</summary>
    private IEnumerable<SpeechRule> QuestionsAndAnswers()
    {
        var (question, answer) = (_lexicon.Phrases["question"], _lexicon.Phrases["answer"]);
        string Counted(string word, Match match) => $"{word} {match.Groups["n"].Value}".TrimEnd() + ":";
        if (_lexicon.Language == "en")
        {
            yield return new PatternRule(
                @"(?<=^|[.!?:]\s)Q(?<n>\d{1,2})?[.:)]?(?=\s\p{Lu})", match => match.Value is "Q" ? null : Counted(question, match));
            yield return new PatternRule(
                @"(?<=^|[.!?]\s)A(?<n>\d{1,2}):(?=\s)|(?<=^|[.!?]\s)A:(?=\s(?:\d|(?:yes|no|because|the|it|they|you|we|i|about|approx|both"
                    + @"|after|before|around|at|by|to|with|when|in|on|an?|there|that|this|all|only|most)\b))|(?<=\?\s)A:(?=\s)",
                match => Counted(answer, match));
        }

        if (_lexicon.Language is "es" or "it" or "pt")
        {
            yield return new PatternRule(@"(?<=^|[?.!]\s)R\.?:(?=\s)", match => Counted(answer, match));
        }

        var (asks, answers) = _lexicon.Language switch
        {
            "en" => ("Q", "A"),
            "de" => ("F", "A"),
            "fr" => ("Q", "R"),
            "it" => ("D", "R"),
            _ => ("P", "R"),
        };
        foreach (var (mark, word) in new[] { (asks, question), (answers, answer) })
        {
            yield return new PatternRule($@"(?<=^|[.!?]\s){mark}(?=\s?:\s.*[.!?]$)", _ => word);
        }
    }

    [GeneratedRegex(@"[^.,;:()!?]*$")]
    private static partial Regex LastPart();

    [GeneratedRegex(@"[^.;:()!?/]*$")]
    private static partial Regex LastItem();

    [GeneratedRegex(@"^[^.;:()!?/]*")]
    private static partial Regex FirstItem();

    [GeneratedRegex(@"^(?:(?!\s[–—-]\s)[^.,;:()!?])*")]
    private static partial Regex FirstPart();

    [GeneratedRegex(@"\d|[A-Z]{2}/[A-Z]{2}(?!\p{L})|[+×·*÷√^=<>≈≤≥²³%∝|]|\s[x/−–-]\s"
        + @"|(?:^|\s)[b-hj-zA-HJ-Z](?:\s|$).*\s[b-hj-zA-HJ-Z](?:\s|$)")]
    private static partial Regex Computed();

    /// <summary>People or money, by the million.</summary>
    [GeneratedRegex(@"\d\s?M\s(?:hab|d['’e]|di\b|de\b|[€$£])")]
    private static partial Regex Millions();

    /// <summary>The sign is spoken of: "never = NULL".</summary>
    [GeneratedRegex(@"(?:^|\s)(?:never|not|use|sign|operator|with|nie|nicht|jamais|nunca|mai)$", RegexOptions.IgnoreCase)]
    private static partial Regex Operator();

    [GeneratedRegex(@"\p{L}{3,}")]
    private static partial Regex Word();

    [GeneratedRegex(@"(?<![\p{L}\p{N}])x(?![\p{L}\p{N}])|[=^²³√]")]
    private static partial Regex Unknown();

    private const string Temperature = @"(?<![\p{L}\p{N}.,])(?<number>(?:\d{1,3}\s?[–-]\s?)?\d{1,3}(?:[.,]\d)?)";
    private const string CelsiusOrFahrenheit = @"(?<u>[CF])(?![\p{L}\p{N}'’(+=–-]|\.\p{L})";

    [GeneratedRegex(Temperature + CelsiusOrFahrenheit)]
    private static partial Regex BareDegrees();

    /// <summary>"38-41 C" of what is hot or cold.</summary>
    [GeneratedRegex(Temperature + @"\s?" + CelsiusOrFahrenheit)]
    private static partial Regex BareDegreesApart();

    [GeneratedRegex(@"\b(?:fever|hot|cold|warm|cool|heat|boil|freez|melt|oven|bak|temperature|Fieber|Temperatur|Ofen|fièvre|température"
        + @"|fiebre|temperatura|horno|febbre|forno|febre)", RegexOptions.IgnoreCase)]
    private static partial Regex Heat();

    [GeneratedRegex(@"(?<![\d.,])1[\s\u00A0]?$")]
    private static partial Regex One();

    [GeneratedRegex(@"\b(?:solutions?|acid|HCl|NaOH|moles?|molar|titrat\w*|concentration)\b")]
    private static partial Regex Molar();

    [GeneratedRegex(@"\d{1,2}s\.\s\d{1,2}d\.|£\d+\s\d{1,2}s\.")]
    private static partial Regex OldMoney();

    [GeneratedRegex(@"[Cc]oulomb|[Cc]harge|[Ll]adung|[Cc]arga|[Cc]arica|\bmC\b|µC|[Ff]arad|[Cc]apacit|[Kk]ondensator")]
    private static partial Regex Charged();
}
