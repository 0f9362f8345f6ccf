using System.Text;
using System.Text.RegularExpressions;

namespace TemporalVideo.Studio.Words;

/// <summary>LaTeX formulas as a line of text: <c>\frac{-b}{2a}</c> is "(−b)/(2a)". What it does not know it leaves as it is.</summary>
internal static partial class Latex
{
    private static readonly Dictionary<string, string> Signs = new(StringComparer.Ordinal)
    {
        ["times"] = "×",
        ["cdot"] = "·",
        ["div"] = "÷",
        ["pm"] = "±",
        ["mp"] = "∓",
        ["le"] = "≤",
        ["leq"] = "≤",
        ["ge"] = "≥",
        ["geq"] = "≥",
        ["ne"] = "≠",
        ["neq"] = "≠",
        ["approx"] = "≈",
        ["equiv"] = "≡",
        ["to"] = "→",
        ["rightarrow"] = "→",
        ["Rightarrow"] = "⇒",
        ["leftarrow"] = "←",
        ["leftrightarrow"] = "↔",
        ["rightleftharpoons"] = "⇌",
        ["infty"] = "∞",
        ["sum"] = "∑",
        ["prod"] = "∏",
        ["int"] = "∫",
        ["partial"] = "∂",
        ["nabla"] = "∇",
        ["in"] = "∈",
        ["notin"] = "∉",
        ["subset"] = "⊂",
        ["cup"] = "∪",
        ["cap"] = "∩",
        ["forall"] = "∀",
        ["exists"] = "∃",
        ["degree"] = "°",
        ["circ"] = "°",
        ["ldots"] = "…",
        ["cdots"] = "…",
        ["dots"] = "…",
        ["angle"] = "∠",
        ["perp"] = "⊥",
        ["parallel"] = "∥",
        ["alpha"] = "α",
        ["beta"] = "β",
        ["gamma"] = "γ",
        ["delta"] = "δ",
        ["epsilon"] = "ε",
        ["varepsilon"] = "ε",
        ["zeta"] = "ζ",
        ["eta"] = "η",
        ["theta"] = "θ",
        ["iota"] = "ι",
        ["kappa"] = "κ",
        ["lambda"] = "λ",
        ["mu"] = "μ",
        ["nu"] = "ν",
        ["xi"] = "ξ",
        ["pi"] = "π",
        ["rho"] = "ρ",
        ["sigma"] = "σ",
        ["tau"] = "τ",
        ["upsilon"] = "υ",
        ["phi"] = "φ",
        ["varphi"] = "φ",
        ["chi"] = "χ",
        ["psi"] = "ψ",
        ["omega"] = "ω",
        ["Gamma"] = "Γ",
        ["Delta"] = "Δ",
        ["Theta"] = "Θ",
        ["Lambda"] = "Λ",
        ["Xi"] = "Ξ",
        ["Pi"] = "Π",
        ["Sigma"] = "Σ",
        ["Phi"] = "Φ",
        ["Psi"] = "Ψ",
        ["Omega"] = "Ω",
        ["quad"] = " ",
        ["qquad"] = " ",
        [","] = " ",
        [";"] = " ",
        [":"] = " ",
        ["!"] = "",
        [" "] = " ",
        ["%"] = "%",
        ["$"] = "$",
        ["{"] = "{",
        ["}"] = "}",
        ["left"] = "",
        ["right"] = "",
        ["big"] = "",
        ["Big"] = "",
        ["displaystyle"] = "",
        ["&"] = "&",
        ["\\"] = "; ",
    };

    private const string Superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private const string Subscripts = "₀₁₂₃₄₅₆₇₈₉";

    /// <summary>The formula as a line of text.</summary>
    public static string ToPlain(string latex)
    {
        var at = 0;
        return Spaces().Replace(Sequence(latex, ref at, '\0'), " ").Trim();
    }

    /// <summary>A formula that a person typed in plain text, as LaTeX: words upright, powers raised.</summary>
    public static string OfPlain(string plain)
    {
        var latex = PlainWord().Replace(plain.TrimEnd('.', ' '), match => $@"\text{{{match.Value}}}");
        latex = string.Concat(latex.Select(c => Superscripts.IndexOf(c) is >= 0 and var up ? $"^{{{up}}}" : Subscripts.IndexOf(c) is >= 0 and var down ? $"_{{{down}}}" : c.ToString()));
        latex = PlainPower().Replace(latex, "^{$1}");
        return Signs.Where(pair => pair.Key is "times" or "div" or "pm" or "le" or "ge" or "ne" or "approx" or "rightarrow" or "rightleftharpoons" or "pi")
            .Aggregate(latex, (done, pair) => done.Replace(pair.Value, $@"\{pair.Key} ", StringComparison.Ordinal)).Replace('−', '-');
    }

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
            case "text" or "mathrm" or "mathbf" or "mathit" or "textbf" or "operatorname" or "ce" or "vec" or "overline" or "hat" or "bar":
                return Argument(latex, ref at);
            case "begin" or "end":
                Argument(latex, ref at);
                return "";
            default:
                return Signs.TryGetValue(name, out var sign) ? sign : FunctionNames().IsMatch(name) ? $"{name} " : $"\\{name}";
        }
    }

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

        return text.Length > 0 && text.All(char.IsAsciiDigit)
            ? string.Concat(text.Select(c => digits[c - '0']))
            : mark + (text.Length == 1 ? text : $"({text})");
    }

    private static string Grouped(string text) => Simple().IsMatch(text) ? text : $"({text.Trim()})";

    /// <summary>Three letters and more, with the spaces between such words.</summary>
    [GeneratedRegex(@"\p{L}{3,}(?:\s+\p{L}{2,})*")]
    private static partial Regex PlainWord();

    [GeneratedRegex(@"\^\(([^()]*)\)")]
    private static partial Regex PlainPower();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"\G[A-Za-z]+")]
    private static partial Regex CommandName();

    [GeneratedRegex(@"^(?:sin|cos|tan|cot|log|ln|exp|lim|max|min|det|dim|gcd|lg)$")]
    private static partial Regex FunctionNames();

    [GeneratedRegex(@"^\s*(?:\p{L}+|[\p{N}.,]+|√?\p{L}[²³₀-₉]?)\s*$")]
    private static partial Regex Simple();
}
