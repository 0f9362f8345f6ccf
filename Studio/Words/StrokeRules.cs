using System.Text.RegularExpressions;

namespace TemporalVideo.Studio.Words;

/// <summary>
/// Strokes between words: "food/drink" leaves a choice, "Lennon/McCartney" names two, "alumno/a" is both, "3 €/kg" is a price of each,
/// and bars and strokes between parts of a line are pauses.
/// </summary>
internal sealed partial class StrokeRules : RuleParts
{
    private const string Gap = @"[\s\u00A0\u202F]?";

    private readonly SpeechLexicon _lexicon;
    private readonly string _or;

    private StrokeRules(SpeechLexicon lexicon) => (_lexicon, _or) = (lexicon, lexicon.Phrases["or"]);

    public static IEnumerable<SpeechRule> Of(SpeechLexicon lexicon)
    {
        var rules = new StrokeRules(lexicon);
        var money = AnyOf(lexicon.Currencies.Keys);
        // A formula in words: "Speed = distance/time".
        yield return new PatternRule(
            @"(?<=\p{L}{3,}\s=\s(?<a>\p{L}{3,}(?:\s\p{L}+){0,3}))\s?/\s?(?=(?<b>\p{L}{3,})(?:\s\p{L}+){0,3}\s?(?:[.,;:(]|$))",
            match => Quantity().IsMatch(match.Groups["a"].Value) && Quantity().IsMatch(match.Groups["b"].Value)
                ? $" {lexicon.Phrase("over", "", "").Trim()} " : null);
        // Lines by two of their points, "(AB)", have no pause around them.
        yield return new PatternRule(
            @"\((?<a>[A-Z]{2})\)",
            match => Lines().IsMatch(match.Result("$_")) ? string.Join(' ', match.Groups["a"].Value.ToCharArray()) : null);
        // Lengths between points: "AM/AB = AN/AC".
        yield return new PatternRule(
            @"(?<=(?<![\p{L}\p{N}/])[A-Z]{2})/(?=[A-Z]{2}(?![\p{L}\p{N}/]))",
            match => Lengths().IsMatch(match.Result("$_")) ? $" {lexicon.Phrase("over", "", "").Trim()} " : null);
        yield return new PatternRule(
            @"(?<=\()=\s?(?=\p{L}['’]?\p{L}*\s\p{L}{2,}|\p{Ll}{3,}\))", _ => lexicon.Phrases["that_is"] + ", ");
        yield return new PatternRule(
            $@"(?<=(?:{money}{Gap}[\d.,]*\d|\d{Gap}{money}|\d{Gap}(?:pts?|ptos|P|p|%"
                + $@"|[""″])\.?))/{Gap}(?<per>(?<unit>{AnyOf(lexicon.Units.Keys)})"
                + $@"(?<pow>[²³])?{End}(?![²³])|\p{{L}}{{3,}})",
            match => match.Groups["pow"].Success
                ? lexicon.Phrase("per", "", lexicon.Phrase(match.Groups["pow"].Value == "²" ? "square_unit" : "cubic_unit",
                    lexicon.Units[match.Groups["unit"].Value][0]))
                : lexicon.Phrase(
                "per", "", lexicon.Units.GetValueOrDefault(match.Groups["per"].Value)?[0] ?? match.Groups["per"].Value));
        // "5 l Blut/min", "72 beats/min".
        yield return new PatternRule(
            $@"(?<=\d[\s\u00A0](?:\p{{L}}{{1,4}}[\s\u00A0])?\p{{L}}{{3,}})/(?<per>min|s|h|d|km|kg|m²){End}",
            match => lexicon.Units.TryGetValue(match.Groups["per"].Value, out var unit) ? lexicon.Phrase("per", "", unit[0]) : null);
        yield return new PatternRule(
            @"(?<=(?<![\p{L}\p{N}.,/])\d{1,2})/(?=[knrtuvxyz](?![\p{L}\p{N}/²³.]))", _ => $" {lexicon.Phrase("over", "", "").Trim()} ");
        // Half of a quantity that has a letter for its name: "x/2".
        yield return new PatternRule(
            @"(?<=(?:^|[^\p{L}\p{N}/.\s]|(?<!\d)\s)[fknrtxyz])/(?=\d{1,2}(?![\p{L}\p{N}/]|[.,]\d))",
            _ => $" {lexicon.Phrase("over", "", "").Trim()} ");
        yield return new PatternRule(
            @"(?<=(?<![\p{L}\p{N}])(?:vv?|ll?|pp?|ss?|S|Z|V|vers[eio]*|lines?|Yrs?|Years?|Grades?|Kl|Klassen?|Jg|Kap|Nr|Nos?"
                + @"|[Cc]hapters?|[Uu]nits?|Aufgaben?|Verse|Zeilen?|Seiten?)\.?[\s\u00A0](?:\d+/\d+,\s?)*)"
                + $@"(?<a>\d{{1,3}})/(?<b>\d{{1,3}}){End}(?!/)",
            match => $"{match.Groups["a"].Value} {lexicon.Signs["&"]} {match.Groups["b"].Value}");
        yield return new PatternRule(
            @"(?<=(?<![\p{L}\p{N}/])\p{Lu}(?:/\p{Lu})*)/(?=\p{Lu}(?:/\p{Lu})*\s?=\s?\p{L}{3,})|(?<=\d\s\p{Lu})/(?=\p{Lu}\))", _ => ",");
        // Classes beside each other: "7º ano A/B", "Kl. 7 a/b".
        yield return new PatternRule(
            $@"(?<=\b(?:[Aa]no|[Cc]lasse?|[Tt]urma|[Kk]lassen?|[Kk]l\.|[Yy]ear|[Gg]rade|[Cc]urso"
                + $@"|\d+\.?[ºª]?)\s)\p{{L}}(?=/\p{{L}}{End}(?!/))",
            match => match.Result("$_").Contains('=', StringComparison.Ordinal) ? null : match.Value);
        yield return new PatternRule($@"(?<a>\p{{Lu}})(?=(?:/\p{{Lu}})+\s?=\s?\p{{L}}{{3,}}){End}", match => match.Value);
        yield return new PatternRule($@"(?<=\p{{Lu}}/)\p{{Lu}}(?=(?:/\p{{Lu}})*\s?=\s?\p{{L}}{{3,}}){End}", match => match.Value);
        yield return new PatternRule(
            @"(?<=(?<![\p{L}\p{N}/])\p{Lu})/(?=\p{Lu}(?![\p{L}\p{N}/]))",
            match => match.Result("$_").Contains('=', StringComparison.Ordinal) ? null : ",");
        if (lexicon.Language == "it")
        {
            yield return new PatternRule(
                @"(?<=\d\s\p{Ll}{2,}[ie])/(?=\p{Ll}{3,}[ao](?!\p{L}))", _ => lexicon.Phrase("per", "", "").TrimStart());
        }

        if (lexicon.Language is "en" or "fr" or "es" or "pt")
        {
            yield return new PatternRule(
                @"(?<=\d\s\p{Ll}{2,}s)/(?=\p{Ll}{3,}(?<!s)(?!\p{L}))", _ => lexicon.Phrase("per", "", "").TrimStart());
        }

        yield return new PatternRule(@"(?<=(?<l>\p{L}{2,}))(?:/-?|[·•‧])(?<r>\p{Ll}{1,5})(?:[·•‧](?<s>s))?(?!\p{L})",
            rules.BothForms);
        yield return new PatternRule(
            @"(?<=(?<![\p{L}\p{N}._~/-])(?<a>\p{L}{2,})(?<more>/\p{L}{2,})*-?)/-?(?=(?<b>\p{L}{2,})(?!\p{L}|[._]\p{L}|/\S*[._]\p{L})"
                + @"(?<more>/\p{L})?)", rules.Between);
        yield return new PatternRule(
            @"(?<=[\p{L}\p{N})\]_…]\s)\|(?=\s\S)", match => Conditional().IsMatch(match.Result("$_")) ? null : ",");
    }

