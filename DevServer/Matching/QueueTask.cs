using TemporalVideo.DevServer.Executions;
using TemporalVideo.DevServer.Executions.Queries;

namespace TemporalVideo.DevServer.Matching;

/// <summary>An offer to pollers. Whoever takes it must still ask the run whether it stands.</summary>
internal sealed record QueueTask
{
    public required QueueKey Queue { get; init; }

    public required WorkflowKey Workflow { get; init; }

    public required string RunId { get; init; }

    /// <summary>Stamp of the workflow task, or scheduled event id of the activity.</summary>
    public required long Id { get; init; }

    /// <summary>Attempt of the activity.</summary>
    public int Attempt { get; init; }

    /// <summary>When it was offered, in ticks of the server's time.</summary>
    public long OfferedTime { get; init; }

    /// <summary>Set when this is a query that needs no workflow task.</summary>
    public DirectQuery? Query { get; init; }

    /// <summary>Where it goes when nobody polls <see cref="Queue"/>, a sticky queue; null to wait there.</summary>
    public QueueKey? Fallback { get; init; }
}
