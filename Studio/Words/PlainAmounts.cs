using System.Globalization;
using System.Text.RegularExpressions;

namespace TemporalVideo.Studio.Words;

/// <summary>
/// Amounts in languages without a lexicon: what is counted in the form that its number asks for, fractions in words, days and months by
/// their names. Numbers themselves are left to the voice.
/// </summary>
/// <param name="language">The words of the language.</param>
internal sealed partial class PlainAmounts(PlainLanguage language)
{
    private const string Gap = @"[\s\u00A0\u202F]?";
    private const string Vulgar = "½⅓⅔¼¾⅛";

    private static readonly string[] Keys = ["1/2", "1/3", "2/3", "1/4", "3/4", "1/8"];

    private readonly string _units = string.Join('|',
        language.Counted.Keys.Concat(language.Units.Keys).Select(Regex.Escape).DefaultIfEmpty("(?!)"));

    private readonly string _months = language.Months.Length == 0 ? "(?!)" : string.Join('|', language.Months.Select(Regex.Escape));

    /// <summary>The rules, in order; they come before those of signs and units.</summary>
    /// <param name="number">A number of the language, as a pattern.</param>
    public IEnumerable<SpeechRule> Rules(string number)
    {
        foreach (var rule in Dates().Concat(Fractions()))
        {
            yield return rule;
        }

        if (language.Counted.Count == 0)
        {
            yield break;
        }

        var unit = string.Join('|', language.Counted.Keys.OrderByDescending(sign => sign.Length).Select(Regex.Escape));
        var money = string.Join('|', language.Counted.Keys.Where(sign => sign.Length == 1 && char.IsSymbol(sign[0])).Select(Regex.Escape)
            .DefaultIfEmpty("(?!)"));
        yield return new PatternRule($@"(?<sign>{money}){Gap}(?<a>{number})(?!\d)", match =>
            $"{match.Groups["a"].Value} {Form(match.Groups["sign"].Value, "", match.Groups["a"].Value, "")}");
        var end = @"(?!\.\s?\p{L}\.)(?:\.(?=\s\p{Ll}|[,;)]))?(?![\p{L}\p{M}\p{N}²³]|/(?!\p{L}))";
        yield return new PatternRule(
            $@"(?<=(?<before>[\p{{L}}.]+\s|\d\s?[–—]\s?)?(?<![\p{{L}}\p{{N}}/])(?<a>{number}|\d+/\d+|\d*\s?[{Vulgar}]){Gap}"
                + $@"(?<scale>{PlainLanguage.Scales}\s)?)"
                + $@"(?<unit>{unit}){end}(?:/{Gap}(?<per>{unit}|\p{{L}}+)(?<power>[²³])?(?![\p{{L}}\p{{N}}²³]))?",
            match => Form(match.Groups["unit"].Value, match.Groups["before"].Value, match.Groups["a"].Value, match.Groups["scale"].Value)
                + (match.Groups["per"].Success ? $" {Per(match.Groups["per"].Value)}"
                    + (match.Groups["power"].Success ? $" {language.Signs[match.Groups["power"].Value]}" : "") : ""));
    }

    /// <summary>Names of months that a text shortens: "окт." is октября.</summary>
    public string? Month(string shortened) => language.Months.Where(month =>
        month.StartsWith(shortened.TrimEnd('.'), StringComparison.OrdinalIgnoreCase)).ToList() is [var only] ? only : null;

    private string Per(string unit)
    {
        var one = language.Units.GetValueOrDefault(unit)?.Split('|') is { Length: 2 } forms ? forms[1]
            : language.Counted.GetValueOrDefault(unit)?.Split(' ')[0] ?? unit;
        return one.StartsWith("в ", StringComparison.Ordinal) ? one : $"{language.Per} {one}";
    }

    /// <summary>One, few, many, and a part of one; behind a preposition whole numbers take what many take.</summary>
    private string Form(string sign, string before, string amount, string scale)
    {
        var forms = language.Counted[sign].Split(' ');
        var (one, few, many, part) = (forms[0], forms[Math.Min(1, forms.Length - 1)], forms[Math.Min(2, forms.Length - 1)], forms[^1]);
        one = one.Replace('_', ' ');
        if (scale.Length > 0)
        {
            return many.Replace('_', ' ');
        }

        var isPart = amount.Contains('/', StringComparison.Ordinal) || amount.Any(Vulgar.Contains);
        if (isPart || Broken().IsMatch(amount))
        {
            var isLess = isPart && !Mixed().IsMatch(amount);
            return (isLess || language.Plural.Length > 0 ? part : many).Replace('_', ' ');
        }

        var digits = string.Concat(amount.Where(char.IsAsciiDigit));
        var governed = language.Prepositions.Contains(before.Trim().ToLowerInvariant())
            || (language.RangeFrom.Length > 0 && before.TrimEnd() is [.., '–' or '—']);
        return (Plural(digits) switch
        {
            "one" => governed ? part : one,
            "few" => governed ? many : few,
            _ => many,
        }).Replace('_', ' ');
    }

