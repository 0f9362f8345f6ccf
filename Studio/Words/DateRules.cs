using System.Globalization;
using System.Text.RegularExpressions;

namespace TemporalVideo.Studio.Words;

/// <summary>Dates, ISO and national, and times of day.</summary>
internal sealed class DateRules : RuleParts
{
    private static readonly string[] AmericanTags = ["en", "en-US"];

    private readonly SpeechLexicon _lexicon;
    private readonly NumberWords _numbers;
    private readonly bool _american;

    private DateRules(SpeechLexicon lexicon, NumberWords numbers, string tag) =>
        (_lexicon, _numbers, _american) = (lexicon, numbers, AmericanTags.Contains(tag, StringComparer.OrdinalIgnoreCase));

    public static IEnumerable<SpeechRule> Of(SpeechLexicon lexicon, NumberWords numbers, string tag)
    {
        var rules = new DateRules(lexicon, numbers, tag);
        var withoutStop = lexicon.MonthShort.Keys.Select(key => key.TrimEnd('.')).Where(key => key.Length > 2 && lexicon.Language == "en");
        var month = $"(?<month>{AnyOf(lexicon.Months.Concat(lexicon.MonthShort.Keys).Concat(withoutStop))})";
        yield return new PatternRule($@"{Start}(?<year>[12]\d{{3}})-(?<m>[01]\d)-(?<day>[0-3]\d){End}", match =>
            rules.Numeric(match, false));
        yield return new PatternRule(
            $@"{Start}(?<day>\d{{1,2}})(?<sep>[./-])(?<m>\d{{1,2}})\k<sep>(?<year>[12]\d{{3}}){End}",
            match => rules.Numeric(match, rules._american && match.Groups["sep"].Value == "/"));
        yield return new PatternRule(
            $@"{Start}(?<![/.,=])(?<day>\d{{1,2}})/(?<m>\d{{1,2}})/(?<year>\d\d){End}(?![/.,]\d|\s?=|\s(?:[avd]\.|BC|AD|av))",
            match => rules.Numeric(match, rules._american));
        yield return new PatternRule(
            $@"(?<={OnDay(lexicon)}|{DateBefore(lexicon.Language)})"
                + $@"(?<day>\d{{1,2}})/(?<m>\d{{1,2}}){End}(?![/.,]\d)(?<year>(?!))?",
            match => lexicon.SimpleFractions.ContainsKey(match.Value) && !SureBefore(lexicon).IsMatch(match.Result("$`")) ? null
                : rules.Numeric(match, rules._american));
        if (lexicon.Language is not ("en" or "de"))
        {
            // "jueves 6-3"; days that rise are a span.
            yield return new PatternRule(
                $@"(?<={OnDay(lexicon)})(?<day>\d{{1,2}})-(?<m>\d{{1,2}}){End}"
                    + @"(?![-/.,]\d)(?<year>(?!))?",
                match => Number(match.Groups["day"]) > Number(match.Groups["m"]) ? rules.Numeric(match, false) : null);
        }

        yield return new PatternRule(
            $@"{Start}(?<![/.,])(?<day>\d{{1,2}})/(?<m>\d{{1,2}})(?=,?\s(?:(?:à|às|a\slas?|alle|at|um|ore)\s)?\d{{1,2}}\s?"
                + $@"(?:h\d{{0,2}}|:\d\d|Uhr|[ap]m){End})(?<year>(?!))?",
            match => rules.Numeric(match, rules._american));
        if (lexicon.Language is not "en")
        {
            yield return new PatternRule($@"{Start}(?<![/.,])(?<day>0?[1-9]|[12]\d|3[01])/(?<m>0[1-9]){End}(?![/.,]\d)(?<year>(?!))?",
                match => rules.Numeric(match, false));
        }

        var worded = lexicon.Language switch { "en" => rules.English(month), "de" => rules.German(month), _ => [] };
        foreach (var rule in worded)
        {
            yield return rule;
        }

        var after = lexicon.Language switch { "de" => @"(?:[\s\u00A0]Uhr)?", "en" => "", _ => @"(?:[\s\u00A0]h(?:rs)?\b)?" };
        yield return new PatternRule(
            $@"{Start}(?<![:.,])(?<h>[01]?\d|2[0-3]):(?<min>[0-5]\d)"
                + $@"(?::(?<s>[0-5]\d)(?:[\s\u00A0]?h(?:rs?)?{End})?)?{after}(?:{End}|(?=[ap]m{End}))(?!:\d)(?<noon>(?=[\s\u00A0]?[aApP]"
                + $@"\.?[mM]))?",
            rules.Time);
        yield return new PatternRule(
            $@"(?:{DotBefore(lexicon.Language)})(?<h>[01]?\d|2[0-3])\.(?<min>[0-5]\d){DotAfter(lexicon.Language)}", rules.Time);
        yield return new PatternRule(
            @"(?<=\d:[0-5]\d)\s?[–-]\s?(?=(?:[01]?\d|2[0-3]):[0-5]\d)|(?<=\d\.[0-5]\d)\s?[–-]\s?(?=[0-2]?\d\.[0-5]\d\sUhr)",
            _ => lexicon.Phrase("range", "", "").TrimStart());
        yield return new PatternRule(
            $@"{Start}(?<![:.,])(?<h>[01]?\d|2[0-3])\.(?<min>[0-5]\d)\s?[–-]\s?(?<h2>[01]?\d|2[0-3])\.(?<min2>[0-5]\d){End}"
                + @"(?![.,:]\d|\s?[%°€£$])(?=\s?(?<after>\p{L}*))",
            rules.DottedSpan);
        yield return new PatternRule(
            $@"{Start}(?<![:.,])(?<a>[012]?\d)\s?[–-]\s?(?=(?:[01]?\d|2[0-3]):[0-5]\d{End}(?!:))",
            match => $"{lexicon.Phrase("range", match.Groups["a"].Value, "").TrimEnd()} ");
        yield return new PatternRule(
            @"(?<=\b(?:ore|alle|dalle|las|às|das)\s\d{1,2}\.[0-5]\d)\s?[–-]\s?(?<h>[01]?\d|2[0-4])\.(?<min>[0-5]\d)(?![\d.,]*\d)"
                + "(?<noon>(?!))?(?<s>(?!))?",
            match => lexicon.Phrase("range", "", rules.Time(match) ?? "").TrimStart());
        if (lexicon.Language == "de")
        {
            yield return new PatternRule(
                $@"{Start}(?<![:.,])(?<a>[012]?\d)\s?[–-]\s?(?<h>[01]?\d|2[0-3])[.:](?<min>[0-5]\d)[\s\u00A0]Uhr{End}"
                    + "(?<noon>(?!))?(?<s>(?!))?",
                match => lexicon.Phrase("range", match.Groups["a"].Value, rules.Time(match) ?? ""));
        }

        yield return new PatternRule(@"(?<=\d\s?h(?:[0-5]\d)?)\s?[–-]\s?(?=[0-2]?\d\s?h)", _ => lexicon.Phrase("range", "",
            "").TrimStart());
        if (lexicon.Language is "fr" or "pt")
        {
            yield return new PatternRule($@"{Start}(?<h>[01]?\d|2[0-3])[\s\u00A0]?h[\s\u00A0]?(?<min>[0-5]\d){End}(?<noon>(?!))?",
                rules.Time);
        }
    }

