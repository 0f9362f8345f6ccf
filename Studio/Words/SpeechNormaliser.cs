using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace TemporalVideo.Studio.Words;

/// <summary>Makes a written sentence speakable by rules that change no meaning: signs, units, ranges and formulas become words of the language.</summary>
public sealed partial class SpeechNormaliser
{
    private static readonly Dictionary<string, SpeechNormaliser> Known = SpeechWordTables.All.ToDictionary(pair => pair.Key, pair => new SpeechNormaliser(pair.Key, pair.Value));

    private readonly string _language;
    private readonly SpeechWords? _words;
    private readonly List<(Regex Pattern, string One, string Many)> _units = [];

    private SpeechNormaliser(string language, SpeechWords? words)
    {
        (_language, _words) = (language, words);
        foreach (var (sign, one, many) in words?.Units ?? [])
        {
            _units.Add((new Regex($@"(?<=(?<n>\d[\d.,]*|[½¼¾⅓⅔])[\s\u00A0\u202F]?){Regex.Escape(sign)}(?<power>[²³])?(?![\w/²³])", RegexOptions.CultureInvariant), one, many));
        }
    }

    /// <summary>The normaliser of a language; one that has no rules leaves the text as it is.</summary>
    /// <param name="language">IETF tag.</param>
    public static SpeechNormaliser For(string language)
    {
        ArgumentNullException.ThrowIfNull(language);
        var primary = language.Split('-')[0].ToLowerInvariant();
        return Known.GetValueOrDefault(primary) ?? new SpeechNormaliser(primary, null);
    }

    /// <summary>The sentence as it is handed to the voice.</summary>
    /// <param name="text">The sentence as it is written.</param>
    public string Speak(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var spoken = Emoji().Replace(Ligatures(text), " ");
        if (_words is not null)
        {
            spoken = Addresses(spoken);
            spoken = Formulas(spoken);
            spoken = Abbreviations(spoken);
            spoken = Numbers(spoken);
            spoken = Signs(spoken);
        }

        spoken = Tidy(spoken);
        return spoken.Length > 0 && char.IsLetterOrDigit(spoken[^1]) ? spoken + "." : spoken;
    }

    /// <summary>The signs of a text that no rule knows how to say.</summary>
    /// <param name="text">The sentence as it is written.</param>
    public IReadOnlyList<string> UnknownSigns(string text) =>
    [
        .. Speak(text).EnumerateRunes()
            .Where(rune => Rune.GetUnicodeCategory(rune) is UnicodeCategory.MathSymbol or UnicodeCategory.OtherSymbol or UnicodeCategory.CurrencySymbol or UnicodeCategory.PrivateUse)
            .Select(rune => rune.ToString()).Distinct(),
    ];

    private static string Ligatures(string text) => string.Concat(text.Select(c => c switch
    {
        'ﬀ' => "ff", 'ﬁ' => "fi", 'ﬂ' => "fl", 'ﬃ' => "ffi", 'ﬄ' => "ffl", 'ﬅ' => "st", 'ﬆ' => "st", '\u00A0' or '\u202F' => " ", _ => c.ToString(),
    }));

    private string Addresses(string text) => Address().Replace(Mail().Replace(text, match => $"{match.Groups[1].Value} at {Dotted(match.Groups[2].Value)}"), match =>
    {
        var host = match.Groups["host"].Value;
        return host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? Dotted(host[4..]) : Dotted(host);
    });

    private string Dotted(string host) => host.Replace(".", $" {_words!.Point} ", StringComparison.Ordinal);

    private string Formulas(string written)
    {
        var text = Chemical().Replace(written, match => Spelt(match.Value));
        return MathRun().Replace(text, match =>
        {
            var run = match.Value;
            var isUnit = match.Index > 1 && text.Length > match.Index && char.IsAsciiDigit(text[match.Index - 2]) && UnitOfArea().IsMatch(run);
            return !isUnit && IsFormula(run) ? $"{FormulaSpeech.Of(run.TrimEnd('.', ',', ';', ' '), _language)}{Trailing().Match(run).Value}" : run;
        });
    }

    /// <summary>A run of mathematical tokens is a formula when it relates or computes something; a range or a date is none.</summary>
    private static bool IsFormula(string run)
    {
        var core = run.Trim().TrimEnd('.', ',', ';');
        return Relation().IsMatch(core) || Power().IsMatch(core) || Call().IsMatch(core);
    }

    /// <summary>CO₂ is said C O 2.</summary>
    private static string Spelt(string formula) => ElementOrCount().Replace(
        string.Concat(formula.Select(c => c is >= '₀' and <= '₉' ? (char)('0' + (c - '₀')) : c)), match => match.Value + " ").Trim();

    private string Abbreviations(string text) =>
        _words!.Abbreviations.Aggregate(text, (done, pair) => Regex.Replace(done, $@"(?<![\p{{L}}.]){Regex.Escape(pair.Short)}(?!\p{{L}})", pair.Long, RegexOptions.CultureInvariant));

