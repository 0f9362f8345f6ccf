using System.Globalization;
using Humanizer;

namespace TemporalVideo.Studio.Words;

/// <summary>Numbers in words.</summary>
/// <param name="lexicon">The language.</param>
/// <param name="tag">Its IETF tag; regions differ: dezanove and dezenove.</param>
internal sealed class NumberWords(SpeechLexicon lexicon, string tag)
{
    /// <summary>Integers up to here stay in figures: every voice reads them.</summary>
    public const int LargestFigure = 999;

    /// <summary>More digits than this without a separator are a code, not an amount.</summary>
    private const int MostDigits = 12;

    private readonly NumberCulture _culture = new(tag.Equals("pt-BR", StringComparison.OrdinalIgnoreCase) ? "pt-BR" : lexicon.Language);

    /// <summary>"one thousand four hundred and thirty-four".</summary>
    public string Cardinal(long number) => _culture.Name == "pt"
        ? number.ToWords(_culture).Replace("quatorze", "catorze", StringComparison.Ordinal) : number.ToWords(_culture);

    /// <summary>"fourteenth"; in German the stem with <c>e</c>, as after an article.</summary>
    public string Ordinal(int number, string gender = "m") => lexicon.Language switch
    {
        "de" => number.ToOrdinalWords(GrammaticalGender.Feminine, _culture),
        "en" => number.ToOrdinalWords(_culture),
        "it" when number is > 10 and < 100 => Italian(number, gender),
        _ => number.ToOrdinalWords(gender == "f" ? GrammaticalGender.Feminine : GrammaticalGender.Masculine, _culture),
    };

    /// <summary>"tredicesimo": Humanizer writes "trediceesimo".</summary>
    private string Italian(int number, string gender)
    {
        var cardinal = Cardinal(number).Replace('é', 'e');
        var stem = number > 20 && number % 10 is (3 or 6) ? cardinal : cardinal[..^1];
        return $"{stem}esim{(gender == "f" ? "a" : "o")}";
    }

    /// <summary>The number one before a noun.</summary>
    public string One(string gender) => lexicon.One.GetValueOrDefault(gender) ?? lexicon.One.Values.First();

    /// <summary>A number of digits: an integer, or two parts around the point.</summary>
    /// <param name="figures">What was written, separators resolved.</param>
    /// <param name="inWords">Whether small integers become words, too.</param>
    /// <param name="gender">Of what is counted.</param>
    public string Say(Figures figures, bool inWords = false, string gender = "m")
    {
        if (figures.Whole.Length > MostDigits || (figures.Fraction is null && figures.Whole.Length > 1 && figures.Whole[0] == '0'))
        {
            return Digits(figures.Whole + figures.Fraction);
        }

        var whole = long.Parse(figures.Whole, CultureInfo.InvariantCulture);
        return figures.Fraction is { } fraction
            ? $"{Cardinal(whole)} {lexicon.Phrases["point"]} {Places(fraction)}"
            : whole <= LargestFigure && !inWords ? figures.Whole
            : gender == "f" ? whole.ToWords(GrammaticalGender.Feminine, _culture) : Cardinal(whole);
    }

    /// <summary>"plus" or "minus".</summary>
    public string Sign(string sign) => lexicon.Phrases[sign == "+" ? "plus" : "minus"];

    /// <summary>Digit by digit.</summary>
    public string Digits(string digits) => string.Join(' ', digits.Where(char.IsAsciiDigit).Select(digit => Cardinal(digit - '0')));

    /// <summary>A year as people say it: "seventeen eighty-nine".</summary>
    public string Year(int year)
    {
        var (century, rest) = (year / 100, year % 100);
        return lexicon.Language switch
        {
            "en" when year is >= 1100 and < 2000 or >= 1010 and < 1100 or >= 2010 and < 2100 && (century != 10 || rest > 9) => rest switch
            {
                0 => $"{Cardinal(century)} hundred",
                < 10 => $"{Cardinal(century)} oh {Cardinal(rest)}",
                _ => $"{Cardinal(century)} {Cardinal(rest)}",
            },
            "de" when year is >= 1100 and < 2000 => $"{Cardinal(century)}hundert{(rest == 0 ? "" : Cardinal(rest))}",
            _ => Cardinal(year),
        };
    }

    /// <summary>"nineteen nineties"; null where the language has no such name.</summary>
    public string? Decade(int? century, int tens)
    {
        if (lexicon.Decades.Length == 0)
        {
            return null;
        }

        var name = lexicon.Decades[tens];
        return century switch
        {
            null => name,
            20 when tens == 0 && lexicon.Language == "en" => "two thousands",
            20 when lexicon.Language == "de" => $"zweitausend{(tens == 0 ? "er" : name)}",
            _ when lexicon.Language == "de" => $"{Cardinal(century.Value)}{(tens == 0 ? name : "hundert" + name)}",
            _ => $"{Cardinal(century.Value)} {name}",
        };
    }

    private string Places(string fraction) =>
        lexicon.Decimals == "digits" || fraction[0] == '0' || fraction.Length > 2
            ? Digits(fraction)
            : Cardinal(long.Parse(fraction, CultureInfo.InvariantCulture));

    /// <summary>Carries a language's name to Humanizer; the product runs without the data of real cultures.</summary>
    private sealed class NumberCulture(string name) : CultureInfo("")
    {
        public override string Name => name;

        public override CultureInfo Parent => InvariantCulture;
    }
}