    /// <summary>What stands before a time with a stop: "alle 9.45".</summary>
    private static string DotBefore(string language) => language switch
    {
        "it" => @"(?<=\b(?:ore|alle|dalle|delle|le)\s)",
        "es" => @"(?<=\b(?:las|la)\s)",
        "pt" => @"(?<=\b(?:às|das|as)\s)",
        "de" => @"(?<=\b(?:um|ab|von|bis|gegen)\s)|(?<![\p{L}\p{N}.,])",
        _ => @"(?<![\p{L}\p{N}.,])",
    };

    /// <summary>What stands behind it: "7.45 a.m.", "8.15 Uhr".</summary>
    private static string DotAfter(string language) => language switch
    {
        "en" => @"(?<noon>(?=[\s\u00A0]?[ap]\.?m\b))",
        "de" => @"(?:[\s\u00A0]Uhr\b|(?=\s?(?:bis|und|–|-)\s?\d{1,2}[.:][0-5]\d[\s\u00A0]Uhr\b))(?<noon>(?!))?",
        "fr" => @"(?!)",
        _ => @"(?![\d.,]*\d)(?!\s?(?:€|%|euro|km|m\b))(?<noon>(?!))?",
    };

    /// <summary>Matches a day of the week and what parts it from a date.</summary>
    private static string OnDay(SpeechLexicon lexicon) =>
        $@"(?:{AnyOf(lexicon.Days)}|{ShortDay(lexicon.Language)})\.?,?[\s\u00A0]";

