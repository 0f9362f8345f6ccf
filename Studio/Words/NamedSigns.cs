using System.Text.RegularExpressions;

namespace TemporalVideo.Studio.Words;

/// <summary>A sign in brackets behind its own name, "a sharp (♯)", "alpha (α)", which is shown and not said twice.</summary>
internal static partial class NamedSigns
{
    /// <summary>The text without such signs.</summary>
    public static string Written(string text, SpeechLexicon lexicon) => Bracketed().Replace(text, match =>
        NameOf(match.Groups["sign"].Value, lexicon) is { Length: > 2 } name
        && match.Groups["word"].Value.TrimEnd('s').Equals(name.TrimEnd('s'), StringComparison.OrdinalIgnoreCase) ? "" : match.Value);

    private static string? NameOf(string sign, SpeechLexicon lexicon) =>
        lexicon.Signs.GetValueOrDefault(sign) ?? lexicon.Greek.GetValueOrDefault(sign) ?? lexicon.Code.GetValueOrDefault(sign)
        ?? sign switch { "+" => lexicon.Phrases["plus"], "-" or "−" or "–" => lexicon.Phrases["minus"], _ => null };

    [GeneratedRegex(@"(?<=\b(?<word>\p{L}{3,}))[\s\u00A0]\((?<sign>[^\s\p{Lu}()\d]{1,2})\)")]
    private static partial Regex Bracketed();
}