    /// <summary>Whether two quantities are divided in words: "distance/time".</summary>
    public static bool Divides(string words) => words.Split('/') is [var above, var below]
        && Quantity().IsMatch(above.Trim()) && Quantity().IsMatch(below.Trim());

    /// <summary>What stands between two words: nothing beside a word that joins, a pause before a name, else a choice.</summary>
    private string? Between(Match match)
    {
        var (left, right) = (match.Groups["a"].Value, match.Groups["b"].Value);
        if (IsAcronym(left) || IsAcronym(right) || _lexicon.Units.ContainsKey(right)
            || right is "innen" or "in" or "n" or "en")
        {
            return " ";
        }

        var joins = right == _or || left == _lexicon.Signs["&"] || left == _or || Joining().IsMatch(left);
        return joins ? " " : char.IsUpper(right[0]) || match.Groups["more"].Success ? ", " : $" {Or(right)} ";
    }

    /// <summary>"alumno/a", "étudiant·e·s": the other form in full.</summary>
    private string? BothForms(Match match)
    {
        var (left, right, many) = (match.Groups["l"].Value, match.Groups["r"].Value, match.Groups["s"].Value);
        var other = (_lexicon.Language, right) switch
        {
            ("es" or "pt", "a" or "as") => Ended(left, right, "o", "os", "e", "es"),
            ("it", "a" or "e") => Ended(left, right, "o", "i", "e"),
            ("fr", "trice" or "rice") => Ended(left, "trice", "teur"),
            ("fr", "euse") => Ended(left, "euse", "eur"),
            ("fr", "ère") => Ended(left, "ère", "er"),
            ("fr", "ive") => Ended(left, "ive", "if"),
            ("fr", "e" or "es" or "ne" or "le" or "te") => left + right,
            _ => null,
        };
        return other is not null ? $" {Or(other)} {char.ToLowerInvariant(other[0])}{other[1..]}{many}"
            : match.Value[0] == '/' ? null : ", ";
    }

