using System.Text.RegularExpressions;

namespace TemporalVideo.Studio.Words;

/// <summary>Strokes that mean "per": "120 mg/5 mL", "4 doses/24 h", "42 drops/min", "2×/day"; and sizes: "9 x 5 cm".</summary>
internal sealed class RateRules : RuleParts
{
    private const string Gap = @"[\s\u00A0\u202F]?";

    /// <summary>Behind them "in" is a word: "2 × 30 in all".</summary>
    private const string NoInch = @"\s(?:all|total|each|every|one|the|a|an)\b";

    private static readonly string[] Spans =
    [
        "s", "sec", "min", "h", "j", "hr", "hrs", "d", "day", "days", "wk", "week", "weeks", "mo", "month", "months", "yr", "year", "years",
        "hour", "hours", "minute", "minutes", "second", "seconds", "Tag", "Tage", "Woche", "Monat", "Jahr", "Stunde", "Minute", "Sekunde",
        "jour",
        "semaine", "mois", "an", "heure", "día", "dia", "semana", "mes", "mês", "año", "ano", "hora", "giorno", "settimana", "mese", "anno",
        "ora",
    ];

    private static readonly string[] Volumes = ["ml", "mL", "l", "L", "dl", "dL", "cl"];

    private static readonly string[] Masses = ["kg", "g", "mg", "µg", "mcg", "IU", "IE", "UI", "mmol", "mol", "kcal", "kJ"];

    /// <summary>Those that come before formulas are read.</summary>
    public static IEnumerable<SpeechRule> Of(SpeechLexicon lexicon, NumberWords numbers, Separators separators)
    {
        var number = separators.Pattern;
        string Per(string one) => lexicon.Phrase("per", "", one).TrimStart();
        yield return new PatternRule(
            $@"{Start}(?<a>{number})(?:{Gap}[–-]{Gap}(?<b>{number}))?{Gap}[×x]{Gap}/{Gap}(?<per>\p{{L}}+)",
            match => match.Value.TrimStart() is ['1', 'x' or '×' or ' ', ..] && Once(lexicon.Language) is { } once
                ? $"1 {once} {Per(One(lexicon, match))}" : lexicon.Phrase("times_per", match.Groups["b"].Success
                ? lexicon.Phrase("range", match.Groups["a"].Value, match.Groups["b"].Value)
                : match.Groups["a"].Value, One(lexicon, match)));
        var money = AnyOf(lexicon.Currencies.Keys);
        yield return new PatternRule(
            $@"(?<=(?:{money}{Gap}[\d.,]*\d|\d{Gap}{money}"
                + $@"|(?<![.,\d])\d{{1,3}}p)){Gap}/{Gap}(?=(?:{number}){Gap}{AnyOf(lexicon.Units.Keys)}{End})",
            _ => Per(""));
        yield return new PatternRule(
            $@"(?<=\d{Gap}(?<x>\p{{L}}+)){Gap}/{Gap}(?=(?:{number}){Gap}(?<y>\p{{L}}+))",
            match => IsRate(match.Groups["x"].Value, match.Groups["y"].Value) ? Per("") : ", ");
        yield return new PatternRule($@"(?<=°[CF]){Gap}/{Gap}(?=\d)", _ => ", ");
        yield return new PatternRule(
            $@"(?<=(?:[\d⁰-⁹²³]{Gap}\p{{L}}{{1,}}²?³?|{AnyOf(lexicon.Currencies.Keys)}[\d.,]+|\d{Gap}"
                + $@"{AnyOf(lexicon.Currencies.Keys)}))"
                + $@"/(?<per>{AnyOf(Spans)}){End}",
            match => Per(One(lexicon, match)));
        yield return new PatternRule(
            $@"{Start}(?!\d{{1,2}}[x×]\d+\s?(?:km|min|h)\b)(?<a>{number})\s?[x×]\s?(?<b>{number})(?:\s?[x×]\s?(?<c>{number}))?"
                + $@"(?:{Gap}(?<unit>cm|mm|m|ft|dm|km){End}|(?={Gap}(?:in\.|in{End}(?!{NoInch})|inch|px|[″""])))"
                + @"(?![^.;]{0,20}=)(?<!=[^.;]{0,20})",
            match => lexicon.Phrase("by", Said(numbers, separators, match, "a"), match.Groups["c"].Success
                ? lexicon.Phrase("by", Said(numbers, separators, match, "b"), Said(numbers, separators, match, "c"))
                : Said(numbers, separators, match, "b"))
                + (match.Groups["unit"].Success ? " " + lexicon.Units[match.Groups["unit"].Value][1] : ""));
        if (Times(lexicon.Language) is { } times)
        {
            yield return new PatternRule(@"(?<=\d)[x×](?![\p{L}\p{N}]|\s?\d|\s[\d(])", _ => $" {times}");
        }

        if (lexicon.Language == "en")
        {
            yield return new PatternRule($@"{Start}q(?<h>\d{{1,2}})h{End}", match => $"every {match.Groups["h"].Value} hours");
            yield return new PatternRule(
                @"(?<=\d)[x×](?=\s(?:a|per|daily|weekly|each|every|as|more|faster|slower|bigger|larger|longer)\s)", _ => " times");
            yield return new PatternRule($@"(?<=\d\s?[x×]\s?[\d.]+\s)in{End}(?!{NoInch})\.?", _ => "inch");
            yield return new PatternRule(
                $@"(?<money>{AnyOf(lexicon.Currencies.Keys)})['’]?000{End}(?<!\d{{3}}000)", match =>
                    $"thousands of {lexicon.Currencies[match.Groups["money"].Value][1]}");
        }
    }

    /// <summary>A dose in a volume, anything in a time; "120 V/60 Hz" and "12 oz/350 g" only stand beside each other.</summary>
    private static bool IsRate(string over, string under) =>
        (Spans.Contains(under) && !Spans.Contains(over)) || (Masses.Contains(over) && Volumes.Contains(under));

    private static string One(SpeechLexicon lexicon, Match match) =>
        lexicon.Units.GetValueOrDefault(match.Groups["per"].Value)?[0] ?? match.Groups["per"].Value;

    private static string? Once(string language) => language switch
    {
        "es" or "pt" => "vez",
        "it" => "volta",
        "en" => "time",
        _ => null,
    };

    /// <summary>How often, behind the number: "400×".</summary>
    private static string? Times(string language) => language switch
    {
        "de" => "mal",
        "fr" => "fois",
        "es" => "veces",
        "it" => "volte",
        "pt" => "vezes",
        _ => null,
    };

    private static string Said(NumberWords numbers, Separators separators, Match match, string group) =>
        numbers.Say(separators.Read(match.Groups[group].Value));
}
