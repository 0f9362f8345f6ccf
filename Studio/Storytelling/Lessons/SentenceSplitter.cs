using System.Text.RegularExpressions;

namespace TemporalVideo.Studio.Storytelling.Lessons;

/// <summary>Cuts plain text into sentences. Abbreviations, initials, ordinals and decimals do not end one.</summary>
internal static partial class SentenceSplitter
{
    private static readonly HashSet<string> Abbreviations = new(StringComparer.OrdinalIgnoreCase)
    {
        "dr", "mr", "mrs", "ms", "prof", "st", "vs", "no", "fig", "approx", "ca", "cf", "e.g", "i.e", "eq", "gen", "col", "capt", "sen", "rev", "vol", "pp", "ed", "al",
        "bzw", "z.b", "d.h", "u.a", "nr", "v.chr", "n.chr", "sog", "evtl", "vgl", "abb", "bspw", "ggf", "inkl", "kap", "mio", "mrd", "str", "usf",
        "p.ex", "env", "mme", "mlle", "éd", "chap", "sr", "sra", "srta", "ej", "pág", "núm", "aprox", "ud", "dott", "sig", "ecc", "pag", "es", "art", "cap",
    };

    /// <summary>These end a sentence when a capital follows.</summary>
    private static readonly HashSet<string> MayEnd = new(StringComparer.OrdinalIgnoreCase) { "etc", "usw", "u.s", "a.m", "p.m", "b.c", "a.d", "jh", "chr" };

    /// <summary>Write ordinals with a point: "am 3. Mai".</summary>
    private static readonly HashSet<string> PointedOrdinals = ["de", "da", "nb", "no", "cs", "sk", "pl", "hu", "fi", "hr", "sl", "tr", "et", "lv"];

    /// <summary>The sentences with the place in the text where each begins.</summary>
    /// <param name="text">Plain text.</param>
    /// <param name="language">IETF tag; it tells what a point after a number means.</param>
    public static IEnumerable<(int Start, string Text)> Split(string text, string language = "en")
    {
        var start = 0;
        foreach (Match end in SentenceEnd().Matches(text))
        {
            if (end.Groups["mark"].Value == "." && IsAbbreviation(text.AsSpan(start, end.Index - start), language))
            {
                continue;
            }

            var stop = end.Index + end.Groups["mark"].Length + end.Groups["close"].Length;
            yield return (start, text[start..stop]);
            start = end.Index + end.Length;
        }

        if (start < text.Length && text[start..].Trim() is { Length: > 0 } rest)
        {
            yield return (start, rest);
        }
    }

    private static bool IsAbbreviation(ReadOnlySpan<char> before, string language)
    {
        var word = before[(before.LastIndexOfAny(' ', '\n') + 1)..].TrimStart("(\"'“„").ToString();
        return !MayEnd.Contains(word)
            && (Abbreviations.Contains(word)
                || (word.Length == 1 && char.IsLetter(word[0]) && word != "I")
                || (word.Length is 1 or 2 && word.All(char.IsDigit) && PointedOrdinals.Contains(language.Split('-')[0])));
    }

    [GeneratedRegex("(?:(?<mark>[.!?…؟۔]+)(?<close>[\"'”“’»)\\]]*)\\s+(?=[\\p{Lu}\\p{Lo}\\p{N}\\p{Ps}\\p{So}\"'“„‘«(¿¡]))|(?:(?<mark>[。！？।॥]+)(?<close>[」』”）]*)\\s*(?=.))", RegexOptions.Singleline)]
    private static partial Regex SentenceEnd();
}
