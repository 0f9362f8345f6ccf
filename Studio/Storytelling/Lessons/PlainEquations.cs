using System.Text.RegularExpressions;
using TemporalVideo.Studio.Words;

namespace TemporalVideo.Studio.Storytelling.Lessons;

/// <summary>Tells a line that is an equation, in symbols or in words ("E = mc²", "carbon dioxide + water → glucose + oxygen"), from a
/// sentence that holds one.</summary>
internal static partial class PlainEquations
{
    private const int Longest = 90;

    /// <summary>Whether the whole line is one.</summary>
    public static bool IsOne(string line, string language)
    {
        var bare = line.TrimEnd('.', ' ');
        return bare.Length is > 2 and <= Longest && Form().IsMatch(bare) && !Sentence().IsMatch(bare)
            && !(bare.Contains('→', StringComparison.Ordinal) && !bare.Contains('+', StringComparison.Ordinal) && Word().IsMatch(bare))
            && !(WordsInARow().IsMatch(bare) && !SpeechNormaliser.SaysFormulas(language)) && Sentences.Split(line, language).Count == 1;
    }

    /// <summary>Words or letters, figures and brackets around operators; one equals sign or arrow, or two.</summary>
    [GeneratedRegex(
        @"^(?=[^=→⇌]*[=→⇌])(?!(?:[^=→⇌]*[=→⇌]){3})[\p{L}\d₀-₉ ().,{}^/]+(?:\s*[-−+×·/*^=→⇌√²³⁴±⁺⁻]+\s*[\p{L}\d₀-₉ ().,{}²³⁴⁺⁻^/]*)+$")]
    private static partial Regex Form();

    /// <summary>Three words that no sign parts are a sentence, where its small words are not known.</summary>
    [GeneratedRegex(@"\p{L}{2,}[ ,]+\p{L}{2,}[ ,]+\p{L}{2,}")]
    private static partial Regex WordsInARow();

    [GeneratedRegex(@"\p{L}{3,}")]
    private static partial Regex Word();

    /// <summary>Words that make a sentence of it, and words that explain others, "biotopo (medio físico)".</summary>
    [GeneratedRegex(
        @"(?<![\p{L}])(?:is|are|was|were|has|have|we|you|they|it|if|then|that|this|when|where|so|because|gives?|means?|know|let|find"
            + @"|solve|start|with|for|to|in|the|ist|sind"
        + @"|wir|man|wenn|dann|dass|gilt|für|der|die|das|mit|est|sont|on|nous|si|alors|que|pour|le|la|les|es|son|entonces|para|el|los|con"
        + @"|sono|se|allora|per|il|são"
        + @"|os|as|com|an?(?=\s\p{L}{3})|eine?[nr]?|une?(?=\s\p{L}{3})|un[ao]|uma?(?=\s\p{L}{3}))(?![\p{L}\p{N}])"
        + @"|\p{L}{3,}\s\(\p{L}+(?:\s\p{L}+)+\)",
        RegexOptions.IgnoreCase)]
    private static partial Regex Sentence();
}
