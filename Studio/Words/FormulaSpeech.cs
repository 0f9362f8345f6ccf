using System.Text;
using System.Text.RegularExpressions;

namespace TemporalVideo.Studio.Words;

/// <summary>Says a formula that stands in a line of text as a person would: <c>f(x) = 2(x + 1)</c> is "f of x equals 2 times x plus 1".</summary>
public static partial class FormulaSpeech
{
    private const string Superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private const string Subscripts = "₀₁₂₃₄₅₆₇₈₉";

    /// <summary>The formula in words.</summary>
    /// <param name="plain">The formula, as <c>Latex.ToPlain</c> or a person writes it.</param>
    /// <param name="language">IETF tag; a language without words of its own is given the English ones.</param>
    public static string Of(string plain, string language)
    {
        var words = SpeechWordTables.All.GetValueOrDefault(language.Split('-')[0].ToLowerInvariant(), SpeechWordTables.All["en"]);
        var tokens = Token().Matches(plain).Select(match => match.Value).Where(token => token.Trim().Length > 0).ToList();
        var spoken = new StringBuilder();
        for (var i = 0; i < tokens.Count; i++)
        {
            spoken.Append(' ').Append(Say(tokens, ref i, words));
        }

        return Tidy().Replace(Spaces().Replace(spoken.ToString(), " "), "$1").Trim(' ', ',');
    }

    private static string Say(List<string> tokens, ref int i, SpeechWords words)
    {
        var token = tokens[i];
        var before = i > 0 ? tokens[i - 1] : "";
        var after = i + 1 < tokens.Count ? tokens[i + 1] : "";
        switch (token)
        {
            case "=":
                return words.Equal;
            case "+":
                return words.Plus;
            case "−" or "-" or "–":
                return words.Minus;
            case "±":
                return words.PlusMinus;
            case "×" or "·" or "*" or "⋅":
                return words.Times;
            case "÷" or ":":
                return words.DividedBy;
            case "/":
                return Numeric(before) && Numeric(after) ? words.DividedBy : words.Over;
            case "<":
                return words.Less;
            case ">":
                return words.Greater;
            case "≤":
                return words.AtMost;
            case "≥":
                return words.AtLeast;
            case "≈" or "~":
                return words.About;
            case "≠":
                return words.NotEqual;
            case "→" or "⇒" or "⟶" or "⇌" or "↔":
                return words.Arrow;
            case "√":
                return words.SquareRoot;
            case "∛":
                return words.CubeRoot;
            case "∞":
                return words.Infinity;
            case "²":
                return Closes(before) ? $", {words.Squared}" : words.Squared;
            case "³":
                return Closes(before) ? $", {words.Cubed}" : words.Cubed;
            case "^":
                return (Closes(before) ? words.AllToThePower : words.ToThePower) + " " + Group(tokens, ref i, words);
            case "_":
                return Group(tokens, ref i, words);
            case "(" or "[" or "{":
                return Calls(before) ? words.Of : Numeric(before) || Variable().IsMatch(before) || Closes(before) ? words.Times : "";
            case ")" or "]" or "}" or "|":
                return "";
            case "%":
                return words.Percent;
            case "°":
                return words.Degrees;
            default:
                return token.All(c => Superscripts.Contains(c))
                    ? $"{words.ToThePower} {string.Concat(token.Select(c => Superscripts.IndexOf(c)))}"
                    : token.All(c => Subscripts.Contains(c)) ? string.Concat(token.Select(c => Subscripts.IndexOf(c))) : Word(token);
        }
    }

    /// <summary>What stands in brackets behind the present token, or the next token.</summary>
    private static string Group(List<string> tokens, ref int i, SpeechWords words)
    {
        if (i + 1 >= tokens.Count)
        {
            return "";
        }

        i++;
        if (tokens[i] is not ("(" or "{"))
        {
            return Say(tokens, ref i, words);
        }

        var said = new List<string>();
        for (i++; i < tokens.Count && tokens[i] is not (")" or "}"); i++)
        {
            said.Add(Say(tokens, ref i, words));
        }

        return string.Join(' ', said);
    }

    /// <summary>Variables are said letter by letter, words as words.</summary>
    private static string Word(string token) =>
        Variable().IsMatch(token) && !Functions().IsMatch(token) ? string.Join(' ', token.ToCharArray()) : token;

    private static bool Calls(string token) => Functions().IsMatch(token);

    private static bool Numeric(string token) => token.Length > 0 && char.IsAsciiDigit(token[0]);

    private static bool Closes(string token) => token is ")" or "]" or "}";

    [GeneratedRegex(@"\d+(?:[.,]\d+)*|\p{L}+|[⁰¹⁴⁵⁶⁷⁸⁹]+|[₀-₉]+|\S")]
    private static partial Regex Token();

    /// <summary>One or two letters are variables; longer ones are words.</summary>
    [GeneratedRegex(@"^\p{L}{1,2}$")]
    private static partial Regex Variable();

    [GeneratedRegex(@"^(?:[fgh]|sin|cos|tan|log|ln|exp|lim|max|min)$")]
    private static partial Regex Functions();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"\s+([,;.])")]
    private static partial Regex Tidy();
}
