using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Temporalio.Activities;

namespace TemporalVideo.Workflows.Contracts;

/// <summary>Names that clients without this assembly call the pipeline's workflow by.</summary>
public static class JobPipelineNames
{
    /// <summary>The workflow type.</summary>
    public const string Workflow = "JobPipelineWorkflow";

    /// <summary>The workflow type that schedules start.</summary>
    public const string ScheduledWorkflow = "ScheduledPipelineWorkflow";

    /// <summary>Query without arguments: <see cref="JobPipelineState"/>.</summary>
    public const string StateQuery = "State";

    /// <summary>Query with a job's id: its <see cref="JobProgress"/>; null when there is none.</summary>
    public const string JobQuery = "Job";

    /// <summary>Update with a <see cref="JobApproval"/>; rejected when that job does not wait or the person may not.</summary>
    public const string ApproveUpdate = "Approve";

    /// <summary>Update with a <see cref="JobSpawn"/>: the new job's id; rejected beyond the limits.</summary>
    public const string SpawnUpdate = "Spawn";
}

/// <summary>The workflow id of a pipeline: <c>pipeline:{userId}:{pipelineId}</c>.</summary>
public static class JobPipelineId
{
    private const string Prefix = "pipeline";

    /// <summary>The workflow id of a pipeline.</summary>
    /// <param name="pipeline">Whose, and which.</param>
    public static string Of(SessionKey pipeline) => WorkflowIdForm.Of(Prefix, pipeline);

    /// <summary>Reads a workflow id back.</summary>
    /// <param name="workflowId">Any workflow id.</param>
    /// <param name="pipeline">The pipeline, when it is one.</param>
    public static bool TryParse(string? workflowId, [NotNullWhen(true)] out SessionKey? pipeline) =>
        WorkflowIdForm.TryParse(Prefix, workflowId, out pipeline);
}

/// <summary>The id of a schedule of pipelines: <c>pipeline-schedule:{userId}:{name}</c>.</summary>
public static class PipelineScheduleId
{
    private const string Prefix = "pipeline-schedule";

    /// <summary>The id of a schedule.</summary>
    /// <param name="schedule">Whose, and its name.</param>
    public static string Of(SessionKey schedule) => WorkflowIdForm.Of(Prefix, schedule);

    /// <summary>Reads an id back.</summary>
    /// <param name="id">Any id.</param>
    /// <param name="schedule">Whose, and its name, when it is one.</param>
    public static bool TryParse(string? id, [NotNullWhen(true)] out SessionKey? schedule) =>
        WorkflowIdForm.TryParse(Prefix, id, out schedule);
}

/// <summary>Types of jobs that are built in.</summary>
public static class JobTypes
{
    /// <summary>A program in a workspace of its own.</summary>
    public const string Command = "command";

    /// <summary>A person's word.</summary>
    public const string Approval = "approval";

    /// <summary>A call over HTTP.</summary>
    public const string Http = "http";

    /// <summary>A video, by a workflow of its own.</summary>
    public const string Video = "video";

    /// <summary>A language model with tools.</summary>
    public const string Agent = "agent";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Command, Approval, Http, Video, Agent];
}

/// <summary>What a pipeline starts with.</summary>
public sealed record JobPipelineInput
{
    /// <summary>Whose, and which.</summary>
    public required SessionKey Pipeline { get; init; }

    /// <summary>Name of its template.</summary>
    public required string Template { get; init; }

    /// <summary>Key of its <see cref="JobPlan"/> in the object store.</summary>
    public required string PlanKey { get; init; }

    /// <summary>The jobs.</summary>
    public required IReadOnlyList<JobNode> Nodes { get; init; }

    /// <summary>Where jobs stand already; null for a fresh start.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<JobProgress>? Progress { get; init; }

    /// <summary>How many jobs run at the same time; default 2.</summary>
    public int MaxParallel { get; init; } = 2;

    /// <summary>How many jobs may be spawned in all; default 10.</summary>
    public int MaxSpawned { get; init; } = 10;

    /// <summary>How deep spawned jobs may spawn others; default 3.</summary>
    public int MaxDepth { get; init; } = 3;

    /// <summary>How often a job may lose its worker; default 10.</summary>
    public int MaxLostWorkers { get; init; } = 10;

    /// <summary>Events of history after which it goes on as a new run; default 8000, far below Temporal's limit of 51200.</summary>
    public int EventsPerRun { get; init; } = 8000;

