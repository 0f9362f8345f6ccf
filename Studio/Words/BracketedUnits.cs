using System.Text.RegularExpressions;

namespace TemporalVideo.Studio.Words;

/// <summary>A unit alone in brackets behind what is measured in it: "time (s)" is the time in seconds.</summary>
internal sealed partial class BracketedUnits : RuleParts
{
    /// <summary>Symbols that are words, names or other abbreviations as often.</summary>
    private static readonly HashSet<string> Ambiguous =
        ["in", "ft", "min", "pm", "mi", "ha", "rad", "bar", "sec", "yd", "pt", "gal", "mM", "AU", "ly", "pc", "cd", "lm", "GB"];

    private static readonly HashSet<string> ShortRates = ["m/s", "g/l", "g/L", "J/K", "V/m", "N/m", "N/C", "J/C", "J/s", "L/s", "l/s"];

    private readonly SpeechLexicon _lexicon;
    private readonly UnitRules _units;
    private readonly CompoundUnits _compounds;
    private readonly Regex _bracket;

    public BracketedUnits(SpeechLexicon lexicon, UnitRules units, CompoundUnits compounds)
    {
        (_lexicon, _units, _compounds) = (lexicon, units, compounds);
        _bracket = new Regex(
            $@"(?<=\p{{L}}{{2,}}[\s\u00A0])[(\[](?<in>in\s|en\s|em\s)?(?:{units.Pattern}|(?<many>{CompoundUnits.Pattern}))[)\]]",
            RegexOptions.CultureInvariant);
    }

    /// <summary>The text with the words of such units.</summary>
    public string Written(string text) => !text.AsSpan().ContainsAny('(', '[') ? text
        : _bracket.Replace(text, match => IsInFormula(text, match.Index) ? match.Value
            : Words(match, text[..match.Index].TrimEnd()) is { } words ? words.Length == 0 ? "" : _lexicon.Phrase("in_unit", words)
            : match.Value);

    private string? Words(Match match, string before)
    {
        if (match.Groups["many"].Success)
        {
            return _compounds.Words(match.Groups["many"].Value, many: true, alone: true) is { } compound ? Measured(compound) : null;
        }

        var words = _units.Unit(match, many: true);
        return Names(before, _units.Unit(match, many: false)) ? match.Groups["unit"].Length > 1 ? "" : null
            : !(match.Groups["in"].Success || IsMeant(match, before)) ? null
            : Measured(words);
    }

    /// <summary>Whether nothing but the unit can be meant: a letter needs its quantity before it.</summary>
    private bool IsMeant(Match match, string before)
    {
        var unit = match.Groups["unit"].Value;
        if (match.Groups["per"].Success)
        {
            return match.Groups["pow"].Success || match.Groups["perpow"].Success
                || unit.Length + match.Groups["per"].Length > 2 || ShortRates.Contains($"{unit}/{match.Groups["per"].Value}");
        }

        if (match.Groups["pow"].Success || unit is "°" or "Ω")
        {
            return true;
        }

        if (unit is "%" or "‰")
        {
            return _lexicon.Language is "en" or "de";
        }

        if (unit.Length == 1 || unit == "min")
        {
            return _lexicon.Quantities.TryGetValue(unit, out var quantities)
                && !NormalForce().IsMatch(before) && LastWords().Match(before).Groups["word"].Captures.Any(word =>
                    quantities.Exists(quantity => word.Value.EndsWith(quantity, StringComparison.OrdinalIgnoreCase)));
        }

        return !Ambiguous.Contains(unit)
            && (unit.Any(char.IsLower) || unit is "MW" or "GW" or "TW" or "MJ" or "GJ" or "MV");
    }

    /// <summary>Whether the unit's own name stands before the bracket, "kilometres (km)": then a sign of letters that
    /// would be said in the same words is only shown.</summary>
    private static bool Names(string before, string unit)
    {
        var (last, name) = (before.Split(' ', '\u00A0', '-')[^1], unit.Split(' ')[^1]);
        return name.Length > 0 && last.StartsWith(name[..Math.Min(name.Length, 4)], StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>German has the dative: "in Metern pro Sekunde".</summary>
    private string Measured(string words) => _lexicon.Language == "de" ? Nominative().Replace(words, "${unit}n") : words;

    [GeneratedRegex(@"^(?<unit>\p{L}*(?:[Mm]eter|[Ll]iter))(?!\p{L})")]
    private static partial Regex Nominative();

    /// <summary>N is its letter, too.</summary>
    [GeneratedRegex(@"normal\p{L}*(?:\s\p{L}+)?$", RegexOptions.IgnoreCase)]
    private static partial Regex NormalForce();

    [GeneratedRegex(@"(?:(?<![\p{L}-])(?<word>\p{L}+)\s){0,1}(?<word>\p{L}+)$")]
    private static partial Regex LastWords();
}
