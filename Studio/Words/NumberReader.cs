using System.Globalization;
using System.Text.RegularExpressions;

namespace TemporalVideo.Studio.Words;

/// <summary>
/// Reads numbers as lessons write them: 1,434 and 1.434 by language or by what the column shows; −65 °C, $2.5 million, 10⁶, 3.2 × 10⁸ m/s,
/// ½, ranges,
/// per cent. What can be read in two ways, and what only contains a number ("COVID-19", "3 of 5", dates, times), is not read.
/// </summary>
public static partial class NumberReader
{
    private const string Minus = "[−–‒-]";
    private const string Figure = @"\d[\d.,'’\u00A0\u202F\u2009 ]*\d|\d";
    private const string Fractions = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞";

    private static readonly double[] FractionAmounts =
        [1 / 2.0, 1 / 3.0, 2 / 3.0, 1 / 4.0, 3 / 4.0, 1 / 5.0, 2 / 5.0, 3 / 5.0, 4 / 5.0, 1 / 6.0, 5 / 6.0, 1 / 8.0, 3 / 8.0, 5 / 8.0,
            7 / 8.0];

    /// <summary>Words that multiply, by language; the same word means a thousand times more in some.</summary>
    private static readonly Dictionary<string, Dictionary<string, double>> Scales = new()
    {
        ["en"] = Table(
            "hundred 1e2 thousand 1e3 million 1e6 millions 1e6 billion 1e9 billions 1e9 bn 1e9 trillion 1e12 tn 1e12 dozen 12 lakh 1e5 "
                + "crore 1e7"),
        ["de"] = Table(
            "tausend 1e3 tsd. 1e3 tsd 1e3 million 1e6 millionen 1e6 mio. 1e6 mio 1e6 milliarde 1e9 milliarden 1e9 mrd. 1e9 mrd 1e9 "
                + "billion 1e12 "
            + "billionen 1e12 bio. 1e12"),
        ["fr"] = Table("mille 1e3 million 1e6 millions 1e6 milliard 1e9 milliards 1e9 md 1e9 mds 1e9 billion 1e12 billions 1e12"),
        ["es"] = Table("mil 1e3 millón 1e6 millones 1e6 billón 1e12 billones 1e12"),
        ["it"] = Table("mila 1e3 mille 1e3 milione 1e6 milioni 1e6 mln 1e6 miliardo 1e9 miliardi 1e9 mld 1e9 bilione 1e12 bilioni 1e12"),
        ["pt"] = Table(
            "mil 1e3 milhão 1e6 milhões 1e6 mi 1e6 bilhão 1e9 bilhões 1e9 bi 1e9 bilião 1e12 biliões 1e12 trilhão 1e12 trilhões 1e12"),
    };

