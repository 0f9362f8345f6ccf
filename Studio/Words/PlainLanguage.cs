using System.Reflection;
using System.Text.RegularExpressions;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace TemporalVideo.Studio.Words;

/// <summary>
/// What is known of a language without a lexicon: the words of signs that its voice reads in English or not at all, and abbreviations that
/// end no sentence. Filled from <c>Lexicons/others.yaml</c>. Numbers are left to the voice.
/// </summary>
internal sealed class PlainLanguage
{
    private const string Gap = @"[\s\u00A0\u202F]?";

    private static readonly Lazy<Dictionary<string, PlainLanguage>> Known = new(Load);

    /// <summary>A sign before a negative number.</summary>
    public required string Minus { get; init; }

    /// <summary>Between the ends of a range; empty for a pause.</summary>
    public required string Range { get; init; }

    /// <summary>Before the first end of a range, where no preposition governs it; empty where nothing stands there.</summary>
    public string RangeFrom { get; init; } = "";

    /// <summary>Between the parts of a ratio, "1:10 000"; empty: left to the voice.</summary>
    public string Ratio { get; init; } = "";

    /// <summary>A unit of area, around its unit of length; empty where the sign is said behind it.</summary>
    public string Square { get; init; } = "";

    /// <summary>A unit of volume, likewise.</summary>
    public string Cube { get; init; } = "";

    /// <summary>Degrees Celsius.</summary>
    public required string Celsius { get; init; }

    /// <summary>Per cent; empty where the voice reads the sign.</summary>
    public string Percent { get; init; } = "";

    /// <summary>Whether the word for per cent comes before the number.</summary>
    public bool PercentFirst { get; init; }

    /// <summary>Between words that leave a choice; empty for a pause.</summary>
    public string Or { get; init; } = "";

    /// <summary>Before an exponent, or around one that stands for <c>{0}</c>.</summary>
    public required string Power { get; init; }

    /// <summary>The stroke between units: "g/cm³".</summary>
    public required string Per { get; init; }

    /// <summary>The stroke of a fraction.</summary>
    public required string Over { get; init; }

    /// <summary>Signs that its voice reads in English or passes over.</summary>
    public Dictionary<string, string> Signs { get; init; } = [];

    /// <summary>Units behind a number, which its voice would spell or read in English; behind a stroke, how they are said of one.</summary>
    public Dictionary<string, string> Units { get; init; } = [];

    /// <summary>
    /// What is counted, by its sign: one, few, many and a part of one, with blanks between; the last stands for those missing.
    /// </summary>
    public Dictionary<string, string> Counted { get; init; } = [];

    /// <summary>How numbers ask for their form: <c>pl</c>, <c>cs</c>, <c>east</c>, or one and many.</summary>
    public string Plural { get; init; } = "";

    /// <summary>Words behind which a number takes another case.</summary>
    public HashSet<string> Prepositions { get; init; } = [];

    /// <summary>Fractions; before a bar as they stand before a noun.</summary>
    public Dictionary<string, string> Fractions { get; init; } = [];

    /// <summary>A half behind a whole number.</summary>
    public string AndHalf { get; init; } = "";

    /// <summary>The months as they stand behind a day.</summary>
    public string[] Months { get; init; } = [];

    /// <summary>Days of the week by their short forms.</summary>
    public Dictionary<string, string> Days { get; init; } = [];

    /// <summary>What makes a day an ordinal.</summary>
    public string DayMark { get; init; } = "";

    /// <summary>Names of Greek letters, as they are written.</summary>
    public Dictionary<string, string> Greek { get; init; } = [];

    /// <summary>Abbreviations that its voice spells, in full; with their last stop.</summary>
    public Dictionary<string, string> Full { get; init; } = [];

    /// <summary>Abbreviations without their last stop.</summary>
    public HashSet<string> Abbreviations { get; init; } = [];

    /// <summary>What is known of a language; null: nothing.</summary>
    /// <param name="tag">IETF tag.</param>
    public static PlainLanguage? For(string tag) => Known.Value.GetValueOrDefault(SpeechLexicon.CodeOf(tag));

