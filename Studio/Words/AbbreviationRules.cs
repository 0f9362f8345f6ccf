using System.Text.RegularExpressions;

namespace TemporalVideo.Studio.Words;

/// <summary>Abbreviations in full.</summary>
internal sealed class AbbreviationRules : RuleParts
{
    public static IEnumerable<SpeechRule> Of(SpeechLexicon lexicon)
    {
        var beforeNumber = lexicon.Abbreviations.Keys.Where(lexicon.NeedsNumber.Contains).ToList();
        var free = lexicon.Abbreviations.Keys.Except(beforeNumber).ToList();
        yield return new PatternRule(
            $@"{Start}{AnyOf(beforeNumber)}(?!\p{{L}})(?:(?=[\s\u00A0]*\d)|(?<=\d[\s\u00A0]*{AnyOf(beforeNumber)}))",
            match => Full(lexicon, match));
        yield return new PatternRule(
            $@"(?<=\d){AnyOf(beforeNumber.Where(text => text.StartsWith("am", StringComparison.Ordinal) || text.StartsWith("pm", StringComparison.Ordinal)))}{End}",
            match => Full(lexicon, match));
        var closing = lexicon.SentenceMaybe.Select(text => text + ".").Where(free.Contains);
        yield return new PatternRule($@"{Start}{AnyOf(closing)}(?!\p{{L}})(?<end>(?=\s*$|\s+\p{{Lu}}))?", match => Full(lexicon, match));
        yield return new PatternRule($@"{Start}{AnyOf(free)}(?!\p{{L}})(?<end>(?=\s*$))?", match => Full(lexicon, match));
        yield return new PatternRule($@"{Start}{AnyOf(lexicon.MonthShort.Keys)}(?=\s?\d)", match => lexicon.MonthShort[match.Value]);
    }

    /// <summary>A stop that ends the text, too, stays one.</summary>
    private static string Full(SpeechLexicon lexicon, Match match)
    {
        var words = lexicon.Abbreviations[match.Value.Replace('\u00A0', ' ').Replace('\u202F', ' ')];
        return match.Groups["end"].Success && match.Value[^1] == '.' ? words + "." : words;
    }

}
