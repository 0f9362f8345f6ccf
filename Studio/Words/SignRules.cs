using System.Text.RegularExpressions;

namespace TemporalVideo.Studio.Words;

/// <summary>Signs in words, and single Greek letters by their names.</summary>
internal sealed partial class SignRules : RuleParts
{
    private const string Article = Start + "(?:l[ea]s?|du|des?|aux?|el|l[ao]s?|il|[oa]s?)";

    public static IEnumerable<SpeechRule> Of(SpeechLexicon lexicon)
    {
        yield return new PatternRule(@"(?<=\d/\d{1,2}\s)[-–](?=\s(?:\d+\s)?\d{1,2}/\d)", _ => lexicon.Phrases["minus"]);
        yield return new PatternRule(
            $@"(?<={Article}\s)[–−-](?=\s\p{{Ll}}{{3,}})", match =>
                More().IsMatch(match.Result("$_")) ? lexicon.Phrases["minus"] : null);
        yield return new PatternRule(@"(?<=^\s*)[×✗✘✕✖](?=\s[\p{L}""“‘'])", _ => lexicon.Phrases["wrong"] + ":");
        // Who gains and who loses: "(+/-)", "(+/0)".
        yield return new PatternRule(
            @"(?<=\([+−–-]?/?)[+−–-](?=(?:/[+−–0-])?\))",
            match => match.Result("$_").Contains('=', StringComparison.Ordinal) ? null
                : lexicon.Phrases[match.Value == "+" ? "plus" : "minus"]);
        yield return new PatternRule($@"(?<=\s)-(?=\s)", _ => ",");
        yield return new PatternRule(@"(?<=^|[(\[]|[:,;]\s|\bsoit\s)[≈≃](?=\s?[\d$€£])", _ => lexicon.Signs["~"]);
        yield return new PatternRule(@"(?<=^|\s)\$(?=\s\D|[.,;:]|$)", _ => lexicon.Phrases["dollar_sign"]);
        yield return new PatternRule($@"(?<=\d)[\s\u00A0]?%", _ => lexicon.Signs["%"]);
        yield return new PatternRule(@"\$(?=[A-Z_]{3,}(?!\p{L}))", _ => lexicon.Phrases["dollar_sign"]);
        yield return new PatternRule(@"(?<=\()\|(?=\))", _ => lexicon.Code["|"]);
        yield return new PatternRule(@"(?<=\p{L}{2,}\s)(?:>>|<<|[<>])(?=\s\(\p{L}|[.,;)]|\s?$)", match => lexicon.Code[match.Value]);
        yield return new PatternRule(@"\|(?=[\p{L}\p{N}][^|]{0,30}\|)", _ => lexicon.Phrase("absolute", "").TrimEnd());
        yield return new PatternRule(@"(?<=\|[\p{L}\p{N}][^|]{0,30})\|", _ => "");
        yield return new PatternRule(
            @"(?<==.*\s)/(?=\s\S)|(?<=\S\s)/(?=\s.*=)", _ => lexicon.Phrase("over", "", "").Trim());
        yield return new PatternRule(@"(?<=[\p{L}\p{P}]\s)/(?=\s[^\p{Ll}\d\s])|(?<=\p{L}{3,}\s)/(?=\s\d)", _ => ",");
        yield return new PatternRule($@"{Start}[xX]\s(?=\d+{End})", _ => lexicon.Phrases["times"] + " ");
        yield return new PatternRule($@"(?<={Start}pH[\s\u00A0])[<>](?=[\s\u00A0]?\d)", match => Bare(lexicon.Signs[match.Value]));
        yield return new PatternRule(@"[\u0394\u2206](?=\p{L}|\s)", _ => lexicon.Greek["δ"]);
        yield return new PatternRule(
            @"(?<=\p{L}{2,}[\s\u00A0]|\p{L}\.[\s\u00A0]|[(\[]|^)[<>](?=[\s\u00A0]?[\d.,]*\d[\s\u00A0]?(?:[%°€]|\p{L}))", match =>
            lexicon.Phrases[match.Value == ">" ? "more_than" : "less_than"]);
        yield return new PatternRule(@"(?<=\p{L}{2,}[\s\u00A0]|[(\[]|^)[≥≤<>](?=[\s\u00A0]?\d)", match =>
            Bare(lexicon.Signs[match.Value]));
        yield return new PatternRule(@"(?<=[=≈<>≤≥≠].*\S[\s\u00A0]?)[✓✔](?=\s*[.!;,)]|\s*$)", _ => $", {lexicon.Phrases["right"]}");
        yield return new PatternRule(
            @"(?<=(?:(?:[A-Z][a-z]?[₀-₉\d]*)+[⁰-⁹²³]?[⁺⁻]?(?:\s?" + ChemistryRule.InAState
                + @")?|[\p{L}+]+\s\+\s\p{Ll}{3,}(?:\s\p{Ll}+)?)\s)"
                + @"[→⟶](?=\s(?:\d*\s?(?:[A-Z][a-z]?[₀-₉\d]*)+(?![\p{Ll}.])|\p{Ll}{3,}))",
            _ => lexicon.Phrases["yields"]);
        yield return new PatternRule(@"(?<=\d)′(?![\d″])", match => match.Result("$_").Contains('°', StringComparison.Ordinal) ? null
            : lexicon.Phrase("prime", "").Trim());
        yield return new PatternRule(@"(?<=\p{L}\s)~(?=\s[√\p{L}1])", _ => lexicon.Signs["∝"]);
        yield return new PatternRule(
            $@"{Start}(?<letter>\p{{L}})[\u0304\u0305](?!\p{{L}})", match => lexicon.Phrase("bar", match.Groups["letter"].Value));
        yield return new PatternRule(@"[Ø⌀∅](?=\s?\d)", _ => lexicon.Signs["⌀"]);
        yield return new PatternRule(@"<(?=[\p{L}_-]+>)|(?<=<[\p{L}_-]+)>", _ => "");
        yield return new PatternRule(@"~(?=/)|(?<=\p{L})~(?!\s)|(?<=\p{L})~(?=,|\s?$)", match => lexicon.Code["~"]);
        yield return new PatternRule(AnyOf(lexicon.Signs.Keys), match => lexicon.Signs[match.Value]);
        yield return new PatternRule(
            @"(?<![\u0370-\u03FF\u1F00-\u1FFF]|[\u0370-\u03FF\u1F00-\u1FFF]{2}\s)[\u0391-\u03C9µ](?![\u0370-\u03FF\u1F00-\u1FFF]"
                + @"|\s[\u0370-\u03FF\u1F00-\u1FFF]{2})",
            match => lexicon.Greek.GetValueOrDefault(match.Value.ToLowerInvariant().Replace('µ', 'μ')));
    }

    /// <summary>"le + salé": a sign for "more" before a word, beside which a dash is "less".</summary>
    [GeneratedRegex(Article + @"\s\+\s\p{Ll}{3,}")]
    private static partial Regex More();

    /// <summary>"at least" of "is at least": after a word that is compared with nothing, as in "Python ≥ 3.8".</summary>
    private static string Bare(string comparison) =>
        comparison.Split(' ', 2) is ["is" or "ist" or "est" or "es" or "è" or "é", var rest] ? rest : comparison;
}