    /// <summary>Whether a stop behind a word belongs to an abbreviation: always before a figure or a small letter; before a capital only
    /// behind a title or a street, for others may end a sentence.</summary>
    /// <param name="before">The sentence up to its stop.</param>
    /// <param name="word">Its last word.</param>
    /// <param name="next">The word that follows.</param>
    public bool IsAbbreviation(string before, string word, string next) =>
        (Abbreviations.Contains(word) || (word.Length > 0 && Abbreviations.Contains(char.ToLowerInvariant(word[0]) + word[1..]))
            || Abbreviations.Any(item => item.Contains('.', StringComparison.Ordinal) && before.EndsWith(item, StringComparison.Ordinal)))
        && (!char.IsUpper(next[0]) || Titles.Contains(word));

    /// <summary>The rules of speech.</summary>
    /// <param name="separators">How the language writes numbers.</param>
    /// <param name="tag">IETF tag.</param>
    public IEnumerable<SpeechRule> Rules(Separators separators, string tag)
    {
        var number = separators.Pattern;
        if (Percent.Length > 0)
        {
            yield return PercentRule(number);
        }

        if (SpeechLexicon.CodeOf(tag) == "ar")
        {
            yield return new PatternRule(@"(?<=[12]\d{3})(?:م|هـ?)(?!\p{L})", match => match.Value == "م" ? " ميلادي" : " هجري");
        }

        if (SpeechLexicon.CodeOf(tag) == "zh")
        {
            // A year is read figure by figure.
            yield return new PatternRule(
                @"(?<!\d)\d{4}(?=(?:[–-]\d{4})?年)", match => string.Concat(match.Value.Select(digit => "〇一二三四五六七八九"[digit - '0'])));
        }

        if (SpeechLexicon.CodeOf(tag) == "ru")
        {
            foreach (var rule in RussianYears.Rules())
            {
                yield return rule;
            }
        }

        foreach (var rule in PlainSpans.Rules(this, number).Concat(new PlainAmounts(this).Rules(number)))
        {
            yield return rule;
        }

        yield return new PatternRule(@"(?<=\S\s)\|(?=\s\S)", _ => ",");
        yield return new PatternRule(@"(?<=^)[+−](?=\s\p{L})", match =>
            $"{(match.Value == "−" ? Minus : Signs.GetValueOrDefault("+") ?? "plus")},");
        yield return new PatternRule(@"(?<![\p{L}\p{N})\]])[−–-](?=\d)|−\s?(?=\d)", _ => Minus + " ");
        yield return new PatternRule($@"(?<=\d{Gap})(?:°{Gap}C|℃)(?![\p{{Lu}}\p{{Ll}}])", _ => Celsius);
        yield return new PatternRule($@"(?<=\d){Gap}[–—]{Gap}(?=\d)", _ => Range.Length == 0 ? ", " : $" {Range} ");
        yield return new PatternRule(
            $@"(?<![\d.,])\d{{1,3}}(?:[ \u00A0\u202F]\d{{3}})+(?![\d])", match => Whole(match.Value));
        if (Full.Count > 0)
        {
            yield return new PatternRule(
                $@"(?<![\p{{L}}\p{{N}}.,/])(?:{string.Join('|', Full.Keys.OrderByDescending(text => text.Length).Select(Regex.Escape))})"
                    + @"(?![\p{L}\p{N}])(?<end>\s*$)?",
                match => Full[match.Value.TrimEnd()] + (match.Groups["end"].Success ? "." : ""));
        }

        if (Units.Count > 0)
        {
            yield return new PlainUnits(this).Rule(SpeechLexicon.CodeOf(tag) is "zh" or "ko");
        }

        foreach (var rule in SignRules())
        {
            yield return rule;
        }

        yield return new PatternRule(
            @"(?<![\u0370-\u03FF\u1F00-\u1FFF])[\u0391-\u03C9](?![\u0370-\u03FF\u1F00-\u1FFF])",
            match => Greek.GetValueOrDefault(match.Value) ?? Greek.GetValueOrDefault(match.Value.ToLowerInvariant()));
        yield return new PatternRule("[₀-₉ₐ-ₜᵢᵣᵤᵥⱼ]+", match => $" {Scripted.Plain(match.Value)}");
    }

