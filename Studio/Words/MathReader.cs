using System.Text.RegularExpressions;

namespace TemporalVideo.Studio.Words;

/// <summary>Reads a formula, LaTeX or plain, into its parts.</summary>
/// <param name="text">Where it stands.</param>
/// <param name="at">Where it begins.</param>
/// <param name="isLatex">Plain formulas end where prose goes on.</param>
/// <param name="words">The language.</param>
internal sealed partial class MathReader(string text, int at, bool isLatex, MathWords words)
{
    private const string Operators = "+-−–=≠<>≤≥≈×·*÷/±∓→⇒⇔∈∝⋅∼≡∩∪⊂";

    /// <summary>Marks above a letter: x̄, x̂, ẋ.</summary>
    private static readonly Dictionary<char, string> Marks = new()
    {
        ['\u0304'] = "bar",
        ['\u0305'] = "bar",
        ['\u0302'] = "hat",
        ['\u0307'] = "dotted",
        ['\u20D7'] = "vector",
    };

    private readonly MathCommands _commands = new();
    private readonly int _start = at;
    private readonly Stack<int> _signStarts = new();

    /// <summary>Where reading has come to.</summary>
    public int Position { get; private set; } = at;

    /// <summary>Whether something was met that only formulas have.</summary>
    public bool IsCertain { get; private set; }

    /// <summary>What could not be read.</summary>
    public List<string> Unknown { get; } = [];

    private char Current => Position < text.Length ? text[Position] : '\0';

    private char Next => Position + 1 < text.Length ? text[Position + 1] : '\0';

    /// <summary>A row of operands and operators, up to a closing bracket or the end of the formula.</summary>
    public MathNode.Row ReadRow(Func<char, bool>? closes = null)
    {
        var parts = new List<MathNode>();
        while (true)
        {
            var before = Position;
            SkipSpace();
            if (Position >= text.Length || (closes ?? IsCloser)(Current))
            {
                Position = isLatex || closes is not null ? Position : before;
                return new MathNode.Row(parts);
            }

            if (Current == '|' && closes is not null && parts.Count > 0 && parts[^1] is not MathNode.Sign && !closes('|'))
            {
                parts.Add(Given());
                continue;
            }

            if (ReadSign(parts, before) is { } sign)
            {
                parts.Add(sign);
                continue;
            }

            if (!isLatex && before != Position && parts.Count > 0 && parts[^1] is not MathNode.Sign)
            {
                Position = before;
                return new MathNode.Row(parts);
            }

            if (ReadOperand(parts) is not { } operand)
            {
                if (!isLatex)
                {
                    Position = before;
                    return WithoutTrailingSign(parts);
                }

                if (Current != '\0' && Position < text.Length)
                {
                    Unknown.Add(Current.ToString());
                    Position++;
                }

                continue;
            }

            parts.Add(operand);
        }
    }

    private MathNode.Row WithoutTrailingSign(List<MathNode> parts)
    {
        if (parts.Count > 0 && parts[^1] is MathNode.Sign && _signStarts.TryPop(out var start))
        {
            parts.RemoveAt(parts.Count - 1);
            Position = start;
        }

        return new MathNode.Row(parts);
    }

    private MathNode.Sign? ReadSign(List<MathNode> parts, int before)
    {
        if (!Operators.Contains(Current, StringComparison.Ordinal))
        {
            return isLatex && Current is ',' or ';' or ':' or '&' or '~' ? LatexMark() : null;
        }

        var sign = Current;
        var spaced = before != Position && char.IsWhiteSpace(Next);
        var isFirst = parts.Count == 0 || parts[^1] is MathNode.Sign;
        var isDash = sign is '-' or '–';
        if (!isLatex
            && (sign is '→' or '⇒' || (isDash && !isFirst && !spaced && !IsCertain && !HasEquals())
            || (isDash && isFirst && char.IsWhiteSpace(Next))))
        {
            return null;
        }

        if (!isLatex && isDash && sign == '–' && !HasEquals())
        {
            return null;
        }

        if (!isLatex && sign == '–' && !spaced && char.IsAsciiDigit(Next) && text.AsSpan(_start, Position - _start).Contains('='))
        {
            return null;
        }

        _signStarts.Push(before);
        Position++;
        IsCertain |= sign is '=' or '≠' or '≤' or '≥' or '≈' or '×' or '·' or '÷' or '±' or '−' or '*'
            || (sign is '+' or '-' or '<' or '>' && spaced)
            || sign == '+';
        return new MathNode.Sign(words.Operator(sign is '-' or '–' ? '−' : sign is '*' or '⋅' ? '·' : sign));
    }

    private MathNode.Sign LatexMark() => new(text[Position++] is ',' ? "," : "");

    private bool HasEquals() => EqualsAhead().IsMatch(text[Position..]) || text.AsSpan(_start, Position - _start).Contains('=');

    private MathNode? ReadOperand(List<MathNode> parts)
    {
        var operand = ReadPrimary(parts);
        while (operand is not null && ReadPostfix(operand) is { } longer)
        {
            operand = longer;
        }

        return operand;
    }

