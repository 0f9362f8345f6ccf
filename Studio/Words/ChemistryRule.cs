using System.Text.RegularExpressions;

namespace TemporalVideo.Studio.Words;

/// <summary>Chemical formulas, letter by letter: "C O two"; their states in words; amounts of them: "n(H₂)".</summary>
/// <param name="lexicon">The words of states and amounts.</param>
/// <param name="numbers">Says the counts.</param>
internal sealed partial class ChemistryRule(SpeechLexicon lexicon, NumberWords numbers) : SpeechRule
{
    /// <summary>Matches the state of a substance in brackets: solid, liquid, gas, in water.</summary>
    public const string InAState = @"\((?:aq|s|l|g)\)";

    private const string State = @"(?:\s?\((?<state>aq|s|l|g)\))?";

    private const string Element =
        "(?:He|Li|Be|Ne|Na|Mg|Al|Si|Cl|Ar|Ca|Sc|Ti|Cr|Mn|Fe|Co|Ni|Cu|Zn|Ga|Ge|As|Se|Br|Kr|Rb|Sr|Zr|Ag|Cd|Sn|Sb|Te|Xe|Cs|Ba|Pt|Au|Hg|Pb|Bi"
            + "|Ra|H|B|C|N|O|F|P|S|K|V|I|U|e(?=[⁺⁻]))";

    public override SpokenPiece? At(string text, int at)
    {
        if (Amount().Match(text, at) is { Success: true } amount
            && Formula().Match(amount.Groups["of"].Value) is { Success: true } substance
            && substance.Length == amount.Groups["of"].Length
            && (IsChemical(substance.Groups["formula"].Value) || IsLongElement(substance)))
        {
            return new SpokenPiece(amount.Length, lexicon.Phrase("of", amount.Groups["q"].Value, Said(substance)));
        }

        var match = Formula().Match(text, at);
        return match.Success && (IsChemical(match.Groups["formula"].Value) || IsInAState(match, text))
            ? new SpokenPiece(match.Length, Said(match)) : null;
    }

    /// <summary>An amount of a substance that begins at a place: "c(H₃O⁺)"; null where there is none.</summary>
    public SpokenPiece? AmountAt(string text, int at) => Amount().Match(text, at) is { Success: true } && At(text, at) is { } piece
        ? piece : null;

    private string Said(Match match) =>
        Say(match.Groups["count"].Value, match.Groups["formula"].Value
            + (match.Groups["state"].Success ? $"({match.Groups["state"].Value})" : ""));

    /// <summary>"HCl(aq)", "Fe(s)"; one letter may be a function, "F(s)", where nothing reacts.</summary>
    private static bool IsInAState(Match match, string text) =>
        match.Groups["state"].Success && (match.Groups["formula"].Length > 1 || text.AsSpan().ContainsAny('→', '⇌'));

    private static bool IsLongElement(Match match) =>
        Elements().Matches(match.Groups["formula"].Value) is [{ Length: 2 }] && match.Groups["formula"].Length == 2;

    /// <summary>The formula in words, whatever it looks like.</summary>
    public string Say(string count, string formula)
    {
        var words = new List<string>();
        if (count.Length > 0)
        {
            words.Add(numbers.Digits(count));
        }

        foreach (Match part in Part().Matches(formula))
        {
            var value = part.Value;
            words.Add(value is "aq" or "s" or "l" or "g" ? lexicon.Phrases[$"state_{value}"]
                : char.IsLetter(value[0]) && !Scripted.IsRaised(value[0]) ? string.Join(' ', value.ToUpperInvariant().ToCharArray())
                : Scripted.Plain(value) switch
                {
                    "+" => numbers.Sign("+"),
                    "-" or "−" => numbers.Sign("−"),
                    var digits when digits.All(char.IsAsciiDigit) => digits.Length > 1 ? numbers.Cardinal(long.Parse(digits))
                        : numbers.Digits(digits),
                    _ => "",
                });
        }

        return string.Join(' ', words.Where(word => word.Length > 0));
    }

