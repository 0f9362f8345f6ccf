namespace TemporalVideo.Workflows.Contracts.Steps;

/// <summary>How a session ended, for its row.</summary>
public sealed record CloseTask
{
    /// <summary>Which session.</summary>
    public required SessionKey Session { get; init; }

    /// <summary>How it ended.</summary>
    public required VideoOutcome Outcome { get; init; }

    /// <summary>Link to the video; null without one.</summary>
    public string? VideoUrl { get; init; }

    /// <summary>Why there is no video; null when there is one.</summary>
    public string? Reason { get; init; }

    /// <summary>What was charged, in US dollars.</summary>
    public required decimal Cost { get; init; }
}
