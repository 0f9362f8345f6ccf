namespace TemporalVideo.Studio.Storytelling.Lessons;

/// <summary>One sentence, plain text, as the lesson writes it.</summary>
/// <param name="Text">The sentence.</param>
/// <param name="Terms">The phrases in it that the lesson prints in bold.</param>
/// <param name="Line">Where it stands in the source, counted from 1.</param>
/// <param name="Formulas">The formulas in it.</param>
internal sealed record LessonSentence(string Text, IReadOnlyList<string> Terms, int Line, IReadOnlyList<LessonFormula> Formulas)
{
    public LessonSentence(string text, IReadOnlyList<string> terms, int line = 0)
        : this(text, terms, line, [])
    {
    }

    /// <summary>The pieces of code in it, in order.</summary>
    public IReadOnlyList<string> Codes { get; init; } = [];
}

/// <summary>A formula in LaTeX, and as it stands in a line of text.</summary>
internal sealed record LessonFormula(string Latex, string Plain);

/// <summary>A part of a lesson; <see cref="Line"/> is where it begins.</summary>
internal abstract record LessonBlock
{
    public required int Line { get; init; }

    /// <summary>What of it can be spoken.</summary>
    public virtual IReadOnlyList<LessonSentence> Sentences => [];

    /// <summary>What it is, in a few words, for a list of what was left out.</summary>
    public abstract string Excerpt { get; }
}

/// <summary>Running text.</summary>
internal sealed record LessonParagraph : LessonBlock
{
    public required IReadOnlyList<LessonSentence> Lines { get; init; }

    public override IReadOnlyList<LessonSentence> Sentences => Lines;

    public override string Excerpt => Lines[0].Text;
}

/// <summary>A list, nested ones flattened: each item knows its level.</summary>
internal sealed record LessonList : LessonBlock
{
    public required bool IsNumbered { get; init; }

    public required IReadOnlyList<LessonItem> Items { get; init; }

    public override IReadOnlyList<LessonSentence> Sentences => [.. Items.SelectMany(item => item.Lines)];

    public override string Excerpt => string.Join("; ", Items.Select(item => item.Lines[0].Text));
}

/// <summary>An item of a list, with at least one sentence.</summary>
/// <param name="Level">Depth; 0 is the outermost.</param>
/// <param name="Lines">Its sentences.</param>
/// <param name="Mark">Its number as the list counts, "3." or "c."; null for a bullet.</param>
internal sealed record LessonItem(int Level, IReadOnlyList<LessonSentence> Lines, string? Mark = null);

/// <summary>A table of any shape; without a header its names are empty.</summary>
internal sealed record LessonTable : LessonBlock
{
    public required IReadOnlyList<string> Header { get; init; }

    public required IReadOnlyList<IReadOnlyList<string>> Rows { get; init; }

    public int Cells => Header.Count + Rows.Sum(row => row.Count);

    public override string Excerpt => $"table: {string.Join(", ", Header.Where(name => name.Length > 0))}";
}

/// <summary>Somebody's words.</summary>
internal sealed record LessonQuote : LessonBlock
{
    public required IReadOnlyList<LessonSentence> Lines { get; init; }

    /// <summary>Who said it; null where the lesson does not say.</summary>
    public string? By { get; init; }

    /// <summary>The lines of a poem, as they stand; none of prose.</summary>
    public IReadOnlyList<string> Verses { get; init; } = [];

    public override IReadOnlyList<LessonSentence> Sentences => Lines;

    public override string Excerpt => Lines[0].Text;
}

/// <summary>A term and what it means.</summary>
internal sealed record LessonDefinition : LessonBlock
{
    public required string Term { get; init; }

    public required IReadOnlyList<LessonSentence> Lines { get; init; }

    public override IReadOnlyList<LessonSentence> Sentences => Lines;

    public override string Excerpt => Term;
}

/// <summary>Program code, shown and not read out.</summary>
internal sealed record LessonCode : LessonBlock
{
    public required string Text { get; init; }

    public required string Language { get; init; }

    public override string Excerpt => $"code: {Text.Split('\n')[0].Trim()}";
}

/// <summary>A formula that stands alone.</summary>
internal sealed record LessonEquation : LessonBlock
{
    public required LessonSentence Sentence { get; init; }

    public string Latex => Sentence.Formulas[0].Latex;

    public override IReadOnlyList<LessonSentence> Sentences => [Sentence];

    public override string Excerpt => Sentence.Text;
}

/// <summary>A picture beside the lesson.</summary>
internal sealed record LessonPicture : LessonBlock
{
    public required string File { get; init; }

    public required string Caption { get; init; }

    public override string Excerpt => Caption.Length > 0 ? $"picture {File}: {Caption}" : $"picture {File}";
}