    private string Numbers(string text)
    {
        var words = _words!;
        text = _language == "en" ? Decades(text) : text;
        text = CurrencyBefore().Replace(text, match => $"{match.Groups["n"].Value} {(match.Groups["n"].Value == "1" ? words.Currencies[match.Value[0]].One : words.Currencies[match.Value[0]].Many)}");
        text = CurrencyBehind().Replace(text, match => $"{match.Groups["n"].Value} {(match.Groups["n"].Value == "1" ? words.Currencies[match.Value[^1]].One : words.Currencies[match.Value[^1]].Many)}");
        text = Range().Replace(text, $"$1 {words.RangeTo} ");
        text = Negative().Replace(text, $"{words.Minus} ");
        text = Temperature().Replace(text, match => $" {words.Degrees} {(match.Groups["scale"].Value == "C" ? "Celsius" : "Fahrenheit")}");
        foreach (var (pattern, one, many) in _units)
        {
            text = pattern.Replace(text, match => " " + Powered(match.Groups["n"].Value is "1" or "½" or "¼" ? one : many, match.Groups["power"].Value));
        }

        return PowerOfNumber().Replace(text, match => $" {Raised(match.Value)}");
    }

    private string Raised(string power) => power switch
    {
        "²" => _words!.Squared,
        "³" => _words!.Cubed,
        _ => $"{_words!.ToThePower} {string.Concat(power.Select(c => "⁰¹²³⁴⁵⁶⁷⁸⁹".IndexOf(c) is >= 0 and var digit ? digit.ToString(CultureInfo.InvariantCulture) : $"{_words.Minus} "))}",
    };

    private string Powered(string unit, string power)
    {
        var (square, cubic, before) = _words!.Area;
        var word = power switch { "²" => square, "³" => cubic, _ => "" };
        return before ? word + (word.Length > 0 && !word.EndsWith(' ') ? unit.ToLowerInvariant() : unit) : unit + word + (word.Length > 0 && unit.EndsWith('s') ? "s" : "");
    }

    private static string Decades(string text) => Decade().Replace(text, match =>
    {
        var tens = int.Parse(match.Groups["tens"].Value, CultureInfo.InvariantCulture);
        string[] names = ["hundreds", "tens", "twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"];
        var century = match.Groups["century"].Value switch { "" => "", "20" => "two thousand", "19" => "nineteen ", "18" => "eighteen ", "17" => "seventeen ", "16" => "sixteen ", "15" => "fifteen ", var other => other + " " };
        return century == "two thousand" ? tens == 0 ? "two thousands" : "twenty " + names[tens] : century + names[tens];
    });

    private string Signs(string text)
    {
        var words = _words!;
        (string Sign, string Word)[] signs =
        [
            ("%", words.Percent), ("‰", words.PerThousand), ("°", words.Degrees), ("×", words.Times), ("÷", words.DividedBy), ("±", words.PlusMinus), ("≈", words.About),
            ("≤", words.AtMost), ("≥", words.AtLeast), ("≠", words.NotEqual), ("→", words.Arrow), ("⇒", words.Arrow), ("⇌", words.Arrow), ("↔", words.Arrow), ("√", words.SquareRoot),
            ("∞", words.Infinity), ("&", words.And), ("=", words.Equal), ("−", words.Minus), ("<", words.Less), (">", words.Greater),
        ];
        text = Ampersand().Replace(text, match => match.Value.Replace("&", words.And == "and" ? " and " : $" {words.And} ", StringComparison.Ordinal));
        text = signs.Aggregate(text, (done, pair) => done.Replace(pair.Sign, $" {pair.Word} ", StringComparison.Ordinal));
        return PlusSign().Replace(text, $" {words.Plus} ");
    }

    private static string Tidy(string text)
    {
        text = Bracket().Replace(text, ", ");
        text = Dash().Replace(text, ", ");
        text = Quotes().Replace(text, "");
        return CommaBeforeStop().Replace(Commas().Replace(SpaceBefore().Replace(Spaces().Replace(text, " "), "$1"), ", "), "$1").Trim(' ', ',');
    }

    [GeneratedRegex(@"(?:\p{Cs}\p{Cs}|[\u2600-\u27BF\u2B50\u2B55\uFE0F\u200D])+")]
    private static partial Regex Emoji();

    [GeneratedRegex(@"\bhttps?://(?<host>[\w.-]+\w)(?:[/?#]\S*(?<![.,;!?)]))?|\b(?<host>www\.[\w.-]+\w)(?:/\S*(?<![.,;!?)]))?", RegexOptions.IgnoreCase)]
    private static partial Regex Address();

    [GeneratedRegex(@"\b([\w.+-]+)@([\w-]+(?:\.[\w-]+)+)")]
    private static partial Regex Mail();

