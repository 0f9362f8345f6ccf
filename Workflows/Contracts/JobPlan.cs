using System.Text.Json.Serialization;

namespace TemporalVideo.Workflows.Contracts;

/// <summary>
/// All that a pipeline's workers must know and its workflow need not: kept in the object store under a key that names its content, so
/// that nobody can change what was ordered.
/// </summary>
public sealed record JobPlan
{
    /// <summary>Name of the template it was made from.</summary>
    public required string Template { get; init; }

    /// <summary>The template itself, YAML; null in plans from before templates had versions.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? TemplateText { get; init; }

    /// <summary>Names of its stages, in order.</summary>
    public IReadOnlyList<string> Stages { get; init; } = [];

    /// <summary>What a person asked for; it never changes.</summary>
    public string OriginalPrompt { get; init; } = "";

    /// <summary>Values of the template's parameters, by name.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>();

    /// <summary>The configuration that videos are made by, as it was when it was ordered; null without videos.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PipelineSettings? Video { get; init; }

    /// <summary>The most that its language models and videos may cost together, in US dollars; null for no limit.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? CostLimit { get; init; }

    /// <summary>What each job does, by its id.</summary>
    public required IReadOnlyDictionary<string, JobSpec> Jobs { get; init; }
}

/// <summary>What a job does.</summary>
public sealed record JobSpec
{
    /// <summary>Program and arguments, as they are: no shell reads them. For commands.</summary>
    public IReadOnlyList<string> Command { get; init; } = [];

    /// <summary>Environment of the command; of the worker's own only <c>PATH</c> is handed on.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>Names of variables of the worker that are handed on and masked in the log.</summary>
    public IReadOnlyList<string> Secrets { get; init; } = [];

    /// <summary>Patterns of the files that it leaves, relative to its workspace, such as <c>dist/**</c>.</summary>
    public IReadOnlyList<string> Artifacts { get; init; } = [];

    /// <summary>Exit codes after which it is not tried again.</summary>
    public IReadOnlyList<int> FinalExitCodes { get; init; } = [];

    /// <summary>Whether what an earlier attempt with the same inputs left is used again.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Cache { get; init; }

    /// <summary>Names of the parameters that it finds; empty: all.</summary>
    public IReadOnlyList<string> Uses { get; init; } = [];

    /// <summary>The call; for jobs of type <c>http</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public HttpSpec? Http { get; init; }

    /// <summary>The video; for jobs of type <c>video</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public VideoSpec? Video { get; init; }

    /// <summary>The task; for jobs of type <c>agent</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public AgentSpec? Agent { get; init; }

    /// <summary>Which cell of the template's matrix it is, by name; empty for none.</summary>
    public IReadOnlyDictionary<string, string> Matrix { get; init; } = new Dictionary<string, string>();

    /// <summary>The parameters that it finds.</summary>
    /// <param name="plan">The plan that it is part of.</param>
    public IEnumerable<KeyValuePair<string, string>> ParametersOf(JobPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return plan.Parameters.Where(each => Uses.Count == 0 || Uses.Contains(each.Key));
    }
}

/// <summary>What an artifact is. JSON: in snake case.</summary>
[JsonConverter(typeof(ArtifactTypeConverter))]
public enum ArtifactType
{
    /// <summary>A file.</summary>
    File,

    /// <summary>Structured output, JSON.</summary>
    ModelOutput,

    /// <summary>How a job failed, for what repairs it.</summary>
    ErrorContext,
}

/// <summary>A file that a job left.</summary>
/// <param name="Path">Its path in the workspace.</param>
/// <param name="Sha256">Hash of its content, lower-case hexadecimal.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Type">What it is.</param>
public sealed record JobArtifact(string Path, string Sha256, long Bytes, ArtifactType Type);

/// <summary>An artifact that an attempt found in its workspace.</summary>
/// <param name="Job">The job that left it.</param>
/// <param name="Attempt">That job's attempt.</param>
/// <param name="Path">Its path in that job's workspace.</param>
/// <param name="Sha256">Hash of what was read.</param>
public sealed record JobConsumption(string Job, int Attempt, string Path, string Sha256);

/// <summary>
/// How an attempt ended and what it left; <c>result.json</c> of the attempt in the object store, there whole or not at all.
/// </summary>
public sealed record JobRecord
{
    /// <summary>Exit code of the command.</summary>
    public required int ExitCode { get; init; }

    /// <summary>How long it took, in seconds.</summary>
    public required double Seconds { get; init; }

    /// <summary>What it left.</summary>
    public IReadOnlyList<JobArtifact> Artifacts { get; init; } = [];

    /// <summary>Whether it was used again, and why or why not; null where the job does not ask for that.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Cache { get; init; }

    /// <summary>What it found of others.</summary>
    public IReadOnlyList<JobConsumption> Consumed { get; init; } = [];
}

internal sealed class ArtifactTypeConverter() : JsonStringEnumConverter<ArtifactType>(System.Text.Json.JsonNamingPolicy.SnakeCaseLower);
