namespace TemporalVideo.Workflows.Contracts.Steps;

/// <summary>What every activity of an agent is told.</summary>
public record AgentTask
{
    /// <summary>Which session.</summary>
    public required SessionKey Session { get; init; }

    /// <summary>Who works.</summary>
    public required AgentName Agent { get; init; }

    /// <summary>Fail with <see cref="FailureTypes.ForcedFailure"/> instead of working; for tests.</summary>
    public bool Fail { get; init; }
}