    private static string ShortDay(string language) =>
        CalendarRules.AnyCase(language, string.Join('|', CalendarRules.DaysOf(language))) + (language == "pt" ? @"|[2-6]ª(?:-f)?" : "");

    /// <summary>Words before a day and a month in figures that are no fraction: "le 3/12", "el 5/9", "due 3/12".</summary>
    private static string DateBefore(string language) => language switch
    {
        "en" => @"(?:^|[\s(])(?:due|dated|deadline|until|till|before|since)(?:\son|\sby|:)?\s",
        "fr" => @"(?:^|\s)(?:[Ll]e|[Dd]u|[Aa]u)\s",
        "es" => @"(?:^|\s)(?:[Ee]l|[Dd]el|[Aa]l|día)\s",
        "it" => @"(?:^|\s)(?:[Ii]l|[Dd]al|[Aa]l|[Dd]el)\s",
        "pt" => @"(?:^|\s)(?:[Dd]ia|[Ee]m|[Aa]té)\s",
        _ => "(?!)",
    };

    /// <summary>A day of the week leaves no doubt that a date follows.</summary>
    private static Regex SureBefore(SpeechLexicon lexicon) =>
        new($@"{OnDay(lexicon)}$|(?:due|dated|deadline)(?:\son|\sby|:)?\s$");

    private IEnumerable<SpeechRule> English(string month)
    {
        yield return new PatternRule(
            $@"{Start}(?<d>Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\.?(?=,?\s\d)",
            match => _lexicon.Days.Single(day => day.StartsWith(match.Groups["d"].Value[..3], StringComparison.Ordinal)));
        yield return new PatternRule(
            @"(?<=\d\s?[ap]\.?m\.?)\s?[–-]\s?(?=\d)", _ => _lexicon.Phrase("range", "", "").TrimStart());
        yield return new PatternRule(
            $@"{Start}(?<a>\d{{1,2}})\s?[–-]\s?(?=\d{{1,2}}\s?[ap]\.?m{End})(?!\d{{1,2}}\s?[–-]\s?\d{{1,2}}\s?pm\s(?:wide|across))",
            match => _lexicon.Phrase("range", match.Groups["a"].Value, "").TrimEnd() + " ");
        yield return new PatternRule(
            $@"(?<=\d\s?[–-]\s?\d{{1,2}}\s?)(?<n>[ap])m{End}", match => $" {match.Groups["n"].Value.ToUpperInvariant()} M");
        yield return new PatternRule(
            $@"{Start}FY[\s-]?['’]?(?<y>(?:19|20)\d\d|\d\d){End}",
            match => Number(match.Groups["y"]) is var year && match.Groups["y"].Length == 4 ? $"fiscal year {_numbers.Year(year)}"
                : $"fiscal year {_numbers.Cardinal(year)}");
        yield return new PatternRule(
            $@"{Start}(?<the>[Tt]he\s)?(?<day>\d{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?{month}"
                + $@"(?:,?\s(?<year>[12]\d{{3}}|[1-9]\d\d(?=[),;])))?{End}",
            Worded);
        yield return new PatternRule(
            $@"(?<=\b{month}\s\d{{3,4}}\s?)[–—-]\s?(?=\d{{1,2}}\s{month}\s\d{{3,4}}{End})",
            _ => To(_lexicon));
        yield return new PatternRule(
            $@"{Start}{month}\s(?<day>[0-3]?\d)(?:st|nd|rd|th)?(?:,?\s(?<year>[12]\d{{3}}))?{End}(?![.,:]?\d)",
            match => Day(match) is not { } day ? null
                : $"{Month(match)} {_numbers.Ordinal(day)}{(match.Groups["year"].Success ? $", {Year(match)}" : "")}");
    }

