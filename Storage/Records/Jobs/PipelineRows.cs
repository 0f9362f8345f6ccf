namespace TemporalVideo.Storage.Records.Jobs;

/// <summary>A row of <c>pipeline_template</c>: one version of a template. Versions are added, never changed.</summary>
public sealed class TemplateRow
{
    /// <summary>Name of the template.</summary>
    public required string Name { get; init; }

    /// <summary>Which version, from 1.</summary>
    public required int Version { get; init; }

    /// <summary>SHA-256 of the text, lower-case hexadecimal.</summary>
    public required string Hash { get; init; }

    /// <summary>The template, YAML.</summary>
    public required string Text { get; init; }

    /// <summary>Where it came from: <c>file</c>, <c>pipeline</c> or the name of who wrote it.</summary>
    public required string Origin { get; init; }

    /// <summary>When it was added, UTC.</summary>
    public required DateTime CreatedAt { get; init; }
}

/// <summary>A row of <c>pipeline</c>.</summary>
public sealed class PipelineRow
{
    /// <summary>Whose; with the id it is the key.</summary>
    public required string UserId { get; init; }

    /// <summary>Which.</summary>
    public required string Id { get; init; }

    /// <summary>Name of its template.</summary>
    public required string Template { get; init; }

    /// <summary>Version of the template that it was made from; null where its plan does not say.</summary>
    public int? TemplateVersion { get; set; }

    /// <summary>Key of its plan in the object store.</summary>
    public string PlanKey { get; set; } = "";

    /// <summary>What the person asked for; it never changes.</summary>
    public required string OriginalPrompt { get; init; }

    /// <summary>Values of its parameters, a JSON object.</summary>
    public string Parameters { get; set; } = "{}";

    /// <summary>How far it is: the JSON name of a <c>PipelineOutcome</c>.</summary>
    public string State { get; set; } = "Pending";

    /// <summary>Why it failed; null where it did not.</summary>
    public string? Error { get; set; }

    /// <summary>How often it was run, from 1.</summary>
    public int Round { get; set; }

    /// <summary>Number of the latest change that is written, from 1 in each round.</summary>
    public int Revision { get; set; }

    /// <summary>When it began for the first time, UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>When it ended, UTC; null until it has.</summary>
    public DateTime? CompletedAt { get; set; }
}

/// <summary>A row of <c>pipeline_stage</c>.</summary>
public sealed class StageRow
{
    /// <summary>Whose pipeline.</summary>
    public required string UserId { get; init; }

    /// <summary>Which pipeline.</summary>
    public required string PipelineId { get; init; }

    /// <summary>Name of the stage.</summary>
    public required string Name { get; init; }

    /// <summary>Its place, from 0.</summary>
    public int Position { get; set; }

    /// <summary>How far its jobs are: the JSON name of a <c>PipelineOutcome</c>.</summary>
    public string State { get; set; } = "Pending";
}

/// <summary>A row of <c>pipeline_job</c>: where a job stands. A final state is left only by a new attempt or a new round.</summary>
public sealed class JobRow
{
    /// <summary>Whose pipeline.</summary>
    public required string UserId { get; init; }

    /// <summary>Which pipeline.</summary>
    public required string PipelineId { get; init; }

    /// <summary>Which job.</summary>
    public required string Id { get; init; }

    /// <summary>Its place in the pipeline, from 0.</summary>
    public int Position { get; set; }

    /// <summary>What kind of work.</summary>
    public string Type { get; set; } = "";

    /// <summary>The stage that it belongs to; null for none.</summary>
    public string? Stage { get; set; }

    /// <summary>Where it stands: the JSON name of a <c>JobState</c>.</summary>
    public string State { get; set; } = "Pending";

    /// <summary>Why, for people; null where there is nothing to say.</summary>
    public string? Reason { get; set; }

    /// <summary>Number of the latest attempt; 0 before the first.</summary>
    public int Attempt { get; set; }

    /// <summary>How often it was tried again.</summary>
    public int RetryCount { get; set; }

    /// <summary>How often it may be tried again.</summary>
    public int MaxRetries { get; set; }

    /// <summary>How many attempts were lost with their worker.</summary>
    public int Lost { get; set; }

    /// <summary>Whether the pipeline completes although it fails.</summary>
    public bool AllowFailure { get; set; }

    /// <summary>The job that spawned it; null for one of the template.</summary>
    public string? ParentJob { get; set; }

    /// <summary>The job whose work it does once more; null for one of the template.</summary>
    public string? SpecOf { get; set; }

    /// <summary>Why it was spawned; null for one of the template.</summary>
    public string? RegressionContext { get; set; }

    /// <summary>The round of the pipeline that the row is of.</summary>
    public int Round { get; set; }

    /// <summary>Number of the change that it is of.</summary>
    public int Revision { get; set; }

    /// <summary>When its latest attempt began, UTC; null before the first.</summary>
    public DateTime? StartedAt { get; set; }

    /// <summary>When it ended, UTC; null until it has.</summary>
    public DateTime? CompletedAt { get; set; }
}

/// <summary>A row of <c>pipeline_dependency</c>: a job that another one needs.</summary>
public sealed class DependencyRow
{
    /// <summary>Whose pipeline.</summary>
    public required string UserId { get; init; }

    /// <summary>Which pipeline.</summary>
    public required string PipelineId { get; init; }

    /// <summary>The job that needs it.</summary>
    public required string JobId { get; init; }

    /// <summary>The job that is needed.</summary>
    public required string Needs { get; init; }

    /// <summary>How that must have ended: <c>Success</c>, <c>Failure</c> or <c>Always</c>.</summary>
    public required string Condition { get; init; }
}

/// <summary>A row of <c>pipeline_artifact</c>: a file that an attempt left.</summary>
public sealed class ArtifactRow
{
    /// <summary>Whose pipeline.</summary>
    public required string UserId { get; init; }

    /// <summary>Which pipeline.</summary>
    public required string PipelineId { get; init; }

    /// <summary>The job that left it.</summary>
    public required string JobId { get; init; }

    /// <summary>Its attempt.</summary>
    public required int Attempt { get; init; }

    /// <summary>The path in the workspace.</summary>
    public required string Path { get; init; }

    /// <summary><c>file</c>, <c>model_output</c> or <c>error_context</c>.</summary>
    public required string Type { get; init; }

    /// <summary>Hash of its content, which also names it in the object store.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Its size.</summary>
    public required long Bytes { get; init; }

    /// <summary>When it was kept, UTC.</summary>
    public required DateTime CreatedAt { get; init; }
}

/// <summary>A row of <c>pipeline_consumption</c>: an artifact that an attempt found in its workspace.</summary>
public sealed class ConsumptionRow
{
    /// <summary>Whose pipeline.</summary>
    public required string UserId { get; init; }

    /// <summary>Which pipeline.</summary>
    public required string PipelineId { get; init; }

    /// <summary>The job that read it.</summary>
    public required string JobId { get; init; }

    /// <summary>Its attempt.</summary>
    public required int Attempt { get; init; }

    /// <summary>The job that had left it.</summary>
    public required string SourceJob { get; init; }

    /// <summary>That job's attempt; 0 for what was handed over to a spawned job.</summary>
    public required int SourceAttempt { get; init; }

    /// <summary>The path in that job's workspace.</summary>
    public required string Path { get; init; }

    /// <summary>Hash of what was read.</summary>
    public required string Sha256 { get; init; }

    /// <summary>When that was noted, UTC.</summary>
    public required DateTime At { get; init; }
}
