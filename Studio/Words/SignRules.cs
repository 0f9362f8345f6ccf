namespace TemporalVideo.Studio.Words;

/// <summary>Signs in words, and single Greek letters by their names.</summary>
internal sealed class SignRules : RuleParts
{
    public static IEnumerable<SpeechRule> Of(SpeechLexicon lexicon)
    {
        yield return new PatternRule($@"(?<=\s)-(?=\s)", _ => ",");
        yield return new PatternRule($@"(?<=\d)[\s\u00A0]?%", _ => lexicon.Signs["%"]);
        yield return new PatternRule(AnyOf(lexicon.Signs.Keys), match => lexicon.Signs[match.Value]);
        yield return new PatternRule(
            @"(?<![\u0370-\u03FF\u1F00-\u1FFF]|[\u0370-\u03FF\u1F00-\u1FFF]{2}\s)[\u0391-\u03C9µ](?![\u0370-\u03FF\u1F00-\u1FFF]|\s[\u0370-\u03FF\u1F00-\u1FFF]{2})",
            match => lexicon.Greek.GetValueOrDefault(match.Value.ToLowerInvariant().Replace('µ', 'μ')));
    }
}