    private MathNode? ReadPostfix(MathNode operand)
    {
        if (Scripted.IsRaised(Current))
        {
            IsCertain = true;
            return new MathNode.Power(operand, Sub(Run(Scripted.IsRaised)));
        }

        if (Scripted.IsLowered(Current))
        {
            return new MathNode.Index(operand, Sub(Run(Scripted.IsLowered)));
        }

        if (Marks.TryGetValue(Current, out var mark))
        {
            Position++;
            return new MathNode.Phrase(mark, operand);
        }

        switch (Current)
        {
            case '^' when Next is not (' ' or '\0'):
                Position++;
                IsCertain = true;
                return words.Degrees(text, Position) is { } taken ? Degrees(operand, taken)
                    : new MathNode.Power(operand, Argument(raised: true));
            case '_' when isLatex || Next == '{' || char.IsLetterOrDigit(Next):
                Position++;
                return new MathNode.Index(operand, Argument(raised: true));
            case '\'' or '′' or '’' when (operand is MathNode.Said { IsNumber: false } && (isLatex || Next is '(' or ' '))
                || (isLatex && operand is MathNode.Group or MathNode.Call):
                Position++;
                return new MathNode.Phrase("prime", operand);
            case '!' when isLatex || (operand is MathNode.Said or MathNode.Group && AfterFactorial().IsMatch(text[(Position + 1)..]))
                || (IsCertain && operand is MathNode.Group):
                Position++;
                return new MathNode.Phrase("factorial", operand);
            case '%':
                Position++;
                return new MathNode.Row([operand, new MathNode.Said(words.Operator('%'), IsNumber: true)]);
            default:
                return null;
        }
    }

    private MathNode.Row Degrees(MathNode operand, int taken)
    {
        Position += taken;
        return new MathNode.Row([operand, new MathNode.Said(words.Operator('°'), IsNumber: true)]);
    }

    /// <summary>What follows <c>^</c>, <c>_</c>, <c>\frac</c>: a group in braces or brackets, or one sign.</summary>
    public MathNode Argument(bool raised = false)
    {
        SkipLatexSpace();
        if (Current is '{' || (Current == '(' && !isLatex))
        {
            var close = Current == '{' ? '}' : ')';
            Position++;
            var inner = ReadRow(character => character == close);
            Position += Current == close ? 1 : 0;
            return inner;
        }

        if (raised && isLatex && Current is '+' or '-' or '−' && !char.IsLetterOrDigit(Next))
        {
            // A charge: H^+, Cl^-.
            return new MathNode.Sign(words.Operator(text[Position++] == '+' ? '+' : '−'));
        }

        var negative = Current is '-' or '−' && raised;
        Position += negative ? 1 : 0;
        var one = isLatex && char.IsAsciiDigit(Current) ? Digit() : ReadPrimary([]) ?? new MathNode.Said("");
        return negative ? new MathNode.Row([new MathNode.Sign(words.Operator('−')), one]) : one;
    }

    /// <summary>An option in square brackets; null without one.</summary>
    public MathNode? Option()
    {
        if (Current != '[')
        {
            return null;
        }

        Position++;
        var inner = ReadRow(character => character == ']');
        Position += Current == ']' ? 1 : 0;
        return inner;
    }

    /// <summary>The text between braces, as it stands.</summary>
    public string Raw()
    {
        if (Current != '{')
        {
            return "";
        }

        var (start, depth) = (Position + 1, 0);
        for (; Position < text.Length; Position++)
        {
            depth += text[Position] == '{' ? 1 : text[Position] == '}' ? -1 : 0;
            if (depth == 0)
            {
                return text[start..Position++];
            }
        }

        return text[start..];
    }

    /// <summary>The name after a backslash.</summary>
    public string Command()
    {
        Position++;
        return char.IsLetter(Current) ? Run(char.IsAsciiLetter) : Position < text.Length ? text[Position++].ToString() : "";
    }

    /// <summary>Whether a character comes next; it is taken if so.</summary>
    public bool Takes(char character)
    {
        SkipLatexSpace();
        if (Current != character)
        {
            return false;
        }

        Position++;
        return true;
    }

    /// <summary>A whole operand, for functions without brackets: <c>\sin x</c>.</summary>
    public MathNode? Operand()
    {
        SkipLatexSpace();
        return ReadOperand([]);
    }

    /// <summary>Brackets that only hold a function's argument are not said.</summary>
    public static MathNode Bare(MathNode argument) => argument is MathNode.Group group ? group.Inner : argument;

    private MathNode.Said Digit() => new(words.Say(text[Position++].ToString()), IsNumber: true);

    private MathNode Sub(string scripted) => new MathReader(Scripted.Plain(scripted), 0, true, words).ReadRow();

    private string Run(Func<char, bool> belongs)
    {
        var start = Position;
        while (Position < text.Length && belongs(text[Position]))
        {
            Position++;
        }

        return text[start..Position];
    }

    private void SkipSpace()
    {
        while (Position < text.Length && char.IsWhiteSpace(text[Position]))
        {
            Position++;
        }
    }

    private void SkipLatexSpace()
    {
        if (isLatex)
        {
            SkipSpace();
        }
    }

    private static bool IsCloser(char character) => character is ')' or ']' or '}';

    [GeneratedRegex(@"^[^.;!?\n]{0,60}=")]
    private static partial Regex EqualsAhead();

    [GeneratedRegex(@"^\s*(?:[=+−×·/)]|-\s)")]
    private static partial Regex AfterFactorial();
}
