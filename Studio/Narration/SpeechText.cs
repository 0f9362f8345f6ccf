using System.Text.RegularExpressions;

namespace TemporalVideo.Studio.Narration;

/// <summary>Rewrites English text for a synthesiser that knows only ASCII: symbols, units and abbreviations become words.</summary>
internal static partial class SpeechText
{
    private const string Accented = "àáâãäåçèéêëìíîïñòóôõöøùúûüýÿÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝ";
    private const string Base = "aaaaaaceeeeiiiinoooooouuuuyyAAAAAACEEEEIIIINOOOOOOUUUUY";

    private static readonly (string Symbol, string Words)[] Symbols =
    [
        ("°C", " degrees Celsius"), ("°F", " degrees Fahrenheit"), ("°", " degrees"), ("%", " percent"), ("‰", " per thousand"),
        ("×", " times "), ("÷", " divided by "), ("±", " plus or minus "), ("≈", " about "), ("≤", " at most "), ("≥", " at least "),
        ("→", " to "), ("½", " one half"), ("¼", " one quarter"), ("¾", " three quarters"), ("⅓", " one third"), ("⅔", " two thirds"),
        ("&", " and "), ("€", " euros "), ("π", " pi "), ("λ", " lambda "), ("µ", "μ"), ("²", " squared"), ("³", " cubed"),
        ("ß", "ss"), ("æ", "ae"), ("œ", "oe"), ("“", ""), ("”", ""), ("„", ""), ("«", ""), ("»", ""), ("\"", ""), ("’", "'"), ("‘", "'"), ("…", ", "), ("—", ", "), ("(", ", "), (")", ", "),
    ];

    private static readonly (string Unit, string One, string Many)[] Units =
    [
        ("km/h", "kilometre per hour", "kilometres per hour"), ("km/s", "kilometre per second", "kilometres per second"),
        ("m/s", "metre per second", "metres per second"), ("mph", "mile per hour", "miles per hour"),
        ("km", "kilometre", "kilometres"), ("cm", "centimetre", "centimetres"), ("mm", "millimetre", "millimetres"),
        ("μm", "micrometre", "micrometres"), ("nm", "nanometre", "nanometres"), ("kg", "kilogram", "kilograms"), ("mg", "milligram", "milligrams"),
        ("kHz", "kilohertz", "kilohertz"), ("MHz", "megahertz", "megahertz"), ("GHz", "gigahertz", "gigahertz"), ("Hz", "hertz", "hertz"),
        ("kW", "kilowatt", "kilowatts"), ("ms", "millisecond", "milliseconds"), ("ml", "millilitre", "millilitres"),
        ("m", "metre", "metres"), ("g", "gram", "grams"), ("s", "second", "seconds"), ("h", "hour", "hours"), ("W", "watt", "watts"),
        ("V", "volt", "volts"), ("J", "joule", "joules"), ("N", "newton", "newtons"), ("L", "litre", "litres"), ("l", "litre", "litres"),
    ];

    private static readonly (string Short, string Words)[] Abbreviations =
    [
        ("e.g.", "for example"), ("i.e.", "that is"), ("etc.", "and so on"), ("vs.", "versus"), ("approx.", "approximately"), ("ca.", "about"),
    ];

    /// <summary>The text in words and ASCII characters.</summary>
    /// <param name="text">A sentence.</param>
    public static string Normalize(string text)
    {
        var words = Subscripts(text);
        foreach (var (abbreviation, spelled) in Abbreviations)
        {
            words = words.Replace(abbreviation, spelled, StringComparison.Ordinal);
        }

        words = NumberRange().Replace(words.Replace("µ", "μ", StringComparison.Ordinal), "$1 to $2");
        words = MinusSign().Replace(words, "minus ");
        words = Dash().Replace(words, ", ");
        foreach (var (unit, one, many) in Units)
        {
            words = Regex.Replace(words, $@"(?<=(?<n>\d[\d.,]*)\s?){Regex.Escape(unit)}(?![\w/])", match => " " + (match.Groups["n"].Value == "1" ? one : many));
        }

        foreach (var (symbol, spelled) in Symbols)
        {
            words = words.Replace(symbol, spelled, StringComparison.Ordinal);
        }

        words = Equation().Replace(words, " equals ");
        words = Acronym().Replace(words, match => string.Join(' ', match.Value.ToCharArray()));
        return Tidy(Ascii(words));
    }

    /// <summary>CO₂ is read C O 2.</summary>
    private static string Subscripts(string text) =>
        string.Concat(text.Select(character => character is >= '₀' and <= '₉' ? $" {character - '₀'}" : character.ToString()));

    /// <summary>Leaves letters their base form: é becomes e. What is no letter then is left out.</summary>
    private static string Ascii(string text) => string.Concat(text.Select(character =>
        character is >= ' ' and < (char)127 ? character.ToString() : Accented.IndexOf(character) is >= 0 and var at ? Base[at].ToString() : ""));

    private static string Tidy(string text) =>
        CommaBeforeStop().Replace(RepeatedComma().Replace(Spaces().Replace(text, " "), ", "), "$1").Trim(' ', ',');

    [GeneratedRegex(@"(\d)\s?[–-]\s?(?=\d)(\d)")]
    private static partial Regex NumberRange();

    [GeneratedRegex(@"(?<![\w)])[−–-](?=\d)")]
    private static partial Regex MinusSign();

    [GeneratedRegex(@"\s*–\s*|\s+-\s+")]
    private static partial Regex Dash();

    [GeneratedRegex(@"\s*=\s*")]
    private static partial Regex Equation();

    /// <summary>Names that are read letter by letter and that the synthesiser would read as a word.</summary>
    [GeneratedRegex(@"\b(?:DNA|RNA|ATP|UV|CO|UK|EU|USA|AI|GPS|LED|CPU|PDF|TV)\b")]
    private static partial Regex Acronym();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    /// <summary>Commas with the spaces around them, but not those inside numbers.</summary>
    [GeneratedRegex(@"(?:\s*(?:(?<!\d),|,(?!\d)))+\s*")]
    private static partial Regex RepeatedComma();

    [GeneratedRegex(@",\s*([.!?;:])")]
    private static partial Regex CommaBeforeStop();
}
