using System.Globalization;
using System.Text.RegularExpressions;

namespace TemporalVideo.Studio.Words;

/// <summary>Years, spans of years and decades. Four digits are a year by what stands around them.</summary>
internal sealed partial class YearRules : RuleParts
{
    private const int First = 1000;
    private const int Last = 2199;

    private readonly SpeechLexicon _lexicon;
    private readonly NumberWords _numbers;
    private readonly Regex _before;
    private readonly Regex _unitAfter;

    private YearRules(SpeechLexicon lexicon, NumberWords numbers, UnitRules units)
    {
        (_lexicon, _numbers) = (lexicon, numbers);
        var compound = lexicon.Language == "de" ? @"|\p{L}+jahr" : "";
        var words = AnyOf(lexicon.YearBefore.Concat(lexicon.Months).Concat(lexicon.MonthShort.Keys));
        _before = new Regex(
            $@"(?:^|[\s(\[“""'’-])(?:{words}{compound})[\s\u00A0]$",
            RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);
        _unitAfter = new Regex($@"^[\s\u00A0\u202F]?(?:{units.Pattern}|{AnyOf(lexicon.Currencies.Keys)})", RegexOptions.CultureInvariant);
    }

    public static IEnumerable<SpeechRule> Of(SpeechLexicon lexicon, NumberWords numbers, UnitRules units)
    {
        var rules = new YearRules(lexicon, numbers, units);
        yield return new PatternRule($@"{Start}(?<![.,–-])(?<a>\d{{4}})\s?[–—-]\s?(?<b>\d{{4}}|\d\d)(?![\d.,–-]\d|\d){End}", rules.Span);
        foreach (var rule in lexicon.Language switch { "en" => rules.EnglishDecades(), "de" => rules.GermanDecades(), _ => [] })
        {
            yield return rule;
        }

        yield return new PatternRule($@"(?<!\p{{L}})['’‘](?<y>\d\d){End}(?![%°])", match => numbers.Cardinal(Number(match.Groups["y"])));
        yield return new PatternRule($@"{Start}(?<![.,])(?<y>\d{{4}}){End}(?![.,]\d)", rules.Single);
    }

    private IEnumerable<SpeechRule> EnglishDecades()
    {
        yield return new PatternRule(
            $@"{Start}(?<c>1\d|20)(?<d>\d)0['’]?s{End}", match => _numbers.Decade(Number(match.Groups["c"]), Number(match.Groups["d"])));
        yield return new PatternRule(
            $@"(?<=\b(?:the|early|late|mid)[\s-]){Start}(?<c>[1-9])(?<d>[1-9])0s{End}",
            match => _numbers.Decade(Number(match.Groups["c"]), Number(match.Groups["d"])));
        yield return new PatternRule(
            $@"(?:{Start}['’‘]|(?<=(?:the|early|late|mid|their|his|her)[\s-]))(?<d>[1-9])0['’]?s{End}", match =>
                _numbers.Decade(null, Number(match.Groups["d"])));
    }

    private IEnumerable<SpeechRule> GermanDecades()
    {
        yield return new PatternRule(
            $@"{Start}(?<c>1\d|20)?(?<d>\d)0er(?<n>n)?(?:[-\s](?=Jahr))?{End}|{Start}(?<c>1\d|20)?(?<d>\d)0er-?(?=[Jj]ahr)",
            match => _numbers.Decade(match.Groups["c"].Success ? Number(match.Groups["c"])
                : null, Number(match.Groups["d"])) + match.Groups["n"].Value);
    }

    private string? Span(Match match)
    {
        var first = Number(match.Groups["a"]);
        var second = match.Groups["b"].Length == 2 ? (first / 100 * 100) + Number(match.Groups["b"]) : Number(match.Groups["b"]);
        var (before, after) = (match.Result("$`"), match.Result("$'"));
        if (first is < First or > Last || second is < First or > Last || second <= first || IsCounted(after))
        {
            return null;
        }

        var last = match.Groups["b"].Length == 2 && _lexicon.Language is "en" or "de" ? _numbers.Cardinal(second % 100)
            : _numbers.Year(second);
        if (BetweenBefore().IsMatch(before))
        {
            return $"{_numbers.Year(first)} {BetweenWord()} {last}";
        }

        var opens = before.Trim().Length == 0 || SentenceBefore().IsMatch(before);
        var span = _lexicon.Phrase(opens ? "years" : "range", _numbers.Year(first), last);
        return opens ? char.ToUpperInvariant(span[0]) + span[1..] : span;
    }

