namespace TemporalVideo.Studio.Words;

/// <summary>LaTeX commands.</summary>
internal sealed class MathCommands
{
    private static readonly HashSet<string> Silent =
    [
        "left", "right", "big", "Big", "bigg", "Bigg", "displaystyle", "textstyle", "limits", "quad", "qquad", ",", ";", ":", "!", " ",
            "mathrm", "mathbf",
        "mathit", "mathsf", "mathcal", "boldsymbol", "bm", "nolimits", "bigl", "bigr", "Bigl", "Bigr", "{", "}", "hline", "boxed",
            "underbrace", "biggl", "biggr", "Biggl", "Biggr",
        "ensuremath", "rm", "it", "bf", "label", "tag", "nonumber", "notag", "hspace", "vspace", "middle", "rfloor", "rceil",
    ];

    private static readonly HashSet<string> WithTextArgument = ["label", "tag", "hspace", "vspace"];

    /// <summary>Reads the command that begins here.</summary>
    public MathNode Read(MathReader reader, MathWords words)
    {
        var name = reader.Command();
        if (LatexSigns.Relations.TryGetValue(name, out var sign))
        {
            // A congruence is said as an equation.
            return new MathNode.Sign(words.Operator(sign == '≡' ? '=' : sign));
        }

        if (LatexSigns.Things.TryGetValue(name, out var thing))
        {
            return new MathNode.Said(words.Operator(thing), IsNumber: name is "%" or "degree");
        }

        if (LatexSigns.Greek.TryGetValue(name.ToLowerInvariant(), out var letter))
        {
            return new MathNode.Said(words.Letter(letter));
        }

        if (WithTextArgument.Contains(name))
        {
            _ = reader.Raw();
            return new MathNode.Said("");
        }

        if (Silent.Contains(name))
        {
            _ = name is "left" or "right" && reader.Takes('.');
            return new MathNode.Said("");
        }

        return name switch
        {
            "frac" or "dfrac" or "tfrac" or "cfrac" => new MathNode.Fraction(reader.Argument(), reader.Argument()),
            "sqrt" => Root(reader),
            "text" or "textrm" or "textbf" or "textit" or "operatorname" or "mbox" =>
                new MathNode.Said($"{words.Text(reader.Raw())}", IsNumber: true),
            "mathbb" => Set(reader, words),
            "ce" => new MathNode.Said(words.Chemistry(Mhchem.ToPlain(reader.Raw()))),
            "begin" or "end" => Environment(reader),
            "vec" or "overrightarrow" => new MathNode.Phrase("vector", reader.Argument()),
            "bar" or "overline" => new MathNode.Phrase("bar", reader.Argument()),
            "hat" or "widehat" => new MathNode.Phrase("hat", reader.Argument()),
            "dot" => new MathNode.Phrase("dotted", reader.Argument()),
            "sum" or "int" or "prod" => Bounded(reader, words.Phrase(name)),
            "lim" => Bounded(reader, words.Phrase("limit")),
            "colon" => new MathNode.Sign(","),
            "lfloor" => new MathNode.Sign(words.Phrase("floor")),
            "lceil" => new MathNode.Sign(words.Phrase("ceiling")),
            "ldots" or "dots" or "cdots" or "\\" or "newline" => new MathNode.Sign(","),
            "mid" or "vert" => new MathNode.Sign(words.Phrase("given")),
            "prime" => new MathNode.Said(words.Phrase("prime").Replace("{0}", "", StringComparison.Ordinal).Trim()),
            "circ" => new MathNode.Said(words.Operator('°'), IsNumber: true),
            _ when words.Function(name) is { } function => Call(reader, function, words),
            _ => Unread(reader, name),
        };
    }

    /// <summary>Sets of numbers, by their letter with a double stroke.</summary>
    private static MathNode.Said Set(MathReader reader, MathWords words)
    {
        var letter = reader.Raw().Trim();
        return letter is [var only] && LatexSigns.SetOf(only) is { } set
            ? new MathNode.Said(words.Operator(set), IsNumber: true) : new MathNode.Said(letter);
    }

    /// <summary>The name of what is laid out in rows, and the columns of an array, are not said.</summary>
    private static MathNode.Said Environment(MathReader reader)
    {
        if (reader.Raw() == "array")
        {
            _ = reader.Raw();
        }

        return new MathNode.Said("");
    }

    private static MathNode.Root Root(MathReader reader)
    {
        var degree = reader.Option();
        return new MathNode.Root(reader.Argument(), degree);
    }

    private static MathNode.Bounded Bounded(MathReader reader, string name)
    {
        MathNode? from = null, to = null;
        for (var i = 0; i < 2; i++)
        {
            from = reader.Takes('_') ? reader.Argument(raised: true) : from;
            to = reader.Takes('^') ? reader.Argument(raised: true) : to;
        }

        return new MathNode.Bounded(name, from, to);
    }

    private static MathNode Call(MathReader reader, string function, MathWords words)
    {
        MathNode name = new MathNode.Said(function);
        if (reader.Takes('^'))
        {
            name = new MathNode.Power(name, reader.Argument(raised: true));
        }

        if (reader.Takes('_'))
        {
            var below = reader.Argument(raised: true);
            name = function == words.Function("log") ? new MathNode.ToBase(name, below) : new MathNode.Index(name, below);
        }

        return reader.Operand() is { } argument ? new MathNode.Call(name, MathReader.Bare(argument)) : name;
    }

    private static MathNode.Said Unread(MathReader reader, string name)
    {
        reader.Unknown.Add($"\\{name}");
        return new MathNode.Said("");
    }
}
