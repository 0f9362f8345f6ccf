using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Storytelling;

/// <summary>What a video is to be about.</summary>
public sealed record StoryRequest
{
    /// <summary>A lesson in Markdown, or a bare topic such as "Why is the sky blue?".</summary>
    public required string Source { get; init; }

    /// <summary>Which of the two it is.</summary>
    public SourceKind SourceKind { get; init; }

    /// <summary>Wanted length in seconds, 30 to 90; default 60.</summary>
    public double TargetSeconds { get; init; } = 60;

    /// <summary>Folder of Markdown lessons that a bare topic is looked up in.</summary>
    public required string LessonsFolder { get; init; }
}
