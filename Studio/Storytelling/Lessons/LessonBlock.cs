namespace TemporalVideo.Studio.Storytelling.Lessons;

/// <summary>A paragraph, a list or a table of a section.</summary>
internal abstract record LessonBlock
{
    /// <summary>What of it can be spoken.</summary>
    public abstract IEnumerable<LessonSentence> Sentences { get; }
}

/// <summary>Running text.</summary>
internal sealed record LessonParagraph(IReadOnlyList<LessonSentence> Lines) : LessonBlock
{
    public override IEnumerable<LessonSentence> Sentences => Lines;
}

/// <summary>A list: numbered ones are steps in their order.</summary>
internal sealed record LessonList(bool IsNumbered, IReadOnlyList<LessonParagraph> Items) : LessonBlock
{
    public override IEnumerable<LessonSentence> Sentences => Items.SelectMany(item => item.Lines);
}

/// <summary>A table: it is drawn, not spoken.</summary>
internal sealed record LessonTable(IReadOnlyList<string> Header, IReadOnlyList<IReadOnlyList<string>> Rows) : LessonBlock
{
    public override IEnumerable<LessonSentence> Sentences => [];
}