    private static string Ended(string word, string ending, params string[] endings) =>
        word[..^endings.Where(old => word.EndsWith(old, StringComparison.Ordinal)).Select(old => old.Length).DefaultIfEmpty().Max()]
            + ending;

    /// <summary>"u otro": before its own sound the Spanish word changes.</summary>
    private string Or(string next) =>
        _lexicon.Language == "es" && (next[0] is 'o' or 'O' || next.StartsWith("ho", StringComparison.Ordinal)) ? "u" : _or;

    private static bool IsAcronym(string word) => word.Length > 1 && word.All(char.IsUpper);

    [GeneratedRegex(@"^(?:change|total|number|sum|distan|time|mass|volum|force|area|weight|length|height|energy|charge|current|voltage"
        + @"|work|power|speed|price|profit|cost|sales|income|opposite|adjacent|hypotenuse|Weg|Strecke|Zeit|Masse|Kraft"
        + @"|Fläche|Spannung|Strom|Ladung|Arbeit|Leistung|Gegenkathete|Ankathete|Hypotenuse|Anzahl|Preis|Kosten|temps|durée"
        + @"|tension|longueur|aire|énergie|prix|travail|tiempo|masa|fuerza|área|energía|trabajo|espacio|longitud|tempo|forza"
        + @"|massa|spazio|lavoro|energia|força|espaço|trabalho)",
        RegexOptions.IgnoreCase)]
    private static partial Regex Quantity();

    [GeneratedRegex(@"∥|\b(?:droites?|demi-droites?|segments?|sécant|paralle|parallèl|paralel|rett[ae]|rectas?|retas?|perpend|médiatrice)",
        RegexOptions.IgnoreCase)]
    private static partial Regex Lines();

    /// <summary>A length between points that something equals.</summary>
    [GeneratedRegex(@"[A-Z]{2}/[A-Z]{2}\s?=|=\s?[A-Z]{2}/[A-Z]{2}(?!\p{L})")]
    private static partial Regex Lengths();

    [GeneratedRegex("^(?:and|und|et|y|e|or|oder|ou|o)$")]
    private static partial Regex Joining();

    /// <summary>A probability under a condition, or an amount without its sign.</summary>
    [GeneratedRegex(@"P\([^)|]*\||[=<>]")]
    private static partial Regex Conditional();
}
