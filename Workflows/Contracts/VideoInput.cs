namespace TemporalVideo.Workflows.Contracts;

/// <summary>Everything a video workflow needs to know. Nothing else is read while it runs.</summary>
public sealed record VideoInput
{
    /// <summary>Which session.</summary>
    public required SessionKey Session { get; init; }

    /// <summary>A lesson in Markdown, or a bare topic.</summary>
    public required string Source { get; init; }

    /// <summary>Wanted length in seconds.</summary>
    public required double TargetSeconds { get; init; }

    /// <summary>Whether a person approves the story and the scenes; default no.</summary>
    public bool Interactive { get; init; }

    /// <summary>The most the video may cost, in US dollars; null is no limit.</summary>
    public decimal? CostLimit { get; init; }

    /// <summary>The configuration as it was when the workflow was started: a file edited meanwhile changes the next run.</summary>
    public PipelineSettings Settings { get; init; } = new();

    /// <summary>Agents that are to fail, for tests.</summary>
    public IReadOnlyList<AgentName> Fail { get; init; } = [];
}
