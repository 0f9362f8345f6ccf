namespace TemporalVideo.Studio.Words;

/// <summary>French courts as judgements name them: "Cass. civ. 1re, 20 févr. 2001", "Crim., 5 mai 2015".</summary>
internal sealed class CourtRules : RuleParts
{
    private const string Date = @"(?=,?[\s\u00A0]\d)";

    public static IEnumerable<SpeechRule> Of()
    {
        yield return new PatternRule(
            $@"{Start}Cass\.(?<more>(?=\s(?:[Cc]iv|[Cc]rim|[Ss]oc|[Cc]om)\.))?",
            match => match.Groups["more"].Success ? "Cour de cassation," : "Cour de cassation");
        yield return new PatternRule(
            $@"{Start}[Cc]iv\.\s(?<n>1|2|3)(?:re|ère|e|ème){End}",
            match => $"{(match.Groups["n"].Value switch { "1" => "première", "2" => "deuxième", _ => "troisième" })} chambre civile");
        yield return new PatternRule($@"{Start}[Cc]rim\.{Date}", _ => "chambre criminelle");
        yield return new PatternRule($@"{Start}[Ss]oc\.{Date}", _ => "chambre sociale");
    }
}
