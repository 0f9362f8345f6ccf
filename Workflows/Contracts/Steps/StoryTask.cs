namespace TemporalVideo.Workflows.Contracts.Steps;

/// <summary>A story to be planned.</summary>
public sealed record StoryTask
{
    /// <summary>Which session.</summary>
    public required SessionKey Session { get; init; }

    /// <summary>A lesson in Markdown, or a bare topic.</summary>
    public required string Source { get; init; }

    /// <summary>Wanted length in seconds.</summary>
    public required double TargetSeconds { get; init; }

    /// <summary>What a person asked to be changed, oldest first.</summary>
    public IReadOnlyList<string> Feedback { get; init; } = [];
}
