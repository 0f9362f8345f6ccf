using System.Globalization;
using System.Text.RegularExpressions;

namespace TemporalVideo.Studio.Words;

/// <summary>A number as a text writes it.</summary>
/// <param name="Value">What it amounts to.</param>
/// <param name="Unit">What stands beside it: "km", "%", "$", "°C", "million km"; empty without one.</param>
public sealed record NumberValue(double Value, string Unit);

/// <summary>Reads numbers by the language of the text; what can be read in two ways is read by its company or not at all.</summary>
public static partial class NumberReader
{
    private static readonly HashSet<string> CommaDecimals = ["de", "fr", "es", "it", "pt", "nl", "pl", "sv", "da", "nb", "no", "fi", "cs", "el", "tr", "ru", "uk", "hu", "ro", "id", "vi"];

    /// <summary>Words behind a number that make it another: "5 or more".</summary>
    private static readonly HashSet<string> Joining = new(StringComparer.OrdinalIgnoreCase)
    {
        "or", "and", "to", "of", "out", "in", "oder", "und", "bis", "von", "ou", "et", "à", "sur", "o", "y", "a", "de", "e", "su",
    };

    private static readonly Dictionary<char, double> Fractions = new()
    {
        ['½'] = 0.5, ['⅓'] = 1 / 3.0, ['⅔'] = 2 / 3.0, ['¼'] = 0.25, ['¾'] = 0.75, ['⅛'] = 0.125,
    };

    private const string Superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    private static readonly Dictionary<string, double> Scales = new(StringComparer.OrdinalIgnoreCase)
    {
        ["thousand"] = 1e3, ["million"] = 1e6, ["millions"] = 1e6, ["billion"] = 1e9, ["trillion"] = 1e12, ["tausend"] = 1e3, ["millionen"] = 1e6, ["mio."] = 1e6,
        ["milliarden"] = 1e9, ["milliarde"] = 1e9, ["mrd."] = 1e9, ["mille"] = 1e3, ["milliards"] = 1e9, ["mil"] = 1e3, ["millones"] = 1e6, ["millón"] = 1e6,
        ["mila"] = 1e3, ["milioni"] = 1e6, ["miliardi"] = 1e9, ["milhões"] = 1e6, ["bilhões"] = 1e9,
    };

    /// <summary>Reads a cell or phrase that is a number and nothing else but its unit.</summary>
    /// <param name="text">The text.</param>
    /// <param name="language">IETF tag: tells whether 1.434 is one and a half or fourteen hundred.</param>
    /// <param name="value">The number.</param>
    /// <returns>Whether it was read without doubt; "about 5" and "3–5" are not.</returns>
    public static bool TryRead(string text, string language, out NumberValue value)
    {
        value = new NumberValue(0, "");
        var match = Cell().Match(text.Trim());
        if (!match.Success)
        {
            return false;
        }

        var digits = match.Groups["number"].Value;
        if (Digits(digits, language) is not { } number)
        {
            return false;
        }

        number += match.Groups["fraction"].Success ? Fractions[match.Groups["fraction"].Value[0]] : 0;
        if (match.Groups["power"].Success)
        {
            var power = int.Parse(string.Concat(match.Groups["power"].Value.Select(c => Superscripts.IndexOf(c))), CultureInfo.InvariantCulture);
            number = match.Groups["mantissa"].Success && Digits(match.Groups["mantissa"].Value, language) is { } mantissa
                ? mantissa * Math.Pow(number, power)
                : Math.Pow(number, power);
        }

        var unit = match.Groups["unit"].Value.Trim();
        var first = unit.Split(' ')[0];
        if (Joining.Contains(first))
        {
            return false;
        }

        if (Scales.TryGetValue(first, out var scale))
        {
            number *= scale;
            unit = unit[first.Length..].Trim();
        }

        if (match.Groups["sign"].Value is "-" or "−" or "–")
        {
            number = -number;
        }

        value = new NumberValue(number, $"{match.Groups["currency"].Value}{unit}");
        return true;
    }

    /// <summary>Digits with separators: those of the language, unless only the other reading makes sense.</summary>
    private static double? Digits(string text, string language)
    {
        if (text.Length == 0)
        {
            return 0;
        }

        var plain = text.Replace(" ", "", StringComparison.Ordinal).Replace("\u00A0", "", StringComparison.Ordinal)
            .Replace("\u202F", "", StringComparison.Ordinal).Replace("'", "", StringComparison.Ordinal).Replace("’", "", StringComparison.Ordinal);
        var (decimalMark, groupMark) = CommaDecimals.Contains(language.Split('-')[0].ToLowerInvariant()) ? (',', '.') : ('.', ',');
        if (plain.Contains(groupMark) && !Groups(groupMark).IsMatch(plain))
        {
            // "3.5" in a German text is no group of three: then the marks are those of the other languages.
            (decimalMark, groupMark) = (groupMark, decimalMark);
            if (plain.Contains(groupMark) && !Groups(groupMark).IsMatch(plain))
            {
                return null;
            }
        }

        var invariant = plain.Replace(groupMark.ToString(), "", StringComparison.Ordinal).Replace(decimalMark, '.');
        return double.TryParse(invariant, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    private static Regex Groups(char mark) => mark == ',' ? CommaGroups() : PointGroups();

    [GeneratedRegex(@"^\d{1,3}(?:,\d{3})+(?:\.\d+)?$")]
    private static partial Regex CommaGroups();

    [GeneratedRegex(@"^\d{1,3}(?:\.\d{3})+(?:,\d+)?$")]
    private static partial Regex PointGroups();

    [GeneratedRegex(
        @"^(?<sign>[-−–+])?\s*(?<currency>[$€£¥₹])?\s*(?:(?<mantissa>\d[\d.,]*)\s*[×x·]\s*)?(?<number>(?:\d[\d.,'’]*(?:[ \u00A0\u202F]\d{3}(?!\d))*)?)(?<power>[⁰¹²³⁴⁵⁶⁷⁸⁹]+)?\s*(?<fraction>[½⅓⅔¼¾⅛])?(?<=[\d⁰¹²³⁴⁵⁶⁷⁸⁹½⅓⅔¼¾⅛])\s*(?<unit>(?:[%‰°€$£¥₹]|\p{L})[\p{L}%‰°²³/·\. ]{0,24})?$")]
    private static partial Regex Cell();
}
