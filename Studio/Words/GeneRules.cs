using System.Text.RegularExpressions;

namespace TemporalVideo.Studio.Words;

/// <summary>
/// Genotypes by their letters, "Aa", "RrYy", whose size tells which allele is meant; crosses of two; and the ends of a strand of DNA,
/// "5'-ATG-3'".
/// </summary>
internal sealed partial class GeneRules : RuleParts
{
    private const string Pair = @"(?:(?<l>\p{L})(?i:\k<l>)(?-i)){1,3}";

    public static IEnumerable<SpeechRule> Of(SpeechLexicon lexicon, NumberWords numbers)
    {
        yield return new PatternRule(
            $@"{Start}(?<a>{Pair})(?:\s?[×x]\s?(?<b>{Pair}))?{End}",
            match => !AreMeant(match) ? null : Alleles(lexicon, match.Groups["a"].Value) + (match.Groups["b"].Success
                ? $" {lexicon.Phrases["crossed"]} {Alleles(lexicon, match.Groups["b"].Value)}" : ""));
        yield return new PatternRule(
            @"(?<=^|[\s(–—/-])(?<n>[35])['’′](?<gap>[-–](?=[ACGTU]{2})|(?![\p{L}\p{N}]))",
            match => Strand().IsMatch(match.Result("$_")) ? Primed(lexicon, numbers, match) + (match.Groups["gap"].Length > 0 ? " " : "")
                : null);
        yield return new PatternRule($@"{Start}[ACGTU]{{3,15}}{End}", match =>
            Strand().IsMatch(match.Result("$_")) ? string.Join(' ', match.Value.ToCharArray()) : null);
        yield return new PatternRule(
            @"(?<=[ACGTU]{2})[-–](?<n>[35])['’′](?![\p{L}\p{N}])",
            match => Strand().IsMatch(match.Result("$_")) ? " " + Primed(lexicon, numbers, match) : null);
    }

    private static string Primed(SpeechLexicon lexicon, NumberWords numbers, Match match) =>
        lexicon.Phrase("prime", numbers.Cardinal(match.Groups["n"].Value[0] - '0'));

    private static string Alleles(SpeechLexicon lexicon, string letters) => string.Join(' ', letters.Select(letter =>
        lexicon.Phrase(char.IsUpper(letter) ? "dominant" : "recessive", char.ToUpperInvariant(letter).ToString())));

    /// <summary>Whether some pair of the text has one letter in both sizes, or two pairs have it in one size each.</summary>
    private static bool AreMeant(Match match)
    {
        var pairs = Pairs().Matches(match.Result("$_")).Select(pair => pair.Value).ToList();
        return pairs.Exists(pair => pair[0] != pair[1])
            || pairs.Exists(pair => char.IsUpper(pair[0]) && pair[0] is not ('I' or 'V' or 'X') && pairs.Contains(pair.ToLowerInvariant()));
    }

    [GeneratedRegex(@"(?<![\p{L}\p{N}'’])" + Pair + @"(?![\p{L}\p{N}'’])")]
    private static partial Regex Pairs();

    /// <summary>What speaks of a strand, or its two ends.</summary>
    [GeneratedRegex(@"\b(?:DNA|m?RNA|ADN|ARN|codon|primer|nucleot|polymerase|strand|Strang|brin|cadena|hebra|filamento|fita)"
        + @"|[35]['’′][\s-](?:end|Ende|UTR|cap)\b|5['’′].*3['’′]|3['’′].*5['’′]", RegexOptions.IgnoreCase)]
    private static partial Regex Strand();
}
