using System.Text.RegularExpressions;

namespace TemporalVideo.Studio.Storytelling.Lessons;

/// <summary>Cuts plain text into sentences. Abbreviations, initials and decimals do not end one.</summary>
internal static partial class SentenceSplitter
{
    private static readonly HashSet<string> Abbreviations = new(StringComparer.OrdinalIgnoreCase)
    {
        "dr", "mr", "mrs", "ms", "prof", "st", "vs", "etc", "no", "fig", "approx", "ca", "cf", "e.g", "i.e", "u.s", "a.m", "p.m",
        "bzw", "usw", "z.b", "d.h", "u.a", "nr", "jh", "chr", "v.chr", "n.chr", "sog", "evtl", "vgl",
    };

    /// <summary>The sentences with the place in the text where each begins.</summary>
    public static IEnumerable<(int Start, string Text)> Split(string text)
    {
        var start = 0;
        foreach (Match end in SentenceEnd().Matches(text))
        {
            if (end.Groups["mark"].Value == "." && IsAbbreviation(text.AsSpan(start, end.Index - start)))
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

    private static bool IsAbbreviation(ReadOnlySpan<char> before)
    {
        var word = before[(before.LastIndexOf(' ') + 1)..].TrimStart("(\"'“„").ToString();
        return Abbreviations.Contains(word)
            || (word.Length == 1 && char.IsLetter(word[0]) && word != "I")
            || (word.Length is 1 or 2 && word.All(char.IsDigit));
    }

    [GeneratedRegex("(?<mark>[.!?…]+)(?<close>[\"'”“’)\\]]*)\\s+(?=[\\p{Lu}\\p{N}\"'“„‘(¿¡])")]
    private static partial Regex SentenceEnd();
}
