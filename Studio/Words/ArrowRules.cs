using System.Text.RegularExpressions;

namespace TemporalVideo.Studio.Words;

/// <summary>
/// Arrows in prose. Behind "see" and at the start of a remark they only point; between clauses, behind an answer and before a result they
/// are a pause; between short terms one follows the other. What reacts and what is mapped has rules of its own.
/// </summary>
internal sealed partial class ArrowRules : RuleParts
{
    private const int LongestTerm = 3;

    private readonly SpeechLexicon _lexicon;

    private ArrowRules(SpeechLexicon lexicon) => _lexicon = lexicon;

    public static IEnumerable<SpeechRule> Of(SpeechLexicon lexicon)
    {
        var rules = new ArrowRules(lexicon);
        yield return new PatternRule(@"(?<=\p{Ll}{3,}\s?)[↑↓](?=\s?(?:[,;.:)]|$)|\s\p{Ll})", rules.Trend);
        yield return new PatternRule($"{TypedSigns.Arrow}", _ => $"{lexicon.Phrases["then"]} ");
        yield return new PatternRule(@"(?:→|⟶|➔|➜|➡|(?<=^|\s)[-=]{1,2}>(?=\s))", rules.Said);
    }

    private string? Said(Match match)
    {
        var before = LastPart().Match(match.Result("$`")).Value.Trim();
        var after = FirstPart().Match(match.Result("$'")).Value.Trim();
        if (before.Length == 0 && match.Result("$`").TrimEnd() is [.., '.'])
        {
            return ", ";
        }

        // "to" parts the sides of a ratio.
        if (Ratio().IsMatch(match.Result("$_")) && IsTerm(after))
        {
            return ", ";
        }

        if (State().IsMatch(match.Result("$`")))
        {
            return null;
        }

        if (before.Length == 0 || Seen().IsMatch(before))
        {
            return " ";
        }

        if (match.Value[^1] == '>' && IsTerm(before) && IsTerm(after) && before.Any(char.IsAsciiDigit))
        {
            return ", ";
        }

        if (match.Value[^1] == '>' && IsTerm(before) && IsTerm(after))
        {
            return $" {_lexicon.Code["=>"]} ";
        }

        if (after.Length == 0 || before.Contains(" + ", StringComparison.Ordinal) || (Formula().IsMatch(before) && Symbols().IsMatch(after))
            || (Sound().IsMatch(before) && Sound().IsMatch(after.Split(' ')[0])))
        {
            return null;
        }

        if (Result().IsMatch(before) && match.Value[^1] != '>')
        {
            return ", ";
        }

        if (IsTerm(before) && IsTerm(after))
        {
            return _lexicon.Language != "en" && Amount().IsMatch(before) && Amount().IsMatch(after) ? $"{_lexicon.Phrases["then"]} " : null;
        }

        var isResult = before.Contains('=', StringComparison.Ordinal) || after.Contains('=', StringComparison.Ordinal);
        return isResult || Words(before) > LongestTerm || Words(after) > LongestTerm || Ended().IsMatch(before) || Answer().IsMatch(before)
            ? ", " : $"{_lexicon.Phrases["then"]} ";
    }

    /// <summary>What rises and falls: "price ↑, demand ↓"; keys and directions are only named.</summary>
    private string? Trend(Match match) =>
        Keys().IsMatch(LastSentence().Match(match.Result("$`")).Value) ? null
            : $" {_lexicon.Phrases[match.Value == "↑" ? "rising" : "falling"]}";

    private static int Words(string part) => part.Split([' ', '\u00A0'], StringSplitOptions.RemoveEmptyEntries).Length;

    [GeneratedRegex(@"(?<![\d.,:])\d+\s?:\s?\d+(?![\d.,:])")]
    private static partial Regex Ratio();

    [GeneratedRegex(@"[^.!?;]*$")]
    private static partial Regex LastSentence();

    [GeneratedRegex(@"\b(?:keys?|press\w*|buttons?|arrows?|Tasten?|drück\w*|Pfeil\w*|touches?|appuy\w*|flèches?|teclas?|puls\w*|presion\w*"
        + @"|flechas?|tast[oi]|prem\w*|frecc\w*|setas?|pression\w*)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Keys();

    /// <summary>What reacts, with its state: "Cl₂(g)".</summary>
    [GeneratedRegex(@"[\p{L}\d₀-₉]\s?" + ChemistryRule.InAState + @"\s$")]
    private static partial Regex State();

    /// <summary>A letter, a number or a formula.</summary>
    private static bool IsTerm(string part) => !Word().IsMatch(part);

    [GeneratedRegex(@"^\d*\s?(?:[A-Z][a-z]?[₀-₉\d]*)+(?![\p{Ll}.])|^\p{Ll}{3,}")]
    private static partial Regex Symbols();

    /// <summary>One or two letters: a sound that changes, "e → ie".</summary>
    [GeneratedRegex(@"(?:^|\s)\p{Ll}{1,2}$")]
    private static partial Regex Sound();

    [GeneratedRegex("[=≈<>≤≥∝]")]
    private static partial Regex Result();

    [GeneratedRegex(@"^[\d.,\s]+(?:\P{N}{1,4})?$")]
    private static partial Regex Amount();

    /// <summary>What reacts, by its symbols.</summary>
    [GeneratedRegex(@"(?:^|\s)(?:[A-Z][a-z]?[₀-₉\d]*){1,}[⁰-⁹²³]?[⁺⁻]?$")]
    private static partial Regex Formula();

    [GeneratedRegex(@"\p{L}{3,}")]
    private static partial Regex Word();

    [GeneratedRegex(@"(?:[^.;:()→⟶]|\.\d)*$|[^;:()→⟶]*[?!][\s""”»]*$")]
    private static partial Regex LastPart();

    [GeneratedRegex(@"^\s*(?:[^.;:()→⟶]|\.\d)*")]
    private static partial Regex FirstPart();

    [GeneratedRegex(@"[?!][""”»]?$")]
    private static partial Regex Ended();

    [GeneratedRegex(@"^(?:yes|no|ja|nein|oui|non|sí|si|sì|sim|não|true|false|richtig|falsch|vrai|faux|vero|falso|verdadero|verdadeiro)$",
        RegexOptions.IgnoreCase)]
    private static partial Regex Answer();

    [GeneratedRegex(
        @"(?:^|\s)(?:see|cf\.?|siehe|vgl\.?|s\.|voir|ver|véase|vid\.?|vedi|veja|vide)(?:\s(?:also|auch|aussi|también|anche|também))?$",
        RegexOptions.IgnoreCase)]
    private static partial Regex Seen();
}
