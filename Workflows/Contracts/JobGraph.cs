using System.Text.Json.Serialization;

namespace TemporalVideo.Workflows.Contracts;

/// <summary>How far a job has come; the last four are final. JSON: the member's name.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<JobState>))]
public enum JobState
{
    /// <summary>What it needs has not ended.</summary>
    Pending,

    /// <summary>It may run, and waits for a place or for its next attempt.</summary>
    Queued,

    /// <summary>It runs.</summary>
    Running,

    /// <summary>It waits for a job that it has spawned, or for a person; it takes no place meanwhile.</summary>
    Waiting,

    /// <summary>It did what it was to do.</summary>
    Completed,

    /// <summary>It failed, and is not tried again.</summary>
    Failed,

    /// <summary>It cannot run, because of how what it needs has ended.</summary>
    Skipped,

    /// <summary>It was stopped.</summary>
    Cancelled,
}

/// <summary>What happens to a job.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<JobEvent>))]
public enum JobEvent
{
    /// <summary>All that it needs has ended as it wants it.</summary>
    Allow,

    /// <summary>Something that it needs has ended otherwise.</summary>
    Refuse,

    /// <summary>A place is free.</summary>
    Start,

    /// <summary>As many jobs of its user run as may.</summary>
    Hold,

    /// <summary>It has spawned a job, or asks a person.</summary>
    Wait,

    /// <summary>What it waited for is there.</summary>
    Resume,

    /// <summary>It did what it was to do.</summary>
    Succeed,

    /// <summary>The attempt failed, and there are others left.</summary>
    Retry,

    /// <summary>The attempt ended with its worker, which is no failure of the job.</summary>
    Lose,

    /// <summary>It failed for good.</summary>
    Fail,

    /// <summary>It is to stop.</summary>
    Cancel,
}

/// <summary>How a job that is needed must have ended. JSON: the member's name.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<NeedCondition>))]
public enum NeedCondition
{
    /// <summary>It completed.</summary>
    Success,

    /// <summary>It failed.</summary>
    Failure,

    /// <summary>It ended, however that was.</summary>
    Always,
}

/// <summary>A job that another one needs.</summary>
/// <param name="Job">Its id.</param>
/// <param name="When">How it must have ended.</param>
public sealed record JobNeed(string Job, NeedCondition When = NeedCondition.Success);

/// <summary>What the workflow must know of a job; what it does is in the plan, in the object store.</summary>
public sealed record JobNode
{
    /// <summary>Which job: unique within the pipeline.</summary>
    public required string Id { get; init; }

    /// <summary>What kind of work, such as <c>command</c>: any that a worker knows.</summary>
    public required string Type { get; init; }

    /// <summary>The part of the pipeline that it belongs to, for people.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Stage { get; init; }

    /// <summary>What it needs; default nothing.</summary>
    public IReadOnlyList<JobNeed> Needs { get; init; } = [];

    /// <summary>How often it is tried again; default 0.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int MaxRetries { get; init; }

    /// <summary>Seconds before the first retry, doubled for each further one up to ten minutes; default 1.</summary>
    public double BackoffSeconds { get; init; } = 1;

    /// <summary>Longest attempt, in seconds; default 600. For an approval the time a person has.</summary>
    public int TimeoutSeconds { get; init; } = 600;

    /// <summary>Whether the pipeline completes although this job fails; default no.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool AllowFailure { get; init; }

    /// <summary>Who may approve; empty: anybody. For approvals only.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Approvers { get; init; }

    /// <summary>The job that spawned it; null for one of the template.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ParentJob { get; init; }

    /// <summary>The job of the plan whose work it does; null: its own id.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? SpecOf { get; init; }

    /// <summary>Why it was spawned, in the words of the job that did.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? RegressionReason { get; init; }

    /// <summary>Key of what the spawning job handed over; null for nothing.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? RegressionKey { get; init; }
}

/// <summary>Where a job stands. Each write says of which attempt it is; later than the present one there is none.</summary>
/// <param name="Job">Its id.</param>
/// <param name="State">How far it has come.</param>
/// <param name="Attempt">The number of the latest attempt, from 1; 0 before the first.</param>
/// <param name="RetryCount">How many attempts have failed and were tried again; lost workers do not count.</param>
/// <param name="Lost">How many attempts were lost with their worker.</param>
/// <param name="Reason">Why it stands so, for people; null where there is nothing to say.</param>
public sealed record JobProgress(string Job, JobState State, int Attempt, int RetryCount, int Lost, string? Reason)
{
    /// <summary>Whether nothing more can happen to it.</summary>
    [JsonIgnore]
    public bool IsFinal => State is JobState.Completed or JobState.Failed or JobState.Skipped or JobState.Cancelled;
}
