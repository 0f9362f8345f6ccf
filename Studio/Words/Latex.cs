using System.Text;
using System.Text.RegularExpressions;

namespace TemporalVideo.Studio.Words;

/// <summary>LaTeX formulas as a line of text: <c>\frac{-b}{2a}</c> is "(−b)/(2a)". What it does not know it leaves as it is.</summary>
internal static partial class Latex
{
    /// <summary>What only a line of text needs: large operators, space, brackets.</summary>
    private static readonly Dictionary<string, string> Others = new(StringComparer.Ordinal)
    {
        ["leftarrow"] = "←",
        ["leftrightarrow"] = "↔",
        ["sum"] = "∑",
        ["prod"] = "∏",
        ["int"] = "∫",
        ["circ"] = "°",
        ["ldots"] = "…",
        ["cdots"] = "…",
        ["dots"] = "…",
        ["quad"] = "; ",
        ["qquad"] = "; ",
        [","] = " ",
        [";"] = " ",
        [":"] = " ",
        ["!"] = "",
        [" "] = " ",
        ["{"] = "{",
        ["}"] = "}",
        ["left"] = "",
        ["right"] = "",
        ["big"] = "",
        ["Big"] = "",
        ["bigl"] = "",
        ["bigr"] = "",
        ["Bigl"] = "",
        ["Bigr"] = "",
        ["displaystyle"] = "",
        ["\\"] = "; ",
    };

    private static readonly (char Sign, string Command)[] Typed =
    [
        ('×', "times"), ('÷', "div"), ('±', "pm"), ('≤', "le"), ('≥', "ge"), ('≠', "ne"), ('≈', "approx"), ('→', "rightarrow"),
            ('⇌', "rightleftharpoons"), ('π', "pi"),
    ];

    private const string Superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private const string Subscripts = "₀₁₂₃₄₅₆₇₈₉";

    /// <summary>The formula as a line of text.</summary>
    public static string ToPlain(string latex)
    {
        var at = 0;
        return SpaceBeforeScript().Replace(Spaces().Replace(Sequence(latex, ref at, '\0'), " "), "")
            .Replace(" ;", ";", StringComparison.Ordinal).Replace(",;", ",", StringComparison.Ordinal).Trim();
    }

