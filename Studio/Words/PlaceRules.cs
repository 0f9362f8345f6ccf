using System.Globalization;
using System.Text.RegularExpressions;

namespace TemporalVideo.Studio.Words;

/// <summary>
/// Where something stands, and how large it is: chapters and verses, scales of maps, spans of years before our era, directions of
/// coordinates, boards. They come before times, dates and formulas, which look alike.
/// </summary>
internal sealed partial class PlaceRules : RuleParts
{
    private const string Books =
        @"Gen|Genesis|Ex|Exod|Exodus|Lev|Leviticus|Num|Numbers|Deut|Deuteronomy|Josh|Judg|Ruth|Sam|Kgs|Kings|Chr|Ezra|Neh|Esth|Job|Ps|Pss"
        + @"|Psalms?|Prov|Proverbs|Eccl|Isa|Isaiah|Jer|Jeremiah|Lam|Ezek|Dan|Daniel|Hos|Joel|Amos|Jonah|Mic|Hab|Zech|Mal|Matt?|Matthew|Mt"
        + @"|Mark|Mk|Luke|Lk|John|Jn|Acts|Rom|Romans|Cor|Corinthians|Gal|Galatians|Eph|Ephesians|Phil|Philippians|Col|Thess|Tim|Tit|Heb"
        + @"|Hebrews|Jas|James|Pet|Peter|Rev|Revelation|Sur[ae]h?|Qur['’]?an|Quran|Koran|Mose|Jesaja|Jes|Matthäus|Markus|Lukas|Johannes|Joh"
        + @"|Apg|Römer|Röm|Kor|Offb|Genèse|Psaumes?|Matthieu|Marc|Luc|Jean|Mateo|Marcos|Lucas|Juan|Génesis|Salmos?|Matteo|Marco|Luca"
        + @"|Giovanni|Salmo|Mateus|João|Gênesis|Sourate|Azora|Gita|Iliad|Odyssey|Aeneid";

    private readonly SpeechLexicon _lexicon;
    private readonly NumberWords _numbers;
    private readonly Separators _separators;

    private PlaceRules(SpeechLexicon lexicon, NumberWords numbers, Separators separators) =>
        (_lexicon, _numbers, _separators) = (lexicon, numbers, separators);

