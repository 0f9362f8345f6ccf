using System.Text.RegularExpressions;

namespace TemporalVideo.Studio.Words;

/// <summary>LaTeX between delimiters.</summary>
/// <param name="words">Says it.</param>
internal sealed partial class FormulaRule(MathWords words) : SpeechRule
{
    public override SpokenPiece? At(string text, int at) =>
        text[at] is '$' or '\\' && Delimited().Match(text, at) is { Success: true } match
            && words.Speak(match.Groups["latex"].Value) is var piece ? piece with { Length = match.Length } : null;

    [GeneratedRegex(@"\G(?:\$\$(?<latex>.+?)\$\$|\\\((?<latex>.+?)\\\)|\\\[(?<latex>.+?)\\\]|\$(?=\S)(?<latex>[^$]*[\\^_={}][^$]*"
        + @"|[a-zA-Z])(?<=\S)\$(?!\d))", RegexOptions.Singleline)]
    private static partial Regex Delimited();
}

/// <summary>Formulas in plain notation: "f(x) = 2(x + 1)", "√16 × 2⁵", "5 − 3 = 2".</summary>
/// <param name="words">Says them.</param>
internal sealed class MathRule(MathWords words) : SpeechRule
{
    public override SpokenPiece? At(string text, int at)
    {
        var sign = text[at];
        var begins = at == 0
            || !(char.IsLetterOrDigit(text[at - 1]) || text[at - 1] is '.' or ',' && at > 1 && char.IsAsciiDigit(text[at - 2]));
        return begins && (char.IsLetterOrDigit(sign) || sign is '(' or '√' or '∛' or '−' or '-' or '|')
            && !words.IsUnit(text, sign == '(' ? at + 1 : at) ? words.Plain(text, at) : null;
    }
}