    private IEnumerable<SpeechRule> German(string month)
    {
        yield return new PatternRule(
            $@"{Start}(?<d>Mo|Di|Mi|Do|Fr|Sa|So)\.?(?=,\s(?:den\s)?\d{{1,2}}\.)",
            match => _lexicon.Days.Single(day => day.StartsWith(match.Groups["d"].Value, StringComparison.Ordinal)));
        yield return new PatternRule(
            $@"{Start}(?<a>\d{{1,2}})\./(?<b>\d{{1,2}})\.(?=\s(?:Std|Stunden?|Kl|Klassen?|Woche|Etappe|Phase))",
            match => $"{_numbers.Ordinal(Number(match.Groups["a"]))} und {_numbers.Ordinal(Number(match.Groups["b"]))}");
        yield return new PatternRule(
            $@"{Start}(?<day>\d{{1,2}})\.\s?(?:/|und|–)\s?(?=\d{{1,2}}\.[\s\u00A0]?{month})",
            match => Day(match) is not { } day ? null
                : $"{GermanDay(match, day)} {(match.Value.Contains('–', StringComparison.Ordinal) ? "bis" : "und")} ");
        yield return new PatternRule(
            $@"{Start}(?<day>\d{{1,2}})\.[\s\u00A0]?{month}(?:[\s\u00A0](?<year>[12]\d{{3}}))?{End}",
            match => Day(match) is not { } day ? null : $"{GermanDay(match, day)} {Month(match)} {Year(match)}".TrimEnd());
        yield return new PatternRule(
            $@"{Start}(?<day>\d{{1,2}})\.(?<m>\d{{1,2}})\.{End}(?<year>(?!))?",
            match => Day(match) is { } day && MonthNumber(match) is { } number ? $"{GermanDay(match, day)} {_lexicon.Months[number - 1]}"
                : null);
    }

    private string? Numeric(Match match, bool american)
    {
        var (day, month) = (Number(match.Groups["day"]), Number(match.Groups["m"]));
        if (month > 12 || (american && day <= 12))
        {
            (day, month) = (month, day);
        }

        return month is < 1 or > 12 || day is < 1 or > 31 ? null : Full(match, day, _lexicon.Months[month - 1]);
    }

    private string? Worded(Match match) => Day(match) is not { } day ? null
        : Full(match, day, Month(match)) is var said && match.Value[0] == 'T' ? char.ToUpperInvariant(said[0]) + said[1..] : said;

    private string Full(Match match, int day, string month)
    {
        var template = _lexicon.Phrases[match.Groups["year"].Success ? "date" : "day_month"];
        var ordinal = _lexicon.Language == "de" ? GermanDay(match, day) : _numbers.Ordinal(day);
        var figure = day == 1 && _lexicon.Language is "fr" or "it" or "pt" ? ordinal : day.ToString(CultureInfo.InvariantCulture);
        return template.Replace("{ordinal}", ordinal, StringComparison.Ordinal).Replace("{day}", figure, StringComparison.Ordinal)
            .Replace("{month}", month, StringComparison.Ordinal).Replace("{year}", Year(match), StringComparison.Ordinal);
    }

