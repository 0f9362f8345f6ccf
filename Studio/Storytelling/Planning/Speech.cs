using System.Text.RegularExpressions;

namespace TemporalVideo.Studio.Storytelling.Planning;

/// <summary>Makes a written sentence speakable by rules that change no meaning: signs become words, and "1455: …" becomes "In 1455, …".</summary>
internal static partial class Speech
{
    public static string Adapt(string sentence, string language)
    {
        var german = language.StartsWith("de", StringComparison.OrdinalIgnoreCase);
        if (Timeline.YearOf(sentence) is { Success: true } year)
        {
            sentence = german ? $"Im Jahr {year.Groups["year"]}: {year.Groups["text"]}" : $"In {year.Groups["year"]}, {year.Groups["text"]}";
        }

        foreach (var (sign, english, deutsch) in Signs)
        {
            sentence = sentence.Replace(sign, german ? deutsch : english, StringComparison.Ordinal);
        }

        sentence = Parenthesis().Replace(sentence, "");
        sentence = Spaces().Replace(sentence, " ").Trim();
        return sentence.Length > 0 && char.IsLetterOrDigit(sentence[^1]) ? sentence + "." : sentence;
    }

    private static readonly (string Sign, string English, string German)[] Signs =
    [
        (" %", " percent", " Prozent"), ("%", " percent", " Prozent"), (" & ", " and ", " und "), ("°C", " degrees Celsius", " Grad Celsius"),
        ("e.g.", "for example", "zum Beispiel"), ("i.e.", "that is", "das heißt"), ("z. B.", "for example", "zum Beispiel"),
        ("d. h.", "that is", "das heißt"), ("CO₂", "carbon dioxide", "Kohlendioxid"), ("CO2", "carbon dioxide", "Kohlendioxid"), ("H₂O", "water", "Wasser"),
    ];

    [GeneratedRegex(@"\s*\([^()]*\)")]
    private static partial Regex Parenthesis();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