    /// <summary>A reaction, its parts set apart by spaces; null when the text is something else.</summary>
    public static string? Equation(string plain)
    {
        var spaced = Joints().Replace(Loose().Replace(plain, ""), " $0 ");
        var parts = spaced.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var isReaction = parts.Any(part => part is "→" or "⇌" or "↔");
        return parts.All(part => Joints().IsMatch(part) || (Formula().Match(part) is { Success: true } match && match.Length == part.Length
                && (isReaction || IsChemical(match.Groups["formula"].Value)))) && (isReaction || parts.Length == 1)
                    ? string.Join(' ', parts) : null;
    }

    /// <summary>A letter with an index is mostly a variable: V₁ is a volume, no vanadium.</summary>
    private static bool IsChemical(string formula)
    {
        var elements = Elements().Matches(formula).Select(match => match.Value).ToList();
        var counts = Counts().Matches(formula).Select(match => Scripted.Plain(match.Value)).ToList();
        var charged = formula.Any(character => character is '⁺' or '⁻');
        if (charged)
        {
            return true;
        }

        if (counts.Any(count => count is "1" or "0" || count[0] == '0'))
        {
            return false;
        }

        return elements.Count == 1
            ? counts.Count == 1 && Molecules().IsMatch(Scripted.Plain(formula))
            : counts.Count > 0 ? !PhysicalPair().IsMatch(formula)
            : elements.Any(element => element.Length == 2) && elements.Count <= 3 && !elements.Contains("He") && Salt().IsMatch(formula);
    }

    [GeneratedRegex($@"\G(?<![\p{{L}}\p{{N}}])(?<count>\d{{0,2}})(?<formula>(?:{Element}[₀-₉\d]{{0,2}}"
        + $@"|\((?:{Element}[₀-₉\d]{{0,2}})+\)[₀-₉\d]+)+[⁰¹²³⁴⁵⁶⁷⁸⁹]?[⁺⁻]?){State}(?![\p{{L}}\p{{N}}⁰-⁹])")]
    private static partial Regex Formula();

    /// <summary>Amount, volume, mass or concentration of something.</summary>
    [GeneratedRegex(@"\G(?<![\p{L}\p{N}])(?<q>[nVmMcCN])\((?<of>[^()\s]{2,12})\)")]
    private static partial Regex Amount();

    [GeneratedRegex(@"[A-Z][a-z]?|e(?=[⁺⁻])|(?<=\()(?:aq|s|l|g)(?=\)$)|[₀-₉\d]+|[⁰¹²³⁴⁵⁶⁷⁸⁹]+|[⁺⁻]")]
    private static partial Regex Part();

    [GeneratedRegex("(?<![⁺⁻])[+→⇌↔]")]
    private static partial Regex Joints();

    /// <summary>Space between a count and what is counted: "2 H₂O".</summary>
    [GeneratedRegex(@"(?<=(?:^|[+→⇌↔]\s*)\d{1,2})\s+(?=[A-Z(])")]
    private static partial Regex Loose();

    [GeneratedRegex("[A-Z][a-z]?")]
    private static partial Regex Elements();

    [GeneratedRegex(@"[₀-₉\d]+")]
    private static partial Regex Counts();

    [GeneratedRegex("^(?:H2|N2|O2|O3|F2|Cl2|Br2|I2|S8|P4)$")]
    private static partial Regex Molecules();

    [GeneratedRegex("^(?:P[₀-₉]V[₀-₉]|[A-Z][0-9])$")]
    private static partial Regex PhysicalPair();

    /// <summary>Metal or hydrogen first, then a partner: NaCl, HBr, CaO, NaOH.</summary>
    [GeneratedRegex("^(?:H|Li|Na|K|Rb|Cs|Be|Mg|Ca|Sr|Ba|Al|Fe|Cu|Zn|Ag|Pb|Si|Ni|Mn|Cd|Hg|Sn|Ti)(?:F|Cl|Br|I|O|S|OH|N|C|H)$")]
    private static partial Regex Salt();
}