    private string Plural(string digits)
    {
        var (last, two) = (digits[^1] - '0', digits.Length > 1 ? int.Parse(digits[^2..], CultureInfo.InvariantCulture) : digits[0] - '0');
        var teen = two is > 10 and < 15;
        return language.Plural switch
        {
            "east" when last == 1 && two != 11 => "one",
            "pl" or "east" when last is >= 2 and <= 4 && !teen => "few",
            "cs" when digits is "2" or "3" or "4" => "few",
            _ => digits == "1" ? "one" : "many",
        };
    }

    private IEnumerable<SpeechRule> Fractions()
    {
        foreach (var (key, words) in language.Fractions)
        {
            var at = Array.IndexOf(Keys, key);
            var sign = at < 0 ? key : Vulgar[at].ToString();
            if (key == "1/2" && language.AndHalf.Length > 0)
            {
                yield return new PatternRule($@"(?<=\d){Gap}½|(?<=\d)\s1/2(?![\d/.])", _ => $" {language.AndHalf}");
            }

            var forms = words.Split('|');
            yield return new PatternRule(
                $@"(?<![\d/.,])(?:{sign}|{key}(?![\d/]|\.\d))(?<noun>(?=\s?(?:\p{{L}}{{3,}}|(?:{_units})(?!\p{{L}})))"
                    + @"(?!\s(?:av|af|van|of|de|z|ze)\s))?",
                match => match.Groups["noun"].Success ? forms[0] : forms[^1]);
        }
    }

    private IEnumerable<SpeechRule> Dates()
    {
        if (language.Months.Length == 0)
        {
            yield break;
        }

        var days = string.Join('|', language.Days.Keys.OrderByDescending(day => day.Length).Select(Regex.Escape).DefaultIfEmpty("(?!)"));
        var full = string.Join('|', language.Days.Values.Select(Regex.Escape).DefaultIfEmpty("(?!)"));
        var date = $@"\d{{1,2}}(?:[./]\s?\d|\.?\s(?:{_months}))";
        yield return new PatternRule($@"(?<![\p{{L}}\p{{N}}])(?<day>{days})\.?(?=,?\s(?:d\.\s)?{date})", match =>
            language.Days[match.Groups["day"].Value]);
        yield return new PatternRule(
            $@"(?<![\p{{L}}\p{{N}}.,/])(?<d>\d{{1,2}})(?<sep>[./-])\s?(?<m>\d{{1,2}})\k<sep>\s?(?<y>[12]\d{{3}})(?!\d|[./-]\d)", Date);
        yield return new PatternRule(
            $@"(?<=(?<![\p{{L}}\p{{N}}])(?:(?:{days})\.?"
                + $@"|{full}),?\s(?:d\.\s)?)(?<d>\d{{1,2}})[./]\s?(?<m>\d{{1,2}})(?![\d/])\.?(?<y>(?!))?", Date);
        yield return new PatternRule(
            $@"(?<![\p{{L}}\p{{N}}.,/])(?<d>\d{{1,2}})[./]\s?(?<m>\d{{1,2}})\.?(?=,?\s(?:\p{{Ll}}{{1,3}}\.?\s)?\d{{1,2}}[:.]\d\d(?!\d))"
                + "(?<y>(?!))?", Date);
        yield return new PatternRule(
            @"(?<a>\p{L}{3,4})\.?\s?[–-]\s?(?<b>\p{L}{3,4})\.(?!\p{L})",
            match => Month(match.Groups["a"].Value) is { } a && Month(match.Groups["b"].Value) is { } b
                ? $"{a} {language.Range} {b}" : null);
        yield return new PatternRule(
            @"(?<=(?<!\p{L})\d{1,2}\.?\s)(?<m>\p{L}{3,5})\.(?=\s\d{4}|[,;)]|\s\p{Ll}|\s?$)"
                + @"|(?<![\p{L}\p{N}])(?<m>\p{L}{3,5})\.(?=\s[12]\d{3})",
            match => Month(match.Groups["m"].Value));
    }

    private string? Date(Match match)
    {
        var (day, month) = (int.Parse(match.Groups["d"].Value, CultureInfo.InvariantCulture),
            int.Parse(match.Groups["m"].Value, CultureInfo.InvariantCulture));
        return day is < 1 or > 31 || month is < 1 or > 12 ? null
            : $"{day}{language.DayMark} {language.Months[month - 1]}{(match.Groups["y"].Success ? " " + match.Groups["y"].Value : "")}";
    }

    /// <summary>A number with places behind its comma.</summary>
    [GeneratedRegex(@",\d+\s*$")]
    private static partial Regex Broken();

    [GeneratedRegex($@"\d\s?[{Vulgar}]")]
    private static partial Regex Mixed();
}
