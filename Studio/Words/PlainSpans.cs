using System.Text.RegularExpressions;

namespace TemporalVideo.Studio.Words;

/// <summary>Ranges, ratios and prices without cents in languages without a lexicon: "10–15 км", "1:10 000", "2 500:-".</summary>
internal static partial class PlainSpans
{
    public static IEnumerable<SpeechRule> Rules(PlainLanguage language, string number)
    {
        if (language.Ratio.Length > 0)
        {
            yield return new PatternRule(
                @"(?<=(?<![\d.,:])1):(?=\d{1,3}(?:[ .\u00A0\u202F]\d{3})+(?!\d)|\d{3,}(?![\d:]))|(?<=\d\s):(?=\s\d)",
                _ => $" {language.Ratio} ");
        }

        if (language.Counted.TryGetValue("kr", out var crowns))
        {
            yield return new PatternRule(@"(?<=\d):[-–—](?![\p{L}\p{N}])", _ => $" {crowns.Split(' ')[1]}");
        }

        if (language.Range.Length > 0)
        {
            yield return new PatternRule(
                @"(?<=[-−–+]\d[\d.,]*|\d°)(?:…|\.{3})(?=[-−–+]?\d)", _ => $" {language.Range} ");
        }

        if (language.RangeFrom.Length > 0)
        {
            yield return new PatternRule(
                $@"(?<![\p{{L}}\p{{N}}.,:/+–—-])(?<a>{number})(?=\s?[–—]\s?(?:{number})(?![\d.,:]*\d|[:/–—-]))",
                match => IsGoverned(language, match) ? null : $"{language.RangeFrom} {Figures().Replace(match.Value, "")}");
        }
    }

    /// <summary>Whether a word before it asks for a case of its own, or the range says nothing of an amount.</summary>
    private static bool IsGoverned(PlainLanguage language, Match match) =>
        match.Result("$`").TrimEnd() is [.., '№'] || (WordBefore().Match(match.Result("$`")) is { Success: true } word
            && (word.Groups["word"].Value[^1] == '.' || language.Prepositions.Contains(word.Groups["word"].Value.ToLowerInvariant())));

    [GeneratedRegex(@"(?<word>\p{L}+\.?)\s$")]
    private static partial Regex WordBefore();

    /// <summary>Spaces that group thousands.</summary>
    [GeneratedRegex(@"[\s\u00A0\u202F]")]
    private static partial Regex Figures();
}