    /// <summary>Reads a number by the separators of a language.</summary>
    /// <param name="text">The whole text of a cell or phrase.</param>
    /// <param name="language">IETF tag.</param>
    /// <param name="value">The number; of no meaning when the result is false.</param>
    /// <returns>Whether the text is one number, with a unit or without, and can only be read in one way.</returns>
    public static bool TryRead(string text, string language, out NumberValue value)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(language);
        return TryRead(text, language, Separators.For(language), out value);
    }

    /// <summary>Reads a column: a cell that can only be read in one way settles how the others are read. Otherwise the language
    /// does.</summary>
    /// <param name="cells">The column without its heading.</param>
    /// <param name="language">IETF tag.</param>
    /// <returns>A value for each cell; null for a cell that is no number. All are null when the cells contradict each other.</returns>
    public static IReadOnlyList<NumberValue?> ReadColumn(IReadOnlyList<string> cells, string language)
    {
        ArgumentNullException.ThrowIfNull(cells);
        ArgumentNullException.ThrowIfNull(language);
        var shown = cells.SelectMany(cell => Figures().Matches(cell)).Select(match => Shown(match.Value.Trim())).OfType<Separators>()
            .Distinct().ToList();
        if (shown.Count > 1)
        {
            return [.. cells.Select(_ => (NumberValue?)null)];
        }

        var separators = shown.Count == 1 ? shown[0] : Separators.For(language);
        return [.. cells.Select(cell => TryRead(cell, language, separators, out var value) ? value : (NumberValue?)null)];
    }

    private static bool TryRead(string text, string language, Separators separators, out NumberValue value)
    {
        value = default;
        var match = Number().Match(Clean(text));
        if (!match.Success)
        {
            return false;
        }

        var scale = Scale(match.Groups["rest"].Value.Trim(), language, match.Groups["money"].Success, out var unit);
        if (!TryAmount(match, "a", separators, out var first) || !IsUnit(unit))
        {
            return false;
        }

        var second = first;
        if (match.Groups["b"].Success || match.Groups["bf"].Success)
        {
            if (!TryAmount(match, "b", separators, out second) || second < first)
            {
                return false;
            }
        }
        else if (match.Groups["exp"].Success)
        {
            var exponent =
                int.Parse(Scripted.Plain(match.Groups["exp"].Value).Replace('−', '-').TrimStart('+'), CultureInfo.InvariantCulture);
            first = second = (match.Groups["ten"].Success ? Math.Sign(first) : first) * Math.Pow(10, exponent);
        }

        unit = match.Groups["money"].Success ? string.Join(' ', new[] { match.Groups["money"].Value, unit }.Where(part => part.Length > 0))
            : unit;
        (first, second) = (Rounded(first * scale), Rounded(second * scale));
        value = new NumberValue(first == second ? first : (first + second) / 2, unit, match.Groups["qualifier"].Value.Trim(), first,
            second);
        return double.IsFinite(first) && double.IsFinite(second);
    }

    private static bool TryAmount(Match match, string part, Separators separators, out double amount)
    {
        amount = 0;
        var written = match.Groups[part].Value.Trim();
        if (written.Length > 0)
        {
            if (!Regex.IsMatch(written, $"^{separators.Pattern}$") || IsDoubtful(written, separators))
            {
                return false;
            }

            amount = separators.Read(written).Amount;
        }

        if (match.Groups[part + "f"] is { Success: true, Value: var fraction })
        {
            amount += FractionAmounts[Fractions.IndexOf(fraction, StringComparison.Ordinal)];
        }
        else if (match.Groups[part + "d"] is { Success: true, Value: var divisor })
        {
            var below = double.Parse(divisor, CultureInfo.InvariantCulture);
            if (below == 0 || amount >= below)
            {
                return false;
            }

            amount /= below;
        }

        amount = match.Groups[part + "s"].Captures.Any(sign => sign.Value != "+") ? -amount : amount;
        return true;
    }

    /// <summary>A single separator that stands where the other one belongs, before other than three digits, or a point used in a language
    /// of commas.</summary>
    private static bool IsDoubtful(string written, Separators separators) => Shown(written) is { } shown && shown != separators
        && !(separators == Separators.Comma && PointDecimal().IsMatch(written));

    /// <summary>The separators that a number can only have been written with; null when it leaves that open.</summary>
    private static Separators? Shown(string written)
    {
        var (point, comma) = (written.LastIndexOf('.'), written.LastIndexOf(','));
        if (point >= 0 && comma >= 0)
        {
            return point > comma ? Separators.Point : Separators.Comma;
        }

        if (point < 0 && comma < 0)
        {
            return null;
        }

        var mark = point >= 0 ? '.' : ',';
        var isDecimal = written.Count(character => character == mark) == 1
            && (written.Length - 1 - Math.Max(point, comma) != 3 || written[0] == '0' || Math.Max(point, comma) > 3);
        var groups = written.Count(character => character == mark) > 1;
        return isDecimal ? mark == '.' ? Separators.Point : Separators.Comma
            : groups ? mark == '.' ? Separators.Comma : Separators.Point : null;
    }

    private static double Scale(string rest, string language, bool money, out string unit)
    {
        var table = Scales.GetValueOrDefault(SpeechLexicon.CodeOf(language)) ?? Scales["en"];
        var word = FirstWord().Match(rest);
        if (word.Success && table.TryGetValue(word.Value.ToLowerInvariant(), out var scale) && !(word.Value == "mi" && !money))
        {
            unit = Regex.Replace(rest[word.Length..].Trim(), "^(?:de|di|d['’])\\s?", "");
            return scale;
        }

        unit = rest;
        if (!money)
        {
            return 1;
        }

        var letter = rest is "k" or "K" ? 1e3 : rest is "m" or "M" ? 1e6 : rest is "B" or "b" ? 1e9 : rest is "T" or "t" ? 1e12 : 1;
        unit = letter > 1 ? "" : rest;
        return letter;
    }

    /// <summary>A unit is a symbol or a few words; figures in it mean that the text is more than a number.</summary>
    private static bool IsUnit(string unit) => unit.Length <= 40 && !UnitDigits().IsMatch(unit) && !NoUnit().IsMatch(unit);

    /// <summary>Scaling by powers of ten leaves no noise: 2.3 million is 2,300,000.</summary>
    private static double Rounded(double number) =>
        double.IsFinite(number) ? double.Parse(number.ToString("G15", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) : number;

    /// <summary>Figures of other scripts as those that are counted with here.</summary>
    private static string Plain(string text) => string.Concat(text.Select(sign => sign switch
    {
        '٫' => '.',
        '٬' => ',',
        > '9' when char.IsDigit(sign) => (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(sign)),
        _ => sign,
    }));

    private static string Clean(string text) =>
        Invisible().Replace(Plain(Letters.Compose(text)), "").Trim().Trim('*', '_', '`').TrimEnd('.', '*', '†').Trim();

    private static Dictionary<string, double> Table(string pairs) => pairs.Split(' ').Chunk(2)
        .ToDictionary(pair => pair[0], pair => double.Parse(pair[1], CultureInfo.InvariantCulture));

    [GeneratedRegex(
        @"^(?<qualifier>(?:≈|~|∼|<|>|≤|≥|±|about|around|almost|nearly|over|under|up to|more than|less than|at least|at most|ca\.|c\."
            + @"|approx\.|approximately|circa|etwa"
        + @"|rund|fast|über|unter|bis zu|mehr als|weniger als|environ|près de|plus de|moins de|env\.|unos|unas|casi|más de|menos de"
        + @"|alrededor de|quasi|oltre|più di"
        + @"|meno di|cerca de|quase|mais de|menos de)\s*)?"
        + $@"(?<as>{Minus}\s?|\+)?(?<money>US\$|[$€£¥₹₽₩]|USD|EUR|GBP|CHF|JPY)?\s?(?<as>{Minus})?"
        + $@"(?:(?<a>{Figure})?\s?(?<af>[{Fractions}])|(?<a>\d+)\s?[/⁄]\s?(?<ad>\d+)|(?<a>{Figure}))"
        + $@"(?:\s?[×x·*]\s?10(?:\^\{{?(?<exp>[−+-]?\d+)\}}?|(?<exp>[⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+))"
        + $@"|(?<ten>(?<=(?<![\d.,])10))(?:\^\{{?(?<exp>[−+-]?\d+)\}}?|(?<exp>[⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+))"
        + @"|[eE](?<exp>[−+-]?\d{1,3})(?![\p{L}\d])"
        + $@"|\s?(?:[–—-]|to\s|bis\s|à\s|a\s|až\s)\s?(?<bs>−)?(?<b>{Figure}))?"
        + @"(?<rest>\s?(?![\d/]).*)?$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Number();

    [GeneratedRegex(Figure)]
    private static partial Regex Figures();

    [GeneratedRegex(@"^(?:\d+\.(?:\d{1,2}|\d{4,})|0\.\d+)$")]
    private static partial Regex PointDecimal();

    [GeneratedRegex(@"^\p{L}+\.?")]
    private static partial Regex FirstWord();

    [GeneratedRegex(@"[0-9]")]
    private static partial Regex UnitDigits();

    /// <summary>An operator, a colon, a hyphenated word or another statement behind the number.</summary>
    [GeneratedRegex(@"^(?:[:;=+×÷<>]|[-–—]|st\b|nd\b|rd\b|th\b|of\b|von\b|er\b|s$|h\d|or\b|and\b|to\b|out\b|oder\b|und\b|bis\b|ou\b|et\b"
        + @"|o\b|y\b|e\b|in\s|AD\b|BC|v\. ?Chr|n\. ?Chr)|[=;!?]")]
    private static partial Regex NoUnit();

    [GeneratedRegex(@"[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]")]
    private static partial Regex Invisible();
}