    private string? Single(Match match)
    {
        var year = Number(match.Groups["y"]);
        var (before, after) = (match.Result("$`"), match.Result("$'"));
        return year is >= First and <= Last && (IsNamed(year, before, after) || IsNamedBefore(year, before)
            || IsFirstThen(year, before, after) || (CircaBefore().IsMatch(before) && CircaAfter().IsMatch(after)) || (!IsCounted(after)
            && (_before.IsMatch(before) || IsAlone(before, after) || IsVerbNext(year, after) || IsNoCount(year, before, after))))
            ? _numbers.Year(year) : null;
    }

    /// <summary>
    /// "the 1973 oil crisis", "the 1848 revolutions", "his 1859 book"; "the 1500 soldiers" and "a 1250 word essay" are counted.
    /// </summary>
    private bool IsNamed(int year, string before, string after)
    {
        if (_lexicon.Language != "en" || year is < 1100 or > 2099 || _unitAfter.IsMatch(after)
            || NameBefore().Match(before) is not { Success: true } name)
        {
            return false;
        }

        var word = NextWord().Match(after).Groups["word"].Value;
        var roundTo = name.Groups["one"].Success ? 10 : 100;
        return word.Length > 2 && !Countable().IsMatch(word) && (year % roundTo != 0 || (!IsCounted(after) && roundTo == 100));
    }

    /// <summary>In brackets, or a heading of an entry such as "1789: …".</summary>
    private static bool IsAlone(string before, string after) =>
        (BracketBefore().IsMatch(before) && BracketAfter().IsMatch(after))
        || ((before.Trim().Length == 0 || EntryBefore().IsMatch(before)) && ColonAfter().IsMatch(after))
        || (AddedBefore().IsMatch(before) && AddedAfter().IsMatch(after));

    /// <summary>A unit, a currency or a plural noun follows: an amount.</summary>
    private bool IsCounted(string after)
    {
        if (_unitAfter.IsMatch(after))
        {
            return true;
        }

        var word = NextWord().Match(after).Groups["word"].Value;
        return word.Length > 3 && _lexicon.Language is "en" && !word.EndsWith("ss", StringComparison.Ordinal)
            && !word.EndsWith("us", StringComparison.Ordinal)
            && (word.EndsWith('s') || word is "people" or "children" or "women" or "million" or "species");
    }

    private bool IsVerbNext(int year, string after) => year is >= 1400 and < 2100 && _lexicon.Language switch
    {
        "en" => EnglishVerb().IsMatch(after),
        "de" => GermanVerb().IsMatch(after),
        _ => false,
    };

    /// <summary>An act, a treaty, games bear their year behind the name: "the Equality Act 2010", "the Acts 1911 &amp; 1949".</summary>
    private static bool IsNamedBefore(int year, string before) =>
        year is >= 1100 and <= 2099 && (DatedName().IsMatch(before) || YearAndBefore().IsMatch(before));

    /// <summary>"Eisenbahn: 1835 erste Strecke", "Schon 1712 baute": what was first then.</summary>
    private static bool IsFirstThen(int year, string before, string after) =>
        year is >= 1100 and <= 2099 && (FirstAfter().IsMatch(after) || (AlreadyBefore().IsMatch(before) && SmallAfter().IsMatch(after)));

    /// <summary>What follows cannot be counted: another amount, or in German a noun with its article: "kostete 1960 ein Liter".</summary>
    private bool IsNoCount(int year, string before, string after) => year is >= 1100 and < 2100 && !AboutBefore().IsMatch(before)
        && (AmountAfter().IsMatch(after) || WorkAfter().IsMatch(after)
            || (_lexicon.Language == "de" && before.Trim().Length == 0 && GermanInversion().IsMatch(after))
            || (_lexicon.Language == "de" && (GermanArticle().IsMatch(after) || GermanPlace().IsMatch(after))));

    private string BetweenWord() =>
        _lexicon.Language switch { "de" => "und", "fr" => "et", "es" => "y", "it" => "e", "pt" => "e", _ => "and" };

    private static int Number(Group group) => int.Parse(group.Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?:^|\s)(?:between|zwischen|entre|tra|fra)\s$", RegexOptions.IgnoreCase)]
    private static partial Regex BetweenBefore();

    [GeneratedRegex(@"(?<!(?<!\p{L})(?:r|b|d|c|ca|fl|reg)\.\s)(?<=[.!?]\s+)$")]
    private static partial Regex SentenceBefore();

    [GeneratedRegex(@"(?:^|[\s(\[])[(\[]$|[(\[][^)\]]{0,30}[\s–-]$")]
    private static partial Regex BracketBefore();

    [GeneratedRegex(@"^\s?(?:[)\],;–-]|AD|CE)")]
    private static partial Regex BracketAfter();