    /// <summary>Which run of it: 1, and one more with each time that it is run again.</summary>
    public int Round { get; init; } = 1;

    /// <summary>How many of the jobs have rows; for a run that goes on with an earlier one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int KnownRows { get; init; }

    /// <summary>Since when approvals wait; for a run that goes on with an earlier one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, DateTime>? WaitingSince { get; init; }

    /// <summary>Jobs that stand in line for a place; for a run that goes on with an earlier one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? InLine { get; init; }

    /// <summary>Number of the latest change of the round that was written into the rows.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Revision { get; init; }

    /// <summary>Whether a person waits for it: its turn comes before work in the background.</summary>
    public bool Interactive { get; init; }
}

/// <summary>How far a pipeline has come. JSON: the member's name.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PipelineOutcome>))]
public enum PipelineOutcome
{
    /// <summary>No job has begun.</summary>
    Pending,

    /// <summary>Jobs run or wait.</summary>
    Running,

    /// <summary>All jobs ended, and none failed that may not.</summary>
    Completed,

    /// <summary>A job failed.</summary>
    Failed,

    /// <summary>It was stopped.</summary>
    Cancelled,
}

/// <summary>The whole pipeline at a glance.</summary>
public sealed record JobPipelineState
{
    /// <summary>Whose, and which.</summary>
    public required SessionKey Pipeline { get; init; }

    /// <summary>Name of its template.</summary>
    public required string Template { get; init; }

    /// <summary>Key of its plan.</summary>
    public required string PlanKey { get; init; }

    /// <summary>Which run of it, from 1.</summary>
    public int Round { get; init; } = 1;

    /// <summary>How far it has come.</summary>
    public required PipelineOutcome Outcome { get; init; }

    /// <summary>The jobs, those spawned behind those of the template.</summary>
    public required IReadOnlyList<JobNode> Nodes { get; init; }

    /// <summary>Where they stand, in the same order.</summary>
    public required IReadOnlyList<JobProgress> Jobs { get; init; }
}

/// <summary>A person's word on a job that waits for it.</summary>
/// <param name="Job">The job.</param>
/// <param name="By">Who says so.</param>
/// <param name="Approves">Whether it may go on.</param>
/// <param name="Comment">What else there is to say; null for nothing.</param>
public sealed record JobApproval(string Job, string By, bool Approves, string? Comment = null);

/// <summary>A running job asks for another one, and waits for it.</summary>
/// <param name="Parent">The job that asks.</param>
/// <param name="Attempt">Its attempt.</param>
/// <param name="Job">The job of the plan whose work is to be done again.</param>
/// <param name="Reason">Why.</param>
/// <param name="ContextKey">Key of the record of what is handed over; null for nothing.</param>
public sealed record JobSpawn(string Parent, int Attempt, string Job, string Reason, string? ContextKey);

/// <summary>A job whose artifacts an attempt finds in its workspace.</summary>
/// <param name="Job">Its id.</param>
/// <param name="Attempt">Its latest attempt.</param>
public sealed record JobSource(string Job, int Attempt);

/// <summary>An attempt of a job.</summary>
public sealed record JobTask
{
    /// <summary>Whose, and which.</summary>
    public required SessionKey Pipeline { get; init; }

    /// <summary>Key of the plan.</summary>
    public required string PlanKey { get; init; }

    /// <summary>The job.</summary>
    public required JobNode Node { get; init; }

    /// <summary>Number of the attempt, from 1.</summary>
    public required int Attempt { get; init; }

    /// <summary>Whose artifacts it gets.</summary>
    public IReadOnlyList<JobSource> Sources { get; init; } = [];
}

/// <summary>
/// Activity: does an attempt of a job. Fails with <see cref="FailureTypes.JobFailed"/> when the work failed; not to be tried again where
/// the failure says so.
/// </summary>
public interface IRunJob
{
    /// <inheritdoc cref="IRunJob"/>
    /// <param name="task">The attempt.</param>
    [Activity]
    Task<string> RunJobAsync(JobTask task);
}

/// <summary>Activity: keeps where a pipeline's jobs stood at its end, for whoever looks when no worker runs.</summary>
public interface IKeepPipeline
{
    /// <inheritdoc cref="IKeepPipeline"/>
    /// <param name="state">The state.</param>
    [Activity]
    Task KeepPipelineAsync(JobPipelineState state);
}
