namespace TemporalVideo.Studio.Words;

/// <summary>What an operand begins with: numbers, brackets, bars, roots, letters.</summary>
internal sealed partial class MathReader
{
    private MathNode? ReadPrimary(List<MathNode> parts)
    {
        if (char.IsAsciiDigit(Current))
        {
            return Number();
        }

        switch (Current)
        {
            case '(' or '[':
                return Bracketed(parts);
            case '{' when isLatex:
                return Argument();
            case '|' when isLatex || char.IsLetterOrDigit(Next):
                return Absolute();
            case '√' or '∛' or '∜':
                return Rooted();
            case '\\' when isLatex:
                return _commands.Read(this, words);
            case '∞' or '∅' or '∂' or '∇' or '∑' or '∫' or '°' or '…' when isLatex || Current is not ('°' or '…'):
                return new MathNode.Said(Current == '…' ? "," : words.Operator(text[Position++]));
            default:
                return char.IsLetter(Current) ? Letters() : null;
        }
    }

    private MathNode.Said Number()
    {
        if (!isLatex && words.PartAt(text, Position) is { } part)
        {
            Position += part.Length;
            return new MathNode.Said(part.Words, IsNumber: true);
        }

        var match = words.Number.Match(text, Position);
        Position += match.Length;
        if (words.Mixed(match.Value, Current) is { } mixed)
        {
            Position++;
            return new MathNode.Said(mixed, IsNumber: true);
        }

        if (!isLatex && words.UnitAt(text, Position) is { } unit)
        {
            Position += unit.Length;
            return new MathNode.Said($"{words.Amount(match.Value, Position - unit.Length, text)} {unit.Words}", IsNumber: true);
        }

        return new MathNode.Said(words.Say(match.Value), IsNumber: true);
    }

    private MathNode? Bracketed(List<MathNode> parts)
    {
        var start = Position;
        var close = Current == '(' ? ')' : ']';
        Position++;
        var inner = ReadRow(character => character == close);
        if (Current != close || inner.Parts.Count == 0)
        {
            Position = start;
            if (isLatex)
            {
                Position++;
                return new MathNode.Said("");
            }

            return null;
        }

        Position++;
        if (parts.Count > 0
            && parts[^1] is MathNode.Said { IsNumber: false } or MathNode.Phrase
                or MathNode.Power { Base: MathNode.Said { IsNumber: false } }
            && words.IsFunction(parts[^1], inner))
        {
            var function = parts[^1];
            parts.RemoveAt(parts.Count - 1);
            IsCertain |= function is MathNode.Said { Words: "f" or "g" or "h" };
            return new MathNode.Call(function, inner);
        }

        return new MathNode.Group(inner);
    }

    private MathNode? Absolute()
    {
        var start = Position++;
        var inner = ReadRow(character => character == '|');
        if (Current != '|' || inner.Parts.Count == 0)
        {
            Position = start;
            return isLatex ? Given() : null;
        }

        Position++;
        return new MathNode.Phrase("absolute", inner);
    }

    private MathNode.Sign Given()
    {
        Position++;
        return new MathNode.Sign(words.Phrase("given"));
    }

    private MathNode Rooted()
    {
        var degree = Current switch { '∛' => "3", '∜' => "4", _ => null };
        Position++;
        IsCertain = true;
        var inner = Current is '(' or '{' ? Argument() : ReadPrimary([]) ?? new MathNode.Said("");
        return new MathNode.Root(inner, degree is null ? null : new MathNode.Said(degree, IsNumber: true));
    }

    /// <summary>"tan⁻¹" is the inverse of the function and no power of it.</summary>
    private string Raised(string function)
    {
        if (Current != '⁻' || Next != '¹')
        {
            return function;
        }

        (Position, IsCertain) = (Position + 2, true);
        return string.Format(System.Globalization.CultureInfo.InvariantCulture, words.Phrase("inverse"), function);
    }

    private MathNode? Letters()
    {
        if (text[Position] == 'Σ' && (Next == '(' || char.IsLetter(Next)))
        {
            Position++;
            return new MathNode.Bounded($"{words.Phrase("sum")} {words.Phrase("limit_of")}", null, null);
        }

        if (isLatex)
        {
            return new MathNode.Said(words.Letter(text[Position++]));
        }

        var end = Position;
        while (end < text.Length && char.IsLetter(text[end]) && !Scripted.IsRaised(text[end]) && !Scripted.IsLowered(text[end]))
        {
            end++;
        }

        if (end < text.Length && text[end] == '$')
        {
            // "R$ 12": money.
            return null;
        }

        var run = text[Position..end];
        if (words.Function(run) is { } function)
        {
            Position = end;
            function = Raised(function);
            if (Current == ' ')
            {
                Position++;
            }

            if (words.Substance(text, Position) is { } amount)
            {
                Position += amount.Length;
                return new MathNode.Call(new MathNode.Said(function), new MathNode.Said(amount.Words));
            }

            return ReadOperand([]) is { } argument ? new MathNode.Call(new MathNode.Said(function), Bare(argument)) : null;
        }

        if (!words.AreVariables(run, IsCertain || (end < text.Length && (Scripted.IsRaised(text[end]) || text[end] == '^'))))
        {
            return null;
        }

        return new MathNode.Said(words.Letter(text[Position++]));
    }
}