    /// <summary>Element symbols with at least one count below the line.</summary>
    [GeneratedRegex(@"(?<![\p{L}\d])(?=[A-Za-z()]*[₀-₉])(?:[A-Z][a-z]?[₀-₉]*|\((?:[A-Z][a-z]?[₀-₉]*)+\)[₀-₉]+)+[⁺⁻]?(?!\p{L})")]
    private static partial Regex Chemical();

    [GeneratedRegex(@"[A-Z][a-z]?|\d+")]
    private static partial Regex ElementOrCount();

    /// <summary>Tokens that mathematics is made of, at least two of them or one that computes by itself.</summary>
    [GeneratedRegex(
        @"(?<![\p{L}\d/.$€£-])(?:√?\(?(?:\d+(?:[.,]\d+)*|(?<!\p{L})\p{L}(?!\p{L})|[a-z]{2}(?=[²³^(]))(?:[\p{L}\d²³⁴⁵⁶⁷⁸⁹⁰¹^_(){}/+×·√]*))(?:\s*[=+−–×·÷*/<>≤≥≈≠±^-]\s*√?\(*[−-]?(?:\d+(?:[.,]\d+)*|\p{L}+)[\p{L}\d²³⁴⁵⁶⁷⁸⁹⁰¹^_(){}/]*(?:\s*[+−×·÷]\s*[\p{L}\d²³^_(){}/]+)*\)*[²³]?(?:\^[\p{L}\d{}()]+)?)*[.,;]?")]
    private static partial Regex MathRun();

    [GeneratedRegex(@"=|[×÷√≤≥≈≠±]|\s[+−*/<>]\s|\d\s[–-]\s\d|\d\s*[+−]\s*\d")]
    private static partial Regex Relation();

    [GeneratedRegex(@"\^|^\p{L}{1,2}[²³⁴⁵⁶⁷⁸⁹]|\)[²³]")]
    private static partial Regex Power();

    [GeneratedRegex(@"^[fgh]\(\p{L}\)$")]
    private static partial Regex Call();

    [GeneratedRegex(@"^(?:[kcmµμn]?m|ha)[²³][.,;]?$")]
    private static partial Regex UnitOfArea();

    [GeneratedRegex(@"[.,;]?\s*$")]
    private static partial Regex Trailing();

    [GeneratedRegex(@"(?<!\w)[’'‘]?(?<century>\d\d)?(?<tens>\d)0s\b")]
    private static partial Regex Decade();

    [GeneratedRegex(@"[$€£¥₹]\s?(?<n>\d[\d.,]*(?:\s(?:thousand|million|billion|trillion|Millionen|Milliarden|millions|milliards|millones|milioni|miliardi|milhões))?)(?<![.,])")]
    private static partial Regex CurrencyBefore();

    [GeneratedRegex(@"(?<n>\d[\d.,]*(?:\s(?:thousand|million|billion|Millionen|Milliarden|millions|milliards|millones|milioni|miliardi|milhões))?)\s?[$€£¥₹]")]
    private static partial Regex CurrencyBehind();

    /// <summary>Two numbers with a dash between, but no date, telephone number or compound.</summary>
    [GeneratedRegex(@"(?<![\d-])(\d[\d.,]*(?:\s?[%°]C?)?)\s?[–-]\s?(?=\d[\d.,]*(?![\d-]))(?!\d{1,2}-\d)")]
    private static partial Regex Range();

    [GeneratedRegex(@"(?<![\w)\]])[−–-](?=\d)")]
    private static partial Regex Negative();

    [GeneratedRegex(@"\s?°\s?(?<scale>[CF])\b")]
    private static partial Regex Temperature();

    [GeneratedRegex(@"(?<=[\p{L}\d)])[⁻]?[²³⁰¹⁴⁵⁶⁷⁸⁹]+")]
    private static partial Regex PowerOfNumber();

    [GeneratedRegex(@"\w?\s*&\s*\w")]
    private static partial Regex Ampersand();

    [GeneratedRegex(@"(?<=\d)\s?\+\s?(?=\d)|\s\+\s")]
    private static partial Regex PlusSign();

    [GeneratedRegex(@"\s*[()\[\]{}]\s*")]
    private static partial Regex Bracket();

    [GeneratedRegex(@"\s*[–—]\s*|\s+-\s+")]
    private static partial Regex Dash();

    [GeneratedRegex("[\"“”„«»]")]
    private static partial Regex Quotes();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"\s+([.,;:!?])")]
    private static partial Regex SpaceBefore();

    [GeneratedRegex(@"(?:(?<!\d),|,(?!\d))(?:\s*(?:(?<!\d),|,(?!\d)))*\s*")]
    private static partial Regex Commas();

    [GeneratedRegex(@",\s*([.!?;:])")]
    private static partial Regex CommaBeforeStop();
}
