using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Storytelling;

/// <summary>What a video is to be about.</summary>
public sealed record StoryRequest
{
    /// <summary>A lesson in Markdown, or a bare topic such as "Why is the sky blue?".</summary>
    public required string Source { get; init; }

    /// <summary>Which of the two it is.</summary>
    public SourceKind SourceKind { get; init; }

    /// <summary>Wanted length in seconds; null for as long as the lesson takes.</summary>
    public double? TargetSeconds { get; init; }

    /// <summary>The longest video in seconds; default 600.</summary>
    public double MaxSeconds { get; init; } = 600;

    /// <summary>Take every sentence in order, whatever the length; default no.</summary>
    public bool Verbatim { get; init; }

    /// <summary>Folder of Markdown lessons that a bare topic is looked up in.</summary>
    public required string LessonsFolder { get; init; }

    /// <summary>Folder that the lesson's pictures lie in; null where it is not known.</summary>
    public string? LessonFolder { get; init; }
}