    /// <summary>Behind a name and a comma, at the end of what is said of it: "restored by Nicholas V, 1453 → today a ruin".</summary>
    [GeneratedRegex(@"\p{L}{2,}(?:\s[IVX]+)?,\s$")]
    private static partial Regex AddedBefore();

    [GeneratedRegex(@"^(?:\s(?:→|[-–—=]+>|[–—-]\s)|\s*$|[;)])")]
    private static partial Regex AddedAfter();

    [GeneratedRegex(@"\p{L}[:;]\s$|\d;\s$")]
    private static partial Regex EntryBefore();

    [GeneratedRegex(@"^(?:\s?[:–—]\s|\s-\s\p{L}|\.?\s?$)")]
    private static partial Regex ColonAfter();

    [GeneratedRegex(@"\p{Lu}\p{L}*\s(?:Acts?|Bills?|Treat(?:y|ies)|Conventions?|Olympics|Games|Cup|Elections?|Census|Referendum|Agreement"
        + @"|Protocol)\s$")]
    private static partial Regex DatedName();

    [GeneratedRegex(@"(?<!\d)(?:1[1-9]|20)\d\d\s?&\s?$")]
    private static partial Regex YearAndBefore();

    [GeneratedRegex(@"^\s(?:first|erste[rnsm]?|premi(?:er|ère)s?|primer[ao]?|prim[ao]|primeir[ao])\s")]
    private static partial Regex FirstAfter();

    [GeneratedRegex(@"(?:^|\s)(?:[Ss]chon|[Bb]ereits|[Ee]rst|[Dd]éjà en|[Yy]a en)\s$")]
    private static partial Regex AlreadyBefore();

    [GeneratedRegex(@"(?:^|[\s(])(?:c|ca)\.[\s\u00A0]$")]
    private static partial Regex CircaBefore();

    /// <summary>What cannot be counted: the end, a mark, a small word.</summary>
    [GeneratedRegex(@"^(?:\s?[.,;:)\]–]|\s?$|\s(?:by|in|and|to|at|on|when|as|von|und|durch|als|par|en|et|à|por|y|da|e|nel|em)\b)")]
    private static partial Regex CircaAfter();

    [GeneratedRegex(@"^\s\p{Ll}")]
    private static partial Regex SmallAfter();

    [GeneratedRegex(@"^\s(?<word>\p{Ll}+)")]
    private static partial Regex NextWord();

    [GeneratedRegex(@"(?:^|\s)(?:the|this|his|her|their|its|\p{L}+['’]s|(?<one>an?))\s$", RegexOptions.IgnoreCase)]
    private static partial Regex NameBefore();

    [GeneratedRegex(@"^(?:people|men|women|children|million|billion|words?|pages?|soldiers?|workers?|students?|pupils?|votes?|seats?|years?"
        + @"|days?|hours?|species|times|miles?|feet|foot|acres?|tons?|tonnes?|or|and)$")]
    private static partial Regex Countable();

    [GeneratedRegex(@"(?:[=≈~<>≤≥+×*/:.,–-]|\b(?:etwa|rund|circa|ca\.|fast|knapp|gut|über|about|some|nearly|over|page|Seite|Nr\.))\s?$")]
    private static partial Regex AboutBefore();

    [GeneratedRegex(@"^\s\d{1,2}\s\p{L}")]
    private static partial Regex AmountAfter();

    /// <summary>The title of a work in quotation marks: "schrieb 1722 „…“".</summary>
    [GeneratedRegex(@"^\s[""„“«]\s?\p{Lu}")]
    private static partial Regex WorkAfter();

    /// <summary>A verb and who did it: "1370 schloss man Frieden".</summary>
    [GeneratedRegex(@"^\s\p{Ll}{3,}\s(?:man|er|sie|es|der|die|das|den|ein|eine|sich)\s")]
    private static partial Regex GermanInversion();

    [GeneratedRegex(@"^\s(?:den|das|die|ein|eine|einen|einem|einer|sein|seine|seinen|ihr|ihre|ihren)\s")]
    private static partial Regex GermanArticle();

    [GeneratedRegex(@"^\s(?:bei|im|am|auf|durch|mit|nach|zum|zur|als|beim|statt)(?![\p{L}])")]
    private static partial Regex GermanPlace();

    [GeneratedRegex(@"^\s(?:was|saw|is|brought|marked|changed|began|ended|came|led|became|had)\b")]
    private static partial Regex EnglishVerb();

    [GeneratedRegex(@"^\s(?:war|waren|gab|lebten|lebte|hatte|hatten|wurde|wurden|begann|endete|kam|kamen|starb|erschien|gründete|fiel"
        + @"|brach|entdeckte|erfand)\b")]
    private static partial Regex GermanVerb();
}