    public static IEnumerable<SpeechRule> Of(SpeechLexicon lexicon, NumberWords numbers, Separators separators)
    {
        var rules = new PlaceRules(lexicon, numbers, separators);
        yield return new PatternRule(
            $@"(?<=\b(?:{Books})\.?[\s\u00A0])(?<a>\d{{1,3}})[:,](?<b>\d{{1,3}})(?:[a-c]\b)?(?:[–-](?<c>\d{{1,3}})(?!:))?{End}(?!,\d)",
            match => $"{rules.Say(match, "a")}, {rules.Verses(match, "b", "c")}");
        yield return new PatternRule(
            $@"{Start}(?<a>1):(?<b>\d{{1,3}}(?:[.,'’ \u00A0\u202F]\d{{3}})+){End}",
            match => lexicon.Phrase("ratio", rules.Say(match, "a"), rules.Say(match, "b")));
        // Times look alike: what is simplified or shared is a ratio.
        yield return new PatternRule(
            $@"{Start}(?<![.,:])(?<a>{separators.Pattern}):(?<b>{separators.Pattern})(?::(?<c>{separators.Pattern}))?{End}"
                + @"(?![:.,]\d|\s?(?:Uhr|h|[ap]\.?m)\b)",
            match => !Shared().IsMatch(match.Result("$_")) ? null : lexicon.Phrase("ratio", rules.Say(match, "a"), match.Groups["c"].Success
                ? lexicon.Phrase("ratio", rules.Say(match, "b"), rules.Say(match, "c")) : rules.Say(match, "b")));
        // The year of an event, which computes nothing: "Pinatubo (1991) = VEI 6".
        yield return new PatternRule(
            @"(?<=\p{L}{3,}\s)\((?<y>1[1-9]\d\d|20\d\d)\)(?=\s?=)", match => $", {rules.Year(match, "y")},");
        yield return new PatternRule(
            $@"(?<=(?<![\p{{L}}\p{{N}}])(?:GMT|UTC|CET|UT)\s?)[+−–-](?=\d{{1,2}}{End})",
            match => $" {lexicon.Phrases[match.Value == "+" ? "plus" : "minus"]} ");
        yield return new PatternRule(
            $@"{Start}(?<a>\d{{1,4}})\s?[–—-]\s?(?:(?:c\.|ca\.|um)\s)?(?<b>\d{{1,4}})"
                + @"(?=[\s\u00A0](?:BCE?\b|B\.\s?C\.|v\.\s?(?:Chr|u)\.|av\."
                + @"\s?J\.|a\.\s?C\.|p\.\s?n\.))",
            match => lexicon.Phrase("range", rules.Year(match, "a"), rules.Year(match, "b")));
        yield return new PatternRule(
            @"(?<=\d\s?[–-]\s?\d{1,2}(?:[.:]\d\d)?\s?h?)/(?=\d{1,2}\s?h?(?:[.:]\d\d)?\s?[–-])", _ => ",");
        yield return new PatternRule($@"(?<=\d[\d.,]*\s?[°′″'""’”]\s?)[NSEOWL]{End}", match => Direction(lexicon.Language, match.Value[0]));
        yield return new PatternRule(
            $@"(?<=\d)/(?<per>min|h|s|day|week|month|year|hour|night|person|Tag|Woche|Monat|Jahr|Stunde|jour|mois|an|día|mes|año|giorno"
                + @"|mese|anno|dia|mês|ano)\b(?!\.?\d)",
            match => lexicon.Phrase(
                "per", "", lexicon.Units.GetValueOrDefault(match.Groups["per"].Value)?[0] ?? match.Groups["per"].Value));
        yield return new PatternRule(
            $@"{Start}(?<a>(?:1[0-9]|20)\d\d)/(?<b>\d\d){End}(?!/)", match => rules.Season(match));
        yield return new PatternRule(
            $@"{Start}(?<a>1\d{{3}}|20\d\d)\s?[–—-]\s?['’‘](?<b>\d\d){End}",
            match => lexicon.Phrase("range", rules.Year(match, "a"), rules.Say(match, "b")));
        // The stops of a lens, which divide nothing; half of a frequency is no stop where nothing speaks of a camera.
        yield return new PatternRule(
            $@"{Start}(?<f>[fƒ])/(?<n>1[.,][248]|2[.,][28]|3[.,]5|4[.,]5|5[.,]6|6[.,]3|(?<whole>[124])|8|11|16|22|32){End}(?![.,/]\d)",
            match => match.Groups["whole"].Success && match.Groups["f"].Value == "f" && !Stop().IsMatch(match.Result("$_")) ? null
                : $"f {rules.Say(match, "n").Replace(',', '.')}");
        if (lexicon.Language is "es" or "it" or "fr" or "pt")
        {
            yield return new PatternRule(
                $@"{Start}(?<a>\d{{1,3}})['’′]\s?[–-]\s?(?<b>\d{{1,3}})['’′](?![\p{{L}}\d])",
                match => rules.IsAngle(match) ? null
                    : $"{lexicon.Phrase("range", rules.Say(match, "a"), rules.Say(match, "b"))} {lexicon.Units["min"][1]}");
            yield return new PatternRule(
                @"(?<=['’′]\s?\+?\s?\d{1,2})[""″”](?![\p{L}\d])",
                match => rules.IsAngle(match) ? null : " " + lexicon.Units["s"][1]);
            yield return new PatternRule(@"(?<=(?<![.,\d])\d{1,3})['’′](?![\p{L}\d])", match => rules.IsAngle(match) ? null
                : " " + lexicon.Units["min"][One().IsMatch(match.Result("$`")) ? 0 : 1]);
        }

        if (lexicon.Language == "pt")
        {
            yield return new PatternRule(
                $@"{Start}(?<a>\d{{1,2}})\s?x\s?(?<b>\d{{1,2}}){End}(?![.,]\d|\s(?:cm|m|mm|min)\b)",
                match => Match().IsMatch(match.Result("$_"))
                    ? lexicon.Phrase("range", rules.Say(match, "a"), rules.Say(match, "b")) : null);
        }

        yield return new PatternRule(
            @"(?<=\bn[°ºo]s?[\s\u00A0])(?<a>\d{2})-(?<b>\d[\d.]*\d)",
            match => $"{match.Groups["a"].Value} {match.Groups["b"].Value.Replace('.', ' ')}");
        if (lexicon.Language == "fr")
        {
            yield return new PatternRule(
                $@"{Start}(?<a>\d{{1,2}})\s?(?<u>[jh])/(?<n>7|24){End}",
                match => $"{match.Groups["a"].Value} {lexicon.Units[match.Groups["u"].Value][1]} sur {match.Groups["n"].Value}");
        }

        yield return new PatternRule(
            @"(?<=\d|[½⅓⅔¼¾⅛])\s?[–-]\s?(?=\d*[½⅓⅔¼¾⅛⅜⅝⅞])|(?<=[½⅓⅔¼¾⅛])\s?[–-]\s?(?=\d)"
                + @"|(?<=\d\s?°)\s?[–-]\s?(?=\d)|(?<=\d)–(?=\d)", _ => To(lexicon));
        if (lexicon.Language == "de")
        {
            yield return new PatternRule(
                $@"{Start}(?<a>\d{{1,2}})/(?<b>2|4|8|16)-?[\s\u00A0]?[Tt]akt(?=s?(?:{End}|-))",
                match => $"{rules.Whole(match, "a")}{match.Groups["b"].Value switch
                {
                    "2" => "halbe",
                    "4" => "viertel",
                    "8" => "achtel",
                    _ => "sechzehntel",
                }}takt");
        }

        yield return new PatternRule($@"{Start}(?<a>[2-9]|12)/(?<b>2|4|8|16){End}", match => Music().IsMatch(match.Result("$_"))
            ? lexicon.Phrase("meter", rules.Say(match, "a"), rules.Say(match, "b")) : null);
        if (lexicon.Language != "en")
        {
            yield break;
        }

        yield return new PatternRule(
            $@"{Start}1/(?<n>\d{{2,4}})\s?s(?:ec)?{End}\.?(?=[\s,;:)]|$)",
            match => $"one {numbers.Ordinal(int.Parse(match.Groups["n"].Value, CultureInfo.InvariantCulture))} of a second");
        yield return new PatternRule(
            $@"(?<=(?<![\d.,/])1)/(?=\p{{Ll}}{{3,}}(?:\s\p{{Ll}}{{3,}})?{End})(?!/(?:day|week|month|year|person|hour|night|group"
                + $@"|pupil|student|head)s?\b)",
            _ => lexicon.Phrase("over", "", ""));
        yield return new PatternRule($@"{Start}(?<h>\d{{1,2}})\s?h\s(?<m>\d{{1,2}})\s?m(?:in)?{End}",
            match => $"{rules.Say(match, "h")} hours {rules.Say(match, "m")} minutes");
        yield return new PatternRule($@"(?<=(?:Period|orbit|rotation|year)(?:[^.]|\.\d)*\d\s)d{End}", _ => "days");
        yield return new PatternRule(@"(?<=\d\+\d{1,2})['′’]", _ => " minutes");

        yield return new PatternRule($@"{Start}(?<![.,])(?<a>\d{{1,2}})x(?<b>\d{{1,2}}){End}(?![.,]\d)",
            match => $"{rules.Say(match, "a")} by {rules.Say(match, "b")}");
    }

