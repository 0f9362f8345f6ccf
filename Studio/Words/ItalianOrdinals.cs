namespace TemporalVideo.Studio.Words;

/// <summary>Roman numerals before an Italian noun: "IV ora", "dalla I alla III ora", "il XIX secolo" are ordinals of its gender.</summary>
internal sealed class ItalianOrdinals : RuleParts
{
    private const string Feminine = "or[ae]|class[ei]|lezion[ei]|guerr[ae]|edizion[ei]|scen[ae]|part[ei]|fas[ei]|medi[ae]|superior[ei]"
        + "|elementar[ei]|settiman[ae]|giornat[ae]|tapp[ae]|fil[ae]|unità|legislatura|crociata|strofa|declinazione|coniugazione";

    private const string Masculine = "secol[oi]|att[oi]|cant[oi]|capitol[oi]|libr[oi]|volum[ei]|quadrimestre|trimestre|semestre"
        + "|millenni[oi]|grado|gruppo|livello|piano|turno";

    public static IEnumerable<SpeechRule> Of(NumberWords numbers)
    {
        yield return new PatternRule(
            $@"{Start}(?<r>[IVX]+)(?=\s(?:(?:e|o)\s[IVX]+\s)?(?:{Feminine})\b)"
                + $@"|(?<=\b(?:[Ll]a|[Aa]lla|[Dd]alla|[Dd]ella|[Nn]ella|[Ll]e|[Aa]lle|[Dd]alle)\s)(?<r>[IVX]+){End}(?!\.|')",
            match => RomanNumerals.Value(match.Groups["r"].Value) is { } value ? numbers.Ordinal(value, "f") : null);
        yield return new PatternRule(
            $@"{Start}(?<r>[IVX]+)(?=\s(?:(?:e|o)\s[IVX]+\s)?(?:(?:{Masculine})\b|sec\.))",
            match => RomanNumerals.Value(match.Groups["r"].Value) is { } value ? numbers.Ordinal(value) : null);
    }
}
