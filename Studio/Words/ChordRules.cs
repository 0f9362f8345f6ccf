using System.Text.RegularExpressions;

namespace TemporalVideo.Studio.Words;

/// <summary>Roman numerals of chords ("I–V–vi–IV", "vii° is diminished") and of centuries and chapters in texts.</summary>
internal sealed partial class ChordRules : RuleParts
{
    private const string Numeral = "VII|VI|IV|V|III|II|I|vii|vi|iv|v|iii|ii|i";

    /// <summary>A numeral as a chord bears it; in a text that speaks of chords, or in a row of three.</summary>
    public static IEnumerable<SpeechRule> Of(SpeechLexicon lexicon, NumberWords numbers)
    {
        yield return new PatternRule(
            $@"{Start}(?<r>{Numeral})(?<kind>[°o]|7)?(?![\p{{L}}\p{{N}}'’])(?<dash>\s?[–-]\s?(?=(?:{Numeral})(?![\p{{L}}'’])))?",
            match => IsChord(match) ? Say(lexicon, numbers, match) : null);
        yield return new PatternRule(
            $@"(?<=(?:^|\s|[–-])(?:{Numeral})7?\s?)\|\s?(?=(?:{Numeral})(?![\p{{L}}'’]))", _ => ", ");
        var shortest = lexicon.Language == "en" ? 3 : 2;
        yield return new PatternRule(
            $@"{Start}(?<![-–])(?<r>[IVX]{{{shortest},6}}){End}(?![.-]\p{{L}}|\.?\s(?:secol[oi]|sec\.))",
            match => RomanNumerals.Value(match.Value) is { } value && !NamedBefore().IsMatch(match.Result("$`"))
                && match.Result("$_").Any(char.IsLower) ? numbers.Cardinal(value) : null);
    }

    private static bool IsChord(Match match)
    {
        var (before, after) = (match.Result("$`"), match.Result("$'"));
        var inRow = match.Groups["dash"].Success || ChordBefore().IsMatch(before) || Row().IsMatch(match.Value + after);
        var rows = Row().IsMatch(match.Result("$_"));
        if (inRow && rows)
        {
            return true;
        }

        return Music().IsMatch(match.Result("$_")) && (match.Groups["r"].Length > 1 || match.Groups["kind"].Success
            || inRow || (match.Value is "I" or "V" && Listed().IsMatch(after)) || (match.Value == "V" && !after.StartsWith('.')));
    }

    private static string Say(SpeechLexicon lexicon, NumberWords numbers, Match match)
    {
        var number = numbers.Cardinal(RomanNumerals.Value(match.Groups["r"].Value.ToUpperInvariant())!.Value);
        var kind = match.Groups["kind"].Value switch
        {
            "" => "",
            "7" => " " + numbers.Cardinal(7),
            _ => $" {lexicon.Phrases["diminished"]}",
        };
        return number + kind + (match.Groups["dash"].Success ? "," : "");
    }

    [GeneratedRegex($@"(?:^|[\s(–-])(?:{Numeral})[°7]?(?:\s?[–|-]\s?|\s)$")]
    private static partial Regex ChordBefore();

    /// <summary>Three numerals and more.</summary>
    [GeneratedRegex($@"(?<![\p{{L}}\p{{N}}])(?:{Numeral})[°7]?(?:(?:\s?[–|-]\s?|\s)(?:{Numeral})[°7]?(?![\p{{L}}\p{{N}}'’])){{2,}}")]
    private static partial Regex Row();

    [GeneratedRegex(@"\b(?:chords?|cadences?|triads?|progressions?|harmon\w+|Akkord\w*|Kadenz\w*|Dreiklang\w*|Stufen?|accords?|acordes?"
        + @"|accord[oi]|cadenz[ae]|cadências?|cadencias?|tonic|dominant|subdominant)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Music();

    /// <summary>A single "I" is a numeral in a list, else a person.</summary>
    [GeneratedRegex(@"^(?:[,;.):]|\s(?:and|or|und|oder|et|ou|y|o|e)\s(?:I|V)|$)")]
    private static partial Regex Listed();

    /// <summary>A monarch or a pope: their number is an ordinal in many languages.</summary>
    [GeneratedRegex(@"\p{Lu}\p{Ll}+\s$")]
    private static partial Regex NamedBefore();
}
