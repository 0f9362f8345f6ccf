using System.Globalization;
using System.Text.RegularExpressions;

namespace TemporalVideo.Studio.Words;

/// <summary>Says formulas.</summary>
internal sealed partial class MathWords(
    SpeechLexicon lexicon, NumberWords numbers, Separators separators, UnitRules units, CompoundUnits compounds)
{
    private const int MostOfAFraction = 20;

    private readonly LatexUnits _latexUnits = new(units, compounds);
    private readonly ChemistryRule _chemistry = new(lexicon, numbers);
    private readonly Regex _unit = new($@"\G[\s\u00A0]?{units.Pattern}", RegexOptions.CultureInvariant);

    /// <summary>The numbers that a typed fraction is said with, by their words.</summary>
    private readonly Dictionary<string, int> _figures =
        Enumerable.Range(1, MostOfAFraction).ToDictionary(number => numbers.Cardinal(number));

    private readonly Regex _part = new(
        $@"\G(?<f>{string.Join('|', lexicon.SimpleFractions.Keys)})[\s\u00A0]{units.Pattern}", RegexOptions.CultureInvariant);

    /// <summary>What reacts, in words, and what it becomes.</summary>
    private static readonly Regex WordEquation =
        new(@"\\text\{\p{L}{3,}[^{}]*\}.*\\rightarrow.*\\text\{\p{L}{3,}", RegexOptions.CultureInvariant);

    /// <summary>An amount of a substance at a place of a text, "c(H₃O⁺)"; null where there is none.</summary>
    public SpokenPiece? Substance(string text, int at) => _chemistry.AmountAt(text, at);

    /// <summary>A number at a place.</summary>
    public Regex Number { get; } = new($@"\G{separators.Pattern}", RegexOptions.CultureInvariant);

    /// <summary>A formula in words.</summary>
    /// <param name="latex">LaTeX without delimiters.</param>
    public SpokenPiece Speak(string latex)
    {
        if (Latex.Rows(latex) is { Count: > 1 } rows)
        {
            var said = rows.Select(Speak).ToList();
            return new SpokenPiece(
                latex.Length, string.Join(", ", said.Select(row => row.Words)), [.. said.SelectMany(row => row.Unknown ?? [])]);
        }

        latex = _latexUnits.Written(latex);
        if (ChemistryRule.Equation(Latex.ToPlain(latex)) is { } reaction)
        {
            return new SpokenPiece(latex.Length, Chemistry(reaction));
        }

        if (WordEquation.IsMatch(latex))
        {
            latex = latex.Replace(@"\rightarrow", $@"\text{{{lexicon.Phrases["yields"]}}}", StringComparison.Ordinal);
        }

        latex = Thousands().Replace(Indices().Replace(latex, ", "), "");
        var reader = new MathReader(latex, 0, true, this);
        var parts = new List<MathNode>();
        while (reader.Position < latex.Length)
        {
            parts.AddRange(reader.ReadRow().Parts);
            _ = reader.Takes(')') || reader.Takes(']') || reader.Takes('}');
        }

        return new SpokenPiece(latex.Length, Say(new MathNode.Row(parts)), reader.Unknown);
    }

    /// <summary>A plain formula that begins at a place; null when prose does.</summary>
    public SpokenPiece? Plain(string text, int at)
    {
        var reader = new MathReader(text, at, false, this);
        var row = reader.ReadRow();
        var goesOn = reader.Position > at && reader.Position < text.Length && char.IsLetter(text[reader.Position])
            && char.IsLetterOrDigit(text[reader.Position - 1]);
        var hasOperation = row.Parts.Count > 1 || (row.Parts is [var only] && only is not MathNode.Said and not MathNode.Group);
        return reader.IsCertain && hasOperation && !goesOn ? new SpokenPiece(reader.Position - at, Say(row)) : null;
    }

    public string Phrase(string name) => lexicon.Phrases[name];

    public string Operator(char sign) => sign switch
    {
        '−' => lexicon.Phrases["minus"],
        '/' => lexicon.Phrase("over", "", "").Trim(),
        _ => lexicon.Signs.GetValueOrDefault(sign.ToString()) ?? sign.ToString(),
    };

    public string Say(string number) => numbers.Say(separators.Read(number), inWords: true);

    /// <summary>"1½" as one and a half; null where no fraction follows.</summary>
    public string? Mixed(string whole, char sign) => lexicon.Fractions.TryGetValue(sign.ToString(), out var fraction)
        ? lexicon.Phrase("and_half", Say(whole), fraction) : null;

    /// <summary>A fraction of a unit: "1/2 hr".</summary>
    public SpokenPiece? PartAt(string text, int at) =>
        _part.Match(text, at) is { Success: true } match && match.Groups["unit"].Length > 1
            ? new SpokenPiece(match.Length, $"{lexicon.SimpleFractions[match.Groups["f"].Value]} {units.Unit(match, many: false)}") : null;

    /// <summary>A number before the unit that stands at a place; one is said in the unit's gender.</summary>
    public string Amount(string number, int at, string text) =>
        number == "1" && _unit.Match(text, at) is { Success: true } match ? numbers.One(units.Gender(match)) : Say(number);

    public string Letter(char letter) =>
        lexicon.Greek.GetValueOrDefault(char.ToLowerInvariant(letter).ToString().Replace('µ', 'μ'))
            ?? (char.IsLower(letter) || char.IsUpper(letter)
            ? letter.ToString() : "");

    public string? Function(string name) => lexicon.Functions.GetValueOrDefault(name);

    public string Text(string raw) => raw.Trim();

    public string Chemistry(string formula) =>
        string.Join(' ', formula.Split(' ').Select(part =>
        part is "→" ? lexicon.Phrases["yields"] : part is "+" or "⇌" or "↔" ? Operator(part[0])
            : _chemistry.Say(string.Concat(part.TakeWhile(char.IsAsciiDigit)), part.TrimStart("0123456789".ToCharArray()))));

    /// <summary>The unit right behind a number.</summary>
    public SpokenPiece? UnitAt(string text, int at) =>
        _unit.Match(text, at) is { Success: true } match && match.Value.Trim().Length > 0 && !IsVariable(text, match)
            ? new SpokenPiece(match.Length, units.Unit(match, many: !LoneOne().IsMatch(text[..at]))) : null;

    /// <summary>Whether a unit stands here that is none of the letters of a formula: alone in brackets, or behind a power of ten.</summary>
    public bool IsUnit(string text, int at) => _unit.Match(text, at) is { Success: true } match && match.Index == at
        && ((match.Groups["per"].Success && at > 0 && text[at - 1] is '(' or '[' && at + match.Length < text.Length
                && text[at + match.Length] is ')' or ']')
            || BehindPowerOfTen().IsMatch(text[..at]));

    /// <summary>Length of <c>\circ</c>, with or without braces; null when something else is raised.</summary>
    public int? Degrees(string text, int at) =>
        Regex.Match(text[at..], @"^(?:\{\s*\\circ\s*\}|\\circ|\\degree)") is { Success: true, Length: var length } ? length : null;

    /// <summary>Whether a bracket after a letter holds its argument: f(x), y(t), P(A), not r(1 + x).</summary>
    public bool IsFunction(MathNode before, MathNode.Row inner) => before switch
    {
        MathNode.Phrase { Name: "prime" } => true,
        MathNode.Said { Words: "f" or "g" or "h" or "F" or "G" or "phi" or "psi" } => true,
        MathNode.Said { Words: "t" or "r" or "z" }
            or MathNode.Power { Base: MathNode.Said { Words: "chi" or "χ" or "Chi" or "khi" or "ji" or "qui" } }
            when inner.Parts is [MathNode.Said { IsNumber: true }] => true,
        MathNode.Said { Words: "P" } when inner.Parts.All(part => part is MathNode.Sign or MathNode.Said { Words: [>= 'A' and <= 'Z'] })
            || inner.Parts.Any(part => part is MathNode.Phrase { Name: "absolute" } || IsComparison(part)) => true,
        MathNode.Said => inner.Parts is [MathNode.Said { IsNumber: false }]
            || inner.Parts.Any(part => part is MathNode.Sign sign && sign.Words == Phrase("given")),
        _ => false,
    };

    /// <summary>An event is compared within the brackets of its probability: "P(Z &gt; 2)".</summary>
    private bool IsComparison(MathNode part) => part is MathNode.Sign sign && "<>≤≥".Any(compared => sign.Words == Operator(compared));

    /// <summary>Whether letters in a plain formula are variables and not a word.</summary>
    public bool AreVariables(string letters, bool inFormula) =>
        letters.Length == 1 ? letters[0] < 0x250 || lexicon.Greek.ContainsKey(letters.ToLowerInvariant())
        : letters.Length <= 3 && inFormula && !lexicon.ShortWords.Contains(letters.ToLowerInvariant())
            && letters.All(letter => char.IsAsciiLetter(letter) || lexicon.Greek.ContainsKey(char.ToLowerInvariant(letter).ToString()))
            && !lexicon.Units.ContainsKey(letters) && !(letters.Length == 3 && ShortWord().IsMatch(letters));

    /// <summary>"5 m" is a length, "5m" and "2 h" in "A = 2h" are products.</summary>
    private static bool IsVariable(string text, Match unit) =>
        unit.Groups["unit"].Length == 1 && !unit.Groups["per"].Success && unit.Groups["unit"].Value != "%"
            && unit.Groups["unit"].Value != "°" && text[unit.Index] is not (' ' or '\u00A0');

    private string Say(MathNode node) => node switch
    {
        MathNode.Said said => said.Words,
        MathNode.Sign sign => sign.Words,
        MathNode.Row row => SayRow(row.Parts),
        MathNode.Group group => Say(group.Inner),
        MathNode.Power power => SayPower(power),
        MathNode.Index index => lexicon.Phrase("index", Say(index.Base), Spelled(index.Number)),
        MathNode.ToBase based => lexicon.Phrase("base", Say(based.Function), Say(based.Number)),
        MathNode.Fraction fraction => SayFraction(fraction),
        MathNode.Root root => SayRoot(root),
        MathNode.Call call => lexicon.Phrase("of", Say(call.Function), Say(call.Argument)),
        MathNode.Phrase phrase => lexicon.Phrase(phrase.Name, Say(phrase.Inner)),
        MathNode.Bounded bounded => SayBounded(bounded),
        _ => throw new ArgumentOutOfRangeException(nameof(node), node, "A formula has a part that nobody can say."),
    };

    /// <summary>Three letters and more at the foot of a variable are a word: "V_{max}".</summary>
    private string Spelled(MathNode node) =>
        node is MathNode.Row { Parts: { Count: >= 3 } parts }
        && parts.All(part => part is MathNode.Said { Words.Length: 1, IsNumber: false })
        && string.Concat(parts.OfType<MathNode.Said>().Select(part => part.Words)) is var word && Vowel().IsMatch(word) ? word : Say(node);

    private string SayRow(IReadOnlyList<MathNode> parts)
    {
        var said = new List<string>();
        var solid = parts.Where(part => part is not MathNode.Said { Words: "" } and not MathNode.Sign { Words: "" }).ToList();
        for (var i = 0; i < solid.Count; i++)
        {
            if (TypedFraction(solid, i) is (var length, var words))
            {
                said.Add(words);
                i += length - 1;
                continue;
            }

            var afterOperand = i > 0 && solid[i - 1] is not MathNode.Sign and not MathNode.Bounded;
            if (afterOperand && solid[i] is MathNode.Group or MathNode.Power { Base: MathNode.Group })
            {
                said.Add(afterOperand ? lexicon.Phrases["times"] : "");
            }

            else if (solid[i] is MathNode.Bounded && i > 0 && solid[i - 1] is MathNode.Fraction)
            {
                said.Add(lexicon.Phrases["times"]);
            }

            var isLast = i == solid.Count - 1;
            said.Add(solid[i] is MathNode.Group group && !IsSimple(group.Inner) && !(isLast && afterOperand)
                ? i == 0 && isLast ? Say(group) : lexicon.Phrase("quantity", Say(group.Inner)).TrimEnd(isLast ? ',' : ' ') : Say(solid[i]));
        }

        return string.Join(' ', said.Where(words => words.Length > 0));
    }

    /// <summary>A fraction of small numbers on the line, "3/4", also behind a whole number, "2 3/4"; null for what is divided.</summary>
    private (int Length, string Words)? TypedFraction(List<MathNode> parts, int at)
    {
        var isMixed = Figure(parts, at) is not null && Figure(parts, at + 1) is not null;
        var start = isMixed ? at + 1 : at;
        var isAlone = (at == 0 || parts[at - 1] is MathNode.Sign { Words: var sign } && sign != Operator('/'))
            && (start + 3 >= parts.Count || parts[start + 3] is MathNode.Sign { Words: var next } && next != Operator('/'));
        if (!isAlone || Figure(parts, start) is not { } over || Figure(parts, start + 2) is not { } under || over >= under
            || parts[start + 1] is not MathNode.Sign { Words: var stroke } || stroke != Operator('/'))
        {
            return null;
        }

        var words = lexicon.SimpleFractions.GetValueOrDefault(FormattableString.Invariant($"{over}/{under}"))
            ?? (lexicon.Language != "en" || under == 2 ? null
                : $"{numbers.Cardinal(over)} {numbers.Ordinal(under)}{(over == 1 ? "" : "s")}");
        return words is null ? null : isMixed ? (4, lexicon.Phrase("and_half", Say(parts[at]), words)) : (3, words);
    }

    private int? Figure(List<MathNode> parts, int at) =>
        at < parts.Count && parts[at] is MathNode.Said { IsNumber: true, Words: var words } && _figures.TryGetValue(words, out var figure)
            ? figure : null;

    private string SayPower(MathNode.Power power)
    {
        var basis = power.Base is MathNode.Group group && !IsSimple(group.Inner) ? lexicon.Phrase("all", Say(group.Inner))
            : Say(power.Base);
        return power.Exponent switch
        {
            MathNode.Said { Words: var two } when two == numbers.Cardinal(2) => lexicon.Phrase("squared", basis),
            MathNode.Said { Words: var three } when three == numbers.Cardinal(3) => lexicon.Phrase("cubed", basis),
            MathNode.Row { Parts: [var only] } => SayPower(power with { Exponent = only }),
            MathNode.Sign or MathNode.Row { Parts: [.., MathNode.Sign] } => $"{basis} {Say(power.Exponent)}",
            _ => lexicon.Phrase("power", basis, Say(power.Exponent)),
        };
    }

    private string SayFraction(MathNode.Fraction fraction)
    {
        var (over, under) = (Say(fraction.Over), Say(fraction.Under));
        var simple = lexicon.SimpleFractions.FirstOrDefault(entry =>
            entry.Key.Split('/') is [var a, var b] && Say(a) == over && Say(b) == under).Value;
        return simple ?? lexicon.Phrase(IsSimple(fraction.Over) ? "over" : "all_over", over, under);
    }

    private string SayRoot(MathNode.Root root)
    {
        var inner = Say(root.Inner);
        var degree = root.Degree is null ? "" : Say(root.Degree);
        return degree.Length == 0 ? lexicon.Phrase("root", inner)
            : degree == "3" || degree == numbers.Cardinal(3) ? lexicon.Phrase("cube_root", inner)
            : lexicon.Phrase("nth_root", inner, int.TryParse(degree, CultureInfo.InvariantCulture, out var order) ? numbers.Cardinal(order)
                : degree);
    }

    private string SayBounded(MathNode.Bounded bounded) => (bounded.From, bounded.To) switch
    {
        (null, null) => bounded.Words,
        ({ } from, { } to) => lexicon.Phrase("from_to", bounded.Words, Say(from), Say(to)),
        ({ } from, null) when bounded.Words == lexicon.Phrases["limit"] =>
            $"{bounded.Words} {Say(Approaching(from))}, {lexicon.Phrases["limit_of"]}",
        var (from, to) => lexicon.Phrase("from_only", bounded.Words, Say((from ?? to)!)),
    };

    /// <summary>The arrow of a limit.</summary>
    private MathNode Approaching(MathNode from) => from is MathNode.Row row
        ? new MathNode.Row([.. row.Parts.Select(part => part is MathNode.Sign sign && sign.Words == Operator('→')
            ? new MathNode.Sign(lexicon.Phrases["tends"]) : part)])
        : from;

    private static bool IsSimple(MathNode node) => node switch
    {
        MathNode.Said => true,
        MathNode.Row row => !row.Parts.Any(part => part is MathNode.Sign) || row.Parts is [MathNode.Sign, MathNode.Said],
        MathNode.Group group => IsSimple(group.Inner),
        _ => true,
    };

    /// <summary>The gap between the thousands of a number: "240\,000".</summary>
    [GeneratedRegex(@"(?<=\d)(?:\\[,; ]|~)(?=\d{3}(?!\d))")]
    private static partial Regex Thousands();

    /// <summary>Between the numbers at the foot of a variable, "x_{1,2}", which are no decimal.</summary>
    [GeneratedRegex(@"(?<=_\{\d),(?=\d\})")]
    private static partial Regex Indices();

    [GeneratedRegex("[aeiou]")]
    private static partial Regex Vowel();

    [GeneratedRegex(RuleParts.PowerOfTen + "$")]
    private static partial Regex BehindPowerOfTen();

    /// <summary>Three small letters with a vowel, other than the usual variables: "rey", "gas".</summary>
    [GeneratedRegex("^(?=[a-z]*[aeiou])(?![abcnuvxyz]+$)[a-z]{3}$")]
    private static partial Regex ShortWord();

    [GeneratedRegex(@"(?<![\d.,])1$")]
    private static partial Regex LoneOne();
}
