using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Storytelling.Lessons;

/// <summary>A lesson as it was read.</summary>
internal sealed record Lesson
{
    public required string Title { get; init; }

    public string Subject { get; init; } = "";

    /// <summary>IETF tag of the text.</summary>
    public string Language { get; init; } = "en";

    /// <summary>Name of the voice that its author wishes for; null: any.</summary>
    public string? Voice { get; init; }

    /// <summary>Size of the picture that its author wishes for; null: any.</summary>
    public VideoSize? Size { get; init; }

    /// <summary>The logo that its author wishes for, and its line; null: none.</summary>
    public (int Line, string Name)? Logo { get; init; }

    /// <summary>How words are said, by the word.</summary>
    public IReadOnlyDictionary<string, string> Pronunciation { get; init; } = new Dictionary<string, string>();

    public IReadOnlyList<LessonSentence> Summary { get; init; } = [];

    public IReadOnlyList<string> Keywords { get; init; } = [];

    /// <summary>The sections in order; the first has no heading when text stands before the first heading.</summary>
    public required IReadOnlyList<LessonSection> Sections { get; init; }

    /// <summary>What the reader found and cannot be in a video.</summary>
    public IReadOnlyList<LeftOut> LeftOut { get; init; } = [];

    /// <summary>All sentences that may be spoken, in the lesson's order.</summary>
    public IEnumerable<LessonSentence> Sentences => Sections.SelectMany(section => section.Sentences).Concat(Summary);
}

/// <summary>A heading and what stands under it.</summary>
/// <param name="Heading">The heading; empty before the first.</param>
/// <param name="Blocks">What stands under it.</param>
/// <param name="Role">What it is for.</param>
internal sealed record LessonSection(string Heading, IReadOnlyList<LessonBlock> Blocks, SectionRole Role = SectionRole.Text)
{
    /// <summary>Where its heading stands, counted from 1; 0 without one.</summary>
    public int Line { get; init; }

    /// <summary>Level of its heading: 1 is the outermost.</summary>
    public int Level { get; init; } = 1;

    public IEnumerable<LessonSentence> Sentences => Blocks.SelectMany(block => block.Sentences);
}

/// <summary>What a section is for, as the lesson marks it.</summary>
internal enum SectionRole
{
    /// <summary>It teaches.</summary>
    Text,

    /// <summary>What the learner will know.</summary>
    Objectives,

    /// <summary>Questions to think about.</summary>
    Questions,

    /// <summary>Something to do.</summary>
    Exercise,

    /// <summary>The answer to an exercise: a video that shows it gives it away.</summary>
    Solution,

    /// <summary>Where it was taken from, and where to read on.</summary>
    Sources,
}

/// <summary>Something of the lesson that the video does not carry.</summary>
/// <param name="Line">Where it stands, counted from 1.</param>
/// <param name="What">It, or its beginning.</param>
/// <param name="Because">Why it is left out.</param>
internal sealed record LeftOut(int Line, string What, string Because)
{
    /// <summary>Whether the length that was asked for has no room for it.</summary>
    public bool AsWished { get; init; }

    /// <summary>As the story lists it.</summary>
    public NotInVideo Listed => new(Line, What, Because) { AsWished = AsWished };
}