    /// <summary>A formula that a person typed in plain text, as LaTeX: words upright, powers raised.</summary>
    public static string OfPlain(string plain)
    {
        var isReaction = ChemistryRule.Equation(plain.TrimEnd('.', ' ')) is not null;
        var latex = isReaction ? Counted().Replace(plain.TrimEnd('.', ' '), "_{$0}")
            : PlainWord().Replace(plain.TrimEnd('.', ' '), match => $@"\text{{{match.Value}}}");
        latex = Raised().Replace(latex, match => $"^{{{Digits(match.Groups["digits"].Value, Superscripts)}{match.Groups["sign"].Value switch
        {
            "⁺" => "+",
            "⁻" => "-",
            _ => "",
        }}}}");
        latex = Lowered().Replace(latex, match => $"_{{{Digits(match.Value, Subscripts)}}}");
        latex = PlainPower().Replace(latex, "^{$1}");
        latex = Typed.Aggregate(latex, (done, pair) => done.Replace($"{pair.Sign}", $@"\{pair.Command} ", StringComparison.Ordinal))
            .Replace('−', '-');
        return isReaction ? $@"\mathrm{{{latex}}}" : latex;
    }

    /// <summary>Formulas below each other.</summary>
    public static string InRows(IEnumerable<string> rows) => $@"\begin{{gathered}}{string.Join(@"\\", rows)}\end{{gathered}}";

    /// <summary>The rows of formulas that are set below each other; one where they are not.</summary>
    public static IReadOnlyList<string> Rows(string latex) =>
        InRowsForm().Match(latex.Trim()) is { Success: true } match
            ? [.. match.Groups["rows"].Value.Split(@"\\", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Select(row => row.Replace("&", "", StringComparison.Ordinal))]
            : Wide().Split(latex) is { Length: > 1 } beside
                && Array.TrueForAll(beside, part => part.Contains('=', StringComparison.Ordinal))
            ? [.. beside.Select(part => part.Trim(' ', ',', ';'))]
            : [latex];

    /// <summary>Room between formulas that stand beside each other.</summary>
    [GeneratedRegex(@"\\q?quad(?![A-Za-z])")]
    private static partial Regex Wide();

    private static string Digits(string scripted, string signs) =>
        string.Concat(scripted.Select(c => signs.IndexOf(c, StringComparison.Ordinal)));

    private static string Sequence(string latex, ref int at, char until)
    {
        var text = new StringBuilder();
        while (at < latex.Length && latex[at] != until)
        {
            text.Append(Atom(latex, ref at));
        }

        at++;
        return text.ToString();
    }

    private static string Atom(string latex, ref int at)
    {
        var c = latex[at++];
        switch (c)
        {
            case '{':
                return Sequence(latex, ref at, '}');
            case '\\':
                return Command(latex, ref at);
            case '^' or '_':
                return Script(c, Argument(latex, ref at));
            case '-':
                return "−";
            case '&' or '~':
                return " ";
            default:
                return c.ToString();
        }
    }

    private static string Command(string latex, ref int at)
    {
        var name = CommandName().Match(latex, at) is { Success: true, Index: var index, Value: var letters } && index == at
            ? letters
            : at < latex.Length ? latex[at].ToString() : "";
        at += name.Length;
        switch (name)
        {
            case "frac" or "dfrac" or "tfrac":
                var (over, under) = (Argument(latex, ref at), Argument(latex, ref at));
                return $"{Grouped(over)}/{Grouped(under)}";
            case "sqrt":
                var index3 = at < latex.Length && latex[at] == '[' ? Index(latex, ref at) : "";
                var radicand = Argument(latex, ref at);
                return $"{(index3 == "3" ? "∛" : "√")}{Grouped(radicand)}";
            case "text" or "mathrm" or "mathbf" or "mathit" or "textbf" or "operatorname" or "vec" or "textit" or "textrm" or "mbox":
                return Argument(latex, ref at);
            case "bar" or "overline" or "hat" or "widehat" or "tilde" or "dot":
                return Marked(Argument(latex, ref at), name);
            case "mathbb":
                return string.Concat(Argument(latex, ref at).Select(letter => LatexSigns.SetOf(letter) ?? letter));
            case "colon":
                return ": ";
            case "lfloor" or "rfloor" or "lceil" or "rceil":
                return name switch { "lfloor" => "⌊", "rfloor" => "⌋", "lceil" => "⌈", _ => "⌉" };
            case "ce":
                return Mhchem.ToPlain(Braced(latex, ref at));
            case "begin" or "end":
                Argument(latex, ref at);
                return "";
            default:
                return Sign(name) ?? (FunctionNames().IsMatch(name) ? $"{name} " : $"\\{name}");
        }
    }

    /// <summary>A bar, a hat or a dot above a letter; above more it stands in the picture only.</summary>
    private static string Marked(string text, string mark) => text.Trim() is not [var letter] ? text
        : $"{letter}{mark switch { "bar" or "overline" => '\u0304', "dot" => '\u0307', "tilde" => '\u0303', _ => '\u0302' }}"
            .Normalize(NormalizationForm.FormC);

    /// <summary>What stands between braces, as it is typed.</summary>
    private static string Braced(string latex, ref int at)
    {
        var open = latex.IndexOf('{', at);
        var (end, depth) = (open + 1, 1);
        for (; open >= 0 && end < latex.Length && depth > 0; end++)
        {
            depth += latex[end] == '{' ? 1 : latex[end] == '}' ? -1 : 0;
        }

        var inner = open < 0 ? "" : latex[(open + 1)..(depth == 0 ? end - 1 : end)];
        at = open < 0 ? at : end;
        return inner;
    }

    private static string? Sign(string name) =>
        LatexSigns.Relations.TryGetValue(name, out var sign) || LatexSigns.Things.TryGetValue(name, out sign) ? $"{sign}"
        : LatexSigns.Greek.TryGetValue(name.ToLowerInvariant(), out var letter)
            ? $"{(char.IsUpper(name[0]) ? char.ToUpperInvariant(letter) : letter)}"
        : Others.GetValueOrDefault(name);

    private static string Index(string latex, ref int at)
    {
        at++;
        return Sequence(latex, ref at, ']');
    }

    private static string Argument(string latex, ref int at)
    {
        while (at < latex.Length && latex[at] == ' ')
        {
            at++;
        }

        return at < latex.Length ? Atom(latex, ref at) : "";
    }

    private static string Script(char mark, string text)
    {
        var digits = mark == '^' ? Superscripts : Subscripts;
        if (text == "°")
        {
            return text;
        }

        if (mark == '^' && text.TrimStart('0', '1', '2', '3', '4', '5', '6', '7', '8', '9') is "+" or "-" or "−")
        {
            // A charge: H⁺, Ca²⁺.
            return string.Concat(text.Select(c => c == '+' ? '⁺' : char.IsAsciiDigit(c) ? digits[c - '0'] : '⁻'));
        }

        return Scripted.Of(text, mark == '^') ?? mark + (text.Length == 1 ? text : $"({text})");
    }

    private static string Grouped(string text) => Simple().IsMatch(text) ? text : $"({text.Trim()})";

    /// <summary>Three letters and more, with the spaces between such words.</summary>
    [GeneratedRegex(@"\p{L}{3,}(?:\s+\p{L}{2,})*")]
    private static partial Regex PlainWord();

    [GeneratedRegex("(?<digits>[⁰¹²³⁴⁵⁶⁷⁸⁹]+)(?<sign>[⁺⁻]?)|(?<digits>)(?<sign>[⁺⁻])(?![⁰¹²³⁴-⁹])")]
    private static partial Regex Raised();

    [GeneratedRegex(@"^\\begin\{(?<kind>gathered|aligned|align\*?|gather\*?)\}(?<rows>.*)\\end\{\k<kind>\}$", RegexOptions.Singleline)]
    private static partial Regex InRowsForm();

    [GeneratedRegex("[₀-₉]+")]
    private static partial Regex Lowered();

    [GeneratedRegex(@"\^\(([^()]*)\)")]
    private static partial Regex PlainPower();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    /// <summary>Between a function's name and what stands above or below it.</summary>
    [GeneratedRegex(@"(?<=\b(?:lim|log|max|min|sin|cos|tan|det|sup|inf))\s(?=[_^₀-₉⁰¹²³⁴-⁹])")]
    private static partial Regex SpaceBeforeScript();

    [GeneratedRegex(@"\G[A-Za-z]+")]
    private static partial Regex CommandName();

    [GeneratedRegex(@"^(?:sin|cos|tan|cot|log|ln|exp|lim|max|min|det|dim|gcd|lg)$")]
    private static partial Regex FunctionNames();

    /// <summary>How many atoms there are of an element: "H2O".</summary>
    [GeneratedRegex(@"(?<=[A-Za-z)])\d+")]
    private static partial Regex Counted();

    [GeneratedRegex(@"^\s*(?:\p{L}+|[\p{N}.,]+|√?\p{L}(?:_\p{L}|[₀-₉ₐ-ₜᵢᵣᵤᵥⱼ]+)?[²³]?)\s*$")]
    private static partial Regex Simple();
}