    private IEnumerable<SpeechRule> SignRules()
    {
        yield return new PatternRule(@"(?<=^\s*|\()[→⟶](?=\s?\S)", _ => " ");
        if (Or.Length > 0)
        {
            yield return new PatternRule(@"(?<=(?<![\p{L}./])\p{Ll}{3,}-?)/-?(?=\p{Ll}{3,}(?![\p{L}./]))", _ => $" {Or} ");
        }

        const string Raised = "⁰¹²³⁴⁵⁶⁷⁸⁹ⁿˣⁱᵏᵐᵗᵃᵇ";
        yield return new PatternRule($@"(?<=[\p{{L}}\p{{N}}).])[²³](?![{Raised}])", match => $" {Signs[match.Value]}");
        yield return new PatternRule($@"(?<sign>[⁺⁻]?)(?<power>[{Raised}]+)", match =>
            Raise((match.Groups["sign"].Value == "⁻" ? Minus + " " : "") + Scripted.Plain(match.Groups["power"].Value)));
        yield return Over == "分之"
            ? new PatternRule(@"(?<![\d/])(?<a>\d+)/(?<b>\d+)(?![\d/])", match =>
                $"{match.Groups["b"].Value}{Over}{match.Groups["a"].Value}")
            : new PatternRule(@"(?<=\d)(?<!\bden\s\d{1,2})/(?=\d)", _ => $" {Over} ");
        yield return new PatternRule(
            @"(?<=(?<![\p{L}\p{N}])\p{L})/(?=\p{L}(?![\p{L}\p{N}]))", match => match.Result("$_").Contains('=', StringComparison.Ordinal)
                ? $" {(Over == "分之" ? Signs["÷"] : Over)} " : null);
        yield return new PatternRule(@"(?<=\d[\d.,]*[\s\u00A0]?[\p{L}.²³]{1,6})/(?=\p{L})", _ => $" {Per} ");
        yield return new PatternRule(@"(?<=[%\d])[~～](?=\d)", _ => Range);
        yield return new PatternRule(@"(?<=[\s\d\p{L})])[<>](?=[\s\d])|~(?=\s?\d)", match => $" {Signs.GetValueOrDefault(match.Value)} ");
        var others = string.Join('|', Signs.Keys.Where(sign => !"²³<>~".Contains(sign, StringComparison.Ordinal)).Select(Regex.Escape));
        yield return new PatternRule(others, match => $" {Signs[match.Value]} ");
    }

    private string Raise(string exponent) => Power.Contains("{0}", StringComparison.Ordinal)
        ? string.Format(System.Globalization.CultureInfo.InvariantCulture, Power, exponent) : $" {Power} {exponent}";

    /// <summary>Words that multiply.</summary>
    internal const string Scales =
        @"(?:miljard|miljoen|mld\.|mln\.?|tys\.|тыс\.|млн|млрд|milyon|milyar|miljoner|miljarder|مليون|लाख|हज़ार)";

    private PatternRule PercentRule(string number) => new(
        $@"(?<![\p{{L}}\p{{N}}])%{Gap}(?<a>{number})|(?<a>{number})(?!\d){Gap}[%٪]",
        match => PercentFirst ? $"{Percent} {Whole(match.Groups["a"].Value)}" : $"{Whole(match.Groups["a"].Value)} {Percent}");

    /// <summary>Titles and parts of an address, which names follow.</summary>
    private static readonly HashSet<string> Titles =
    [
        "dr", "Dr", "v",
        "prof", "Prof", "hab", "inż", "mgr", "Ing", "ul", "al", "pl", "św", "sv", "st", "im", "mevr", "dhr", "ул", "им", "вул",
        "ім", "акад", "проф", "Av", "Sn", "Hz", "dl", "str", "Jl", "Tn", "Ny", "Δρ", "κ", "TS", "ThS", "GS", "PGS", "Tp", "bijv", "bv",
        "np", "Np", "tzw", "např", "Např", "tzv", "bl.a", "t.ex", "f.eks", "esim", "Esim", "pl", "Pl", "örn", "Örn", "напр", "o.a", "m.in",
        "gen", "płk", "ppłk", "mjr", "kpt", "ks", "ps", "Dhr", "с", "м", "zob", "π.χ", "δηλ", "т.е", "tj", "tzn", "dvs", "d.w.z", "арх",
    ];

    /// <summary>Spaces that group thousands would part a number in two.</summary>
    private static string Whole(string number) => Regex.Replace(number, @"[\s\u00A0\u202F]", "");

    private static Dictionary<string, PlainLanguage> Load()
    {
        const string Name = "TemporalVideo.Studio.Words.Lexicons.others.yaml";
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(Name)
            ?? throw new InvalidOperationException($"The resource {Name} is missing from the assembly.");
        using var reader = new StreamReader(stream);
        return new DeserializerBuilder().WithNamingConvention(UnderscoredNamingConvention.Instance).Build()
            .Deserialize<Dictionary<string, PlainLanguage>>(reader);
    }
}