    private string GermanDay(Match match, int day) => _numbers.Ordinal(day)
        + (GermanOrdinals.EndsInE(match) ? "" : GermanOrdinals.OpensDate(match) ? "r" : "n");

    /// <summary>"08.45-09.00" without a word that tells: a zero before the hour does, and where a comma parts decimals, the
    /// minutes.</summary>
    private string? DottedSpan(Match match)
    {
        var (first, second) = (Number(match.Groups["min"]), Number(match.Groups["min2"]));
        var isClear = match.Groups["h"].Value[0] == '0' || (match.Groups["h2"].Length == 2 && match.Groups["h2"].Value[0] == '0')
            || (_lexicon.Language == "en" ? match.Result("$`").Trim().Length == 0
                : first is > 12 or 0 || second is > 12 or 0);
        return !isClear || _lexicon.Units.ContainsKey(match.Groups["after"].Value) ? null
            : _lexicon.Phrase("range", Clock(Number(match.Groups["h"]), first, false), Clock(Number(match.Groups["h2"]), second, false));
    }

    private string? Time(Match match)
    {
        var (hour, minute) = (Number(match.Groups["h"]), Number(match.Groups["min"]));
        return match.Groups["s"].Success ? Duration(hour, minute, Number(match.Groups["s"]))
            : Clock(hour, minute, match.Groups["noon"].Success);
    }

    private string Clock(int hour, int minute, bool noon) =>
        (_lexicon.Language, minute) switch
        {
            ("en", 0) => noon ? _numbers.Cardinal(hour)
                : hour is > 0 and <= 12 ? _lexicon.Phrase("oclock", _numbers.Cardinal(hour)) : $"{_numbers.Cardinal(hour)} hundred hours",
            ("en", < 10) => $"{_numbers.Cardinal(hour)} oh {_numbers.Cardinal(minute)}",
            ("en", _) => $"{_numbers.Cardinal(hour)} {_numbers.Cardinal(minute)}",
            (_, 0) => _lexicon.Phrase(OfOne("oclock", hour), Hour(hour)),
            _ => _lexicon.Phrase(OfOne("hours_minutes", hour), Hour(hour), minute),
        };

    /// <summary>With seconds it is a time that was taken: "2 hours 35 seconds".</summary>
    private string Duration(int hour, int minute, int second) => string.Join(' ',
        new[] { ("h", hour), ("min", minute), ("s", second) }.Where(part => part.Item2 > 0)
            .Select(part => $"{part.Item2} {_lexicon.Units[part.Item1][part.Item2 == 1 ? 0 : 1]}"));

    /// <summary>The phrase for one hour, where the language has one of its own.</summary>
    private string OfOne(string phrase, int hour) => hour == 1 && _lexicon.Phrases.ContainsKey($"{phrase}_one") ? $"{phrase}_one" : phrase;

    private string Hour(int hour) => hour == 1 && _lexicon.Language is "de" or "fr"
        ? _lexicon.Language == "de" ? "ein" : "une" : hour.ToString(CultureInfo.InvariantCulture);

    private string Month(Match match) => _lexicon.MonthShort.GetValueOrDefault(match.Groups["month"].Value)
        ?? _lexicon.MonthShort.GetValueOrDefault(match.Groups["month"].Value + ".") ?? match.Groups["month"].Value;

    /// <summary>Two figures are of this century, or of the last one where that is yet to come for long.</summary>
    private string Year(Match match) => match.Groups["year"] is not { Success: true } year ? ""
        : _numbers.Year((year.Length, Number(year)) switch
        {
            (2, < 45 and var ofThis) => 2000 + ofThis,
            (2, var ofLast) => 1900 + ofLast,
            (_, var whole) => whole,
        });

    private static int? Day(Match match) => Number(match.Groups["day"]) is >= 1 and <= 31 and var day ? day : null;

    private static int? MonthNumber(Match match) => Number(match.Groups["m"]) is >= 1 and <= 12 and var month ? month : null;

    private static int Number(Group group) => int.Parse(group.Value, CultureInfo.InvariantCulture);
}
