namespace TemporalVideo.Studio.Storytelling.Lessons;

/// <summary>A lesson as it was read from Markdown.</summary>
internal sealed record Lesson
{
    public required string Title { get; init; }

    public string Subject { get; init; } = "";

    public string Language { get; init; } = "en";

    public IReadOnlyList<LessonSentence> Summary { get; init; } = [];

    public IReadOnlyList<string> Keywords { get; init; } = [];

    /// <summary>What stands between the title and the first section.</summary>
    public required LessonSection Introduction { get; init; }

    public required IReadOnlyList<LessonSection> Sections { get; init; }

    /// <summary>All sentences that may be spoken, in the lesson's order.</summary>
    public IEnumerable<LessonSentence> Sentences =>
        Introduction.Sentences.Concat(Sections.SelectMany(section => section.Sentences)).Concat(Summary);
}