    /// <summary>What a letter behind a degree says of the sky; "L" is the east in Portuguese, "O" the east in German, the west
    /// elsewhere.</summary>
    private static string? Direction(string language, char letter) => (language, letter) switch
    {
        ("en", 'N') => "north",
        ("en", 'S') => "south",
        ("en", 'E') => "east",
        ("en", 'W') => "west",
        ("de", 'N') => "Nord",
        ("de", 'S') => "Süd",
        ("de", 'O' or 'E') => "Ost",
        ("de", 'W') => "West",
        ("fr", 'N') => "nord",
        ("fr", 'S') => "sud",
        ("fr", 'E') => "est",
        ("fr", 'O') => "ouest",
        ("es", 'N') => "norte",
        ("es", 'S') => "sur",
        ("es", 'E') => "este",
        ("es", 'O' or 'W') => "oeste",
        ("it", 'N') => "nord",
        ("it", 'S') => "sud",
        ("it", 'E') => "est",
        ("it", 'O' or 'W') => "ovest",
        ("pt", 'N') => "norte",
        ("pt", 'S') => "sul",
        ("pt", 'E' or 'L') => "leste",
        ("pt", 'O' or 'W') => "oeste",
        _ => null,
    };

    private bool IsAngle(Match match) => match.Result("$_") is var text
        && ((text.Contains('°', StringComparison.Ordinal) && !text.Contains("°C", StringComparison.Ordinal))
            || Words().IsMatch(match.Result("$`")));

