namespace TemporalVideo.Studio.Pictures.Code;

/// <summary>What a part of program code is.</summary>
internal enum CodeKind
{
    /// <summary>Names, signs, space.</summary>
    Plain,

    /// <summary>A remark.</summary>
    Comment,

    /// <summary>Text in quotes.</summary>
    Text,

    /// <summary>A number or a constant of the language.</summary>
    Number,

    /// <summary>A word of the language.</summary>
    Keyword,

    /// <summary>The name of something that is called.</summary>
    Function,

    /// <summary>The name of a type, a tag, a property.</summary>
    Type,
}

/// <summary>A part of a line of code.</summary>
/// <param name="Text">Its characters; tabs are spaces by now.</param>
/// <param name="Kind">What it is.</param>
internal readonly record struct CodeSpan(string Text, CodeKind Kind)
{
    /// <summary>What of a line lies between two columns.</summary>
    public static IReadOnlyList<CodeSpan> Cut(IReadOnlyList<CodeSpan> line, int from, int to)
    {
        List<CodeSpan> cut = [];
        var at = 0;
        foreach (var span in line)
        {
            var (first, last) = (Math.Max(from, at), Math.Min(to, at + span.Text.Length));
            if (first < last)
            {
                cut.Add(span with { Text = span.Text[(first - at)..(last - at)] });
            }

            at += span.Text.Length;
        }

        return cut;
    }
}
