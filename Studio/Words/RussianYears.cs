using System.Globalization;
using System.Text.RegularExpressions;

namespace TemporalVideo.Studio.Words;

/// <summary>
/// Russian days and years, which are ordinals in the case that the words around them ask for: "28 июля 1914", "в 1812 г.", "1367–1368 гг.".
/// </summary>
internal sealed partial class RussianYears : RuleParts
{
    private static readonly string[] Units =
        ["", "один", "два", "три", "четыре", "пять", "шесть", "семь", "восемь", "девять", "десять", "одиннадцать", "двенадцать",
            "тринадцать", "четырнадцать", "пятнадцать", "шестнадцать", "семнадцать", "восемнадцать", "девятнадцать"];

    /// <summary>Stems of the ordinals; their endings are those of <see cref="Ending"/>.</summary>
    private static readonly string[] UnitStems =
        ["", "перв", "втор", "трет", "четвёрт", "пят", "шест", "седьм", "восьм", "девят", "десят", "одиннадцат", "двенадцат", "тринадцат",
            "четырнадцат", "пятнадцат", "шестнадцат", "семнадцат", "восемнадцат", "девятнадцат"];

    private static readonly string[] Tens =
        ["", "", "двадцать", "тридцать", "сорок", "пятьдесят", "шестьдесят", "семьдесят", "восемьдесят", "девяносто"];

    private static readonly string[] TenStems =
        ["", "", "двадцат", "тридцат", "сороков", "пятидесят", "шестидесят", "семидесят", "восьмидесят", "девяност"];

    private static readonly string[] Hundreds =
        ["", "сто", "двести", "триста", "четыреста", "пятьсот", "шестьсот", "семьсот", "восемьсот", "девятьсот"];

    private static readonly string[] HundredStems =
        ["", "сот", "двухсот", "трёхсот", "четырёхсот", "пятисот", "шестисот", "семисот", "восьмисот", "девятисот"];

    private static readonly string[] Months =
        ["января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря"];

    private enum Case
    {
        Nominative,
        Genitive,
        Prepositional,

        /// <summary>Of a day that is named: "девятое мая".</summary>
        Neuter,
    }

    public static IEnumerable<SpeechRule> Rules()
    {
        const string Year = @"(?:[1-9]\d\d|1\d{3}|20\d\d)";
        yield return new PatternRule(
            $@"{Start}(?<a>{Year})\s?[–—-]\s?(?<b>{Year})[\s\u00A0]?(?:гг\.?|год(?:ы|ов|ах)){End}", Span);
        var month = $@"(?:{string.Join('|', Months)}|(?:янв|февр?|мар|апр|авг|сент?|окт|нояб?|дек)\.)";
        yield return new PatternRule(
            $@"{Start}(?<![.,:/–-])(?<d>0?[1-9]|[12]\d|3[01])\.(?<m>0?[1-9]|1[0-2])\.(?<a>{Year}){End}(?![.,]\d|[\s\u00A0]?г)",
            match => $"{Ordinal(match, "d", Case.Genitive)} {MonthOf(match)} {Ordinal(match, "a", Case.Genitive)}");
        yield return new PatternRule(
            $@"{Start}(?<![.,:/–-])(?<a>[12]?\d"
                + $@"|3[01])(?=[\s\u00A0]{month}(?!\p{{L}})(?<names>(?:[\s\u00A0]\d{{3,4}}(?:[\s\u00A0](?:г\.|года))?)?\s[—–-])?)",
            match => Ordinal(match, "a", match.Groups["names"].Success ? Case.Neuter : Case.Genitive));
        yield return new PatternRule(
            $@"(?<={month}[\s\u00A0])(?<a>{Year}){End}(?!\s?[–—-]\s?\d|[\s\u00A0]?г|[.,]\d)",
            match => Ordinal(match, "a", Case.Genitive));
        yield return new PatternRule(
            $@"(?<=\b[Сс]\s)(?<a>{Year})(?=\s(?:по|до)\s{Year}[\s\u00A0]?(?:гг?\.|год))",
            match => Ordinal(match, "a", Case.Genitive));
        yield return new PatternRule(
            $@"(?<=\()(?<a>{Year})\s?[–—-]\s?(?<b>{Year})(?=\))",
            match => $"{Ordinal(match, "a", Case.Nominative)}, {Ordinal(match, "b", Case.Nominative)} годы");
        yield return new PatternRule(
            $@"(?<=(?:^|[:;(,]\s|\b(?:[Дд]о|[Сс]|[Кк]|[Нн]а)\s))(?<a>[12]?\d|3[01])\.(?<m>0[1-9]|1[0-2]){End}(?![.,:]\d"
                + $@"|\s?%)(?=\s\p{{Ll}}|,|\)|$)",
            match => $"{Ordinal(match, "a", Case.Genitive)} {MonthOf(match)}");
        yield return new PatternRule(
            $@"{Start}(?<r>[IVX]+)[\s\u00A0](?:в\.(?!\s?\p{{L}}\.)|(?<word>век[ае]?){End})", Century);
        yield return new PatternRule(
            $@"{Start}(?<a>{Year})[\s\u00A0]?(?:г\.|(?<word>год[ау]?){End})", Single);
    }

