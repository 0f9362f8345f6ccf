using System.Text.Json.Serialization;
using Temporalio.Activities;

namespace TemporalVideo.Workflows.Contracts;

/// <summary>What has changed in a pipeline since the last writing of its rows.</summary>
public sealed record PipelineChanges
{
    /// <summary>Whose, and which.</summary>
    public required SessionKey Pipeline { get; init; }

    /// <summary>Name of its template.</summary>
    public required string Template { get; init; }

    /// <summary>Key of its plan.</summary>
    public required string PlanKey { get; init; }

    /// <summary>Which run of it: 1, and one more with each time that it is run again.</summary>
    public required int Round { get; init; }

    /// <summary>Number of the change within the round, from 1.</summary>
    public required int Revision { get; init; }

    /// <summary>How far it is.</summary>
    public required PipelineOutcome Outcome { get; init; }

    /// <summary>Why it failed; null where it did not.</summary>
    public string? Error { get; init; }

    /// <summary>When that was.</summary>
    public required DateTime At { get; init; }

    /// <summary>How many jobs come before <see cref="Nodes"/>.</summary>
    public required int Known { get; init; }

    /// <summary>Jobs that have no row yet.</summary>
    public required IReadOnlyList<JobNode> Nodes { get; init; }

    /// <summary>Where the jobs stand that have changed.</summary>
    public required IReadOnlyList<JobProgress> Jobs { get; init; }

    /// <summary>Places among the user's running jobs that were given back; null for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<JobPlace>? Left { get; init; }
}

/// <summary>Activity: writes changes of a pipeline into its rows. What is older than what stands there changes nothing.</summary>
public interface IRecordPipeline
{
    /// <inheritdoc cref="IRecordPipeline"/>
    /// <param name="changes">The changes.</param>
    [Activity]
    Task RecordPipelineAsync(PipelineChanges changes);
}
