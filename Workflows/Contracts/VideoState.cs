namespace TemporalVideo.Workflows.Contracts;

/// <summary>What the query <c>Status</c> answers: the whole session at a glance.</summary>
public sealed record VideoState
{
    /// <summary>Which session.</summary>
    public required SessionKey Session { get; init; }

    /// <summary>How far it has come.</summary>
    public required VideoStage Stage { get; init; }

    /// <summary>How it ended, or that it has not.</summary>
    public required VideoOutcome Outcome { get; init; }

    /// <summary>The newest message of each agent that has spoken, the orchestrator's first.</summary>
    public required IReadOnlyList<StatusMessage> Agents { get; init; }

    /// <summary>Number of messages so far; <c>Statuses(after)</c> gives those behind a number.</summary>
    public required int LastSequence { get; init; }

    /// <summary>What a person is asked to approve; null when nobody is waited for.</summary>
    public ReviewSubject? WaitingFor { get; init; }

    /// <summary>Title of the story, once there is one.</summary>
    public string? Title { get; init; }

    /// <summary>Link to the video, once there is one.</summary>
    public string? VideoUrl { get; init; }
}