    /// <summary>"2024/25": a year and the next.</summary>
    private string? Season(Match match)
    {
        var (first, second) = (int.Parse(match.Groups["a"].Value, CultureInfo.InvariantCulture),
            int.Parse(match.Groups["b"].Value, CultureInfo.InvariantCulture));
        return second == (first + 1) % 100 ? _lexicon.Phrase("range", _numbers.Year(first), _numbers.Cardinal(second)) : null;
    }

    /// <summary>A number as the beginning of a noun.</summary>
    private string Whole(Match match, string group) =>
        _numbers.Cardinal(int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture)) is var word
            ? char.ToUpperInvariant(word[0]) + word[1..] : "";

    private string Verses(Match match, string first, string last) => match.Groups[last].Success
        ? _lexicon.Phrase("range", Say(match, first), Say(match, last)) : Say(match, first);

    private string Year(Match match, string group) =>
        _numbers.Year(int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture));

    private string Say(Match match, string group) => _numbers.Say(_separators.Read(match.Groups[group].Value));

    [GeneratedRegex(
        @"\b[fƒ]/(?:\d[.,]\d|8|11|16|22)|\bISO\b|\b(?:lens|apertur|shutter|camera|exposure|blende|objektiv|belichtung|objectif|ouverture"
            + @"|diafragma|diaphragm|obiettiv|objetivo|fotograf|photogra)", RegexOptions.IgnoreCase)]
    private static partial Regex Stop();

    [GeneratedRegex(@"\b(?:ratios?|proportions?|simplif\w*|kürze\w*|Verhältnis\w*|razón|razones|proporci\w+|rapport[oi]|proporzion\w+"
        + @"|razão|razões|proporç\w+)\b|\b(?:rapport|proportion)\sde\b", RegexOptions.IgnoreCase)]
    private static partial Regex Shared();

    [GeneratedRegex(@"\b(?:quaver|crotchet|beat|bars?\b|rhythm|waltz|time signature|compás|compasso|mesure|Takt|Achtel|croche|battut"
        + @"|tempo\b)", RegexOptions.IgnoreCase)]
    private static partial Regex Music();

    /// <summary>An opening mark of words that a figure may end.</summary>
    [GeneratedRegex(@"(?:^|\s)['‘’]\p{L}[^'’]*$")]
    private static partial Regex Words();

    /// <summary>Words of matches, whose results a sign parts.</summary>
    [GeneratedRegex(@"\b(?:ganh|venc|perd|vir(?:ou|ada)|empat|gol|placar|partida|jogo|rodada|intervalo|final|goleada|derrot)",
        RegexOptions.IgnoreCase)]
    private static partial Regex Match();

    [GeneratedRegex(@"(?:^|[^\d.,/])(?:1|[½⅓⅔¼¾⅛⅜⅝⅞])$")]
    private static partial Regex One();
}
