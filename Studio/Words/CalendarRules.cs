using System.Text.RegularExpressions;

namespace TemporalVideo.Studio.Words;

/// <summary>Names of months and days, short or in full: "Jan.–Mar. 2020", "lun.–ven.", "jeu. 16/01", "26 abr. 1937".</summary>
internal sealed class CalendarRules : RuleParts
{
    private const string Dash = @"[\s\u00A0]?[–—-][\s\u00A0]?";

    private static readonly Dictionary<string, string[]> ShortDays = new()
    {
        ["en"] = ["Mon", "Tues", "Tue", "Wed", "Thurs", "Thur", "Thu", "Fri", "Sat", "Sun"],
        ["de"] = ["Mo", "Di", "Mi", "Do", "Fr", "Sa", "So"],
        ["fr"] = ["lun", "mar", "mer", "jeu", "ven", "sam", "dim"],
        ["es"] = ["lun", "mar", "mié", "jue", "vie", "sáb", "dom"],
        ["it"] = ["lun", "mar", "mer", "gio", "ven", "sab", "dom"],
        ["pt"] = ["seg", "ter", "qua", "qui", "sex", "sáb", "dom"],
    };

    private readonly SpeechLexicon _lexicon;
    private readonly NumberWords _numbers;

    private CalendarRules(SpeechLexicon lexicon, NumberWords numbers) => (_lexicon, _numbers) = (lexicon, numbers);

    /// <summary>The short forms of a language's days, without their stop.</summary>
    public static IReadOnlyList<string> DaysOf(string language) => ShortDays.GetValueOrDefault(language) ?? [];

    /// <summary>The name of a day that is written short or in full.</summary>
    public static string Day(SpeechLexicon lexicon, string name) =>
        lexicon.Days.First(day => day.StartsWith(name.TrimEnd('.'), StringComparison.OrdinalIgnoreCase)
            || (name.Length > 1 && day.StartsWith(name[..2], StringComparison.OrdinalIgnoreCase) && lexicon.Language == "en"));

    /// <summary>Where days are written small, they may open a line.</summary>
    public static string AnyCase(string language, string days) => language is "en" or "de" ? days : $"(?i:{days})";

    public static IEnumerable<SpeechRule> Of(SpeechLexicon lexicon, NumberWords numbers)
    {
        var rules = new CalendarRules(lexicon, numbers);
        var shorts = lexicon.MonthShort.Keys.Concat(lexicon.MonthShort.Keys.Select(key => key.TrimEnd('.')).Where(key => key.Length > 2));
        var month = AnyOf(lexicon.Months.Concat(shorts));
        yield return new PatternRule(
            $@"{Start}(?<a>{month}){Dash}(?<b>{month})(?!\p{{L}})(?:,?[\s\u00A0](?:de[\s\u00A0])?(?<year>[12]\d{{3}}){End})?",
            rules.Months);
        var shortDay = AnyCase(lexicon.Language, AnyOf(DaysOf(lexicon.Language)));
        var day = $@"(?:{AnyOf(lexicon.Days)}|{shortDay}\.?)";
        yield return new PatternRule(
            $@"{Start}(?<a>{day}){Dash}(?<b>{day})(?!\p{{L}})",
            match => lexicon.Phrase("range", Day(lexicon, match.Groups["a"].Value), Day(lexicon, match.Groups["b"].Value)));
        yield return new PatternRule(
            $@"{Start}(?<a>{day})/(?<b>{day})(?!\p{{L}})",
            match => $"{Day(lexicon, match.Groups["a"].Value)}, {Day(lexicon, match.Groups["b"].Value)}");
        yield return new PatternRule(
            $@"{Start}(?<a>{shortDay})\.?"
                + $@"(?=,?[\s\u00A0](?:den\s)?\d{{1,2}}(?:[./]\d|\.?[\s\u00A0](?:de[\s\u00A0])?{month}))",
            match => Day(lexicon, match.Groups["a"].Value));
        yield return new PatternRule(
            $@"{Start}(?<a>{shortDay})\.?(?<and>\s(?:{Regex.Escape(lexicon.Signs["&"])}|e|y|et)\s)(?<b>{shortDay})\.?(?!\p{{L}})",
            match => Day(lexicon, match.Groups["a"].Value) + match.Groups["and"].Value + Day(lexicon, match.Groups["b"].Value));
        yield return new PatternRule($@"{Start}(?<a>{shortDay})\.(?=:)", match => Day(lexicon, match.Groups["a"].Value));
        yield return new PatternRule(
            $@"{Start}(?<a>[12]?\d|3[01])\s?[–-]\s?(?<b>[12]?\d|3[01])(?=[\s\u00A0](?:de\s)?{month}(?!\p{{L}}))",
            match => Number(match.Groups["b"]) - Number(match.Groups["a"]) == 1
                ? $"{match.Groups["a"].Value} {lexicon.Signs["&"]} {match.Groups["b"].Value}" : null);
        if (lexicon.Language is not ("en" or "de"))
        {
            foreach (var rule in rules.ShortMonths())
            {
                yield return rule;
            }
        }
    }

    /// <summary>"26 abr. 1937", "jul. 1936": what is not said in full is said as what is.</summary>
    private IEnumerable<SpeechRule> ShortMonths()
    {
        var month = $"(?<month>{AnyOf(_lexicon.MonthShort.Keys)})";
        yield return new PatternRule(
            $@"{Start}(?<day>[0-3]?\d)[\s\u00A0](?:de[\s\u00A0])?{month}(?:[\s\u00A0](?:de[\s\u00A0])?(?<year>[12]\d{{3}}){End}"
                + @"|(?!\p{L}))",
            match => Number(match.Groups["day"]) is >= 1 and <= 31 and var day ? Full(match, day) : null);
        yield return new PatternRule(
            $@"{Start}(?!mar\.|may\.|mai\.){month}(?=[,;)]|\s*$)",
            match => Month(match.Groups["month"].Value) + (match.Result("$'").Trim().Length == 0 ? "." : ""));
        yield return new PatternRule(
            $@"{month}[\s\u00A0](?<year>[12]\d{{3}}){End}", match => $"{Month(match.Groups["month"].Value)}{Between}{Year(match)}");
    }

    private string Between => _lexicon.Language is "es" or "pt" ? " de " : " ";

    private string Months(Match match) =>
        _lexicon.Phrase("range", Month(match.Groups["a"].Value), Month(match.Groups["b"].Value))
            + (match.Groups["year"].Success ? Between + Year(match) : "");

    private string Full(Match match, int day)
    {
        var template = _lexicon.Phrases[match.Groups["year"].Success ? "date" : "day_month"];
        var figure = day == 1 && _lexicon.Language is "fr" or "it" or "pt" ? _numbers.Ordinal(day)
            : match.Groups["day"].Value.TrimStart('0');
        return template.Replace("{day}", figure, StringComparison.Ordinal)
            .Replace("{month}", Month(match.Groups["month"].Value), StringComparison.Ordinal)
            .Replace("{year}", match.Groups["year"].Success ? Year(match) : "", StringComparison.Ordinal);
    }

    private string Month(string name) =>
        _lexicon.MonthShort.GetValueOrDefault(name) ?? _lexicon.MonthShort.GetValueOrDefault(name + ".") ?? name;

    private string Year(Match match) => _numbers.Year(Number(match.Groups["year"]));

    private static int Number(Group group) => int.Parse(group.Value, System.Globalization.CultureInfo.InvariantCulture);
}