    private static string Span(Match match)
    {
        var before = Before().Match(match.Result("$`")).Groups["word"].Value.ToLowerInvariant();
        var written = match.Value;
        var (form, noun) = before is "в" or "во" || written.EndsWith("ах", StringComparison.Ordinal) ? (Case.Prepositional, "годах")
            : IsGenitive(before) || written.EndsWith("ов", StringComparison.Ordinal) ? (Case.Genitive, "годов") : (Case.Nominative, "");
        return form == Case.Nominative && !written.EndsWith("годы", StringComparison.Ordinal)
            ? $"с {Ordinal(match, "a", Case.Genitive)} по {Ordinal(match, "b", Case.Nominative)} год"
            : $"{Ordinal(match, "a", form)}, {Ordinal(match, "b", form)} {(noun.Length > 0 ? noun : "годы")}";
    }

    private static string Single(Match match)
    {
        var text = match.Result("$`");
        var before = Before().Match(text).Groups["word"].Value.ToLowerInvariant();
        var form = match.Groups["word"].Value switch
        {
            "год" => Case.Nominative,
            "года" => Case.Genitive,
            "году" => Case.Prepositional,
            _ => before is "в" or "во" ? Case.Prepositional
                : IsGenitive(before) || DateBefore().IsMatch(text) ? Case.Genitive : Case.Nominative,
        };
        var ends = match.Value[^1] == '.' && match.Result("$'").Trim().Length == 0 ? "." : "";
        return $"{Ordinal(match, "a", form)} {form switch { Case.Nominative => "год", Case.Genitive => "года", _ => "году" }}{ends}";
    }

    /// <summary>"в XIX в.", "конец XVIII в.", "XX век".</summary>
    private static string? Century(Match match)
    {
        if (RomanNumerals.Value(match.Groups["r"].Value) is not { } century)
        {
            return null;
        }

        var before = Before().Match(match.Result("$`")).Groups["word"].Value.ToLowerInvariant();
        var form = match.Groups["word"].Value switch
        {
            "век" => Case.Nominative,
            "века" => Case.Genitive,
            "веке" => Case.Prepositional,
            _ => before is "в" or "во" ? Case.Prepositional
                : IsGenitive(before) || before is "начале" or "конце" or "середине" or "половине" or "начало" or "конец" or "середина"
                    or "половина" ? Case.Genitive : Case.Nominative,
        };
        return $"{Ordinal(century, form)} {form switch { Case.Nominative => "век", Case.Genitive => "века", _ => "веке" }}"
            + (match.Value[^1] == '.' && match.Result("$'").Trim().Length == 0 ? "." : "");
    }

    private static bool IsGenitive(string word) => word is "с" or "до" or "от" or "после" or "около" or "из" or "начала" or "конца"
        or "середины" or "весной" or "летом" or "осенью" or "зимой" or "события" or "революции" or "войны" or "не" or "позднее" or "ранее";

    private static string MonthOf(Match match) => Months[int.Parse(match.Groups["m"].Value, CultureInfo.InvariantCulture) - 1];

    private static string Ordinal(Match match, string group, Case form) =>
        Ordinal(int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture), form);

    private static string Ordinal(int year, Case form)
    {
        var (thousands, hundreds, rest) = (year / 1000, year / 100 % 10, year % 100);
        if (rest == 0 && hundreds == 0)
        {
            return (thousands == 1 ? "тысячн" : "двухтысячн") + Ending(form, "ый");
        }

        var opening = thousands switch { 0 => "", 1 => "тысяча ", _ => "две тысячи " };
        if (rest == 0)
        {
            return opening + HundredStems[hundreds] + Ending(form, "ый");
        }

        opening += hundreds > 0 ? Hundreds[hundreds] + " " : "";
        return rest < Units.Length ? opening + One(rest, form)
            : rest % 10 == 0 ? opening + TenStems[rest / 10] + Ending(form, rest == 40 ? "ой" : "ый")
            : $"{opening}{Tens[rest / 10]} {One(rest % 10, form)}";
    }

    private static string One(int number, Case form) => number == 3
        ? form switch { Case.Nominative => "третий", Case.Genitive => "третьего", Case.Neuter => "третье", _ => "третьем" }
        : UnitStems[number] + Ending(form, number is 2 or 6 or 7 or 8 ? "ой" : "ый");

    private static string Ending(Case form, string nominative) =>
        form switch { Case.Nominative => nominative, Case.Genitive => "ого", Case.Neuter => "ое", _ => "ом" };

    [GeneratedRegex(@"(?<word>\p{L}+)[\s\u00A0]$")]
    private static partial Regex Before();

    /// <summary>A day or a month stands before: "14 окт. 1812 г.".</summary>
    [GeneratedRegex(@"(?:\d{1,2}[\s\u00A0])?(?:янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек)\p{L}*\.?[\s\u00A0]$"
        + @"|\d\d?\.\d\d?\.$", RegexOptions.IgnoreCase)]
    private static partial Regex DateBefore();
}
