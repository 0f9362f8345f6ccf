namespace TemporalVideo.Workflows.Contracts.Steps;

/// <summary>Work on the whole story.</summary>
public sealed record StoryboardTask : AgentTask
{
    /// <summary>The story.</summary>
    public required Story Story { get; init; }
}
