using System.Text.Json.Serialization;

namespace TemporalVideo.Workflows.Contracts;

/// <summary>What is done with a step that has used up its attempts. JSON: lower-case names.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<StepChoice>))]
public enum StepChoice
{
    /// <summary>It is tried again, with all its attempts.</summary>
    [JsonStringEnumMemberName("retry")] Retry,

    /// <summary>The video is made without what the step makes.</summary>
    [JsonStringEnumMemberName("skip")] Skip,

    /// <summary>Another does it: of a clip's, Agent6; of a service's, the maker of this machine, which costs nothing.</summary>
    [JsonStringEnumMemberName("fallback")] Fallback,

    /// <summary>What it speaks or paints is written anew by a person, and it is tried again.</summary>
    [JsonStringEnumMemberName("edit")] Edit,

    /// <summary>The session fails with the step.</summary>
    [JsonStringEnumMemberName("fail")] Fail,
}

/// <summary>Who says what is done with a step that has used up its attempts. JSON: lower-case names.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FailurePolicy>))]
public enum FailurePolicy
{
    /// <summary>A person, who is waited for.</summary>
    [JsonStringEnumMemberName("park")] Park,

    /// <summary>Another does it at once, where there is one; else the session fails.</summary>
    [JsonStringEnumMemberName("fallback")] Fallback,

    /// <summary>The video is made without it, where that can be; else another does it; else the session fails.</summary>
    [JsonStringEnumMemberName("skip")] Skip,

    /// <summary>The session fails, but for Agent5, whose work Agent6 takes over in any case.</summary>
    [JsonStringEnumMemberName("fail")] Fail,
}

/// <summary>What a pipeline does with steps that have used up their attempts.</summary>
public sealed record FailureHandling
{
    /// <summary>In sessions with a person: default <see cref="FailurePolicy.Park"/>.</summary>
    public FailurePolicy Interactive { get; init; } = FailurePolicy.Park;

    /// <summary>In sessions without: default <see cref="FailurePolicy.Fallback"/>.</summary>
    public FailurePolicy Automated { get; init; } = FailurePolicy.Fallback;

    /// <summary>In sessions without a person, at a limit of money: <see cref="FailurePolicy.Park"/> or, the default, Fail.</summary>
    public FailurePolicy Limit { get; init; } = FailurePolicy.Fail;

    /// <summary>How long a person has, in hours, before the session fails; default 72.</summary>
    public int Hours { get; init; } = 72;
}

/// <summary>A step that waits for a person.</summary>
public sealed record ParkedStep
{
    /// <summary>Names it in a decision, such as <c>agent4-narration-s02</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Whose step it is.</summary>
    public required AgentName Agent { get; init; }

    /// <summary>The segment that it is about; null for the whole video.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? SegmentId { get; init; }

    /// <summary>The kind of its failure, one of <see cref="FailureTypes"/>.</summary>
    public required string Error { get; init; }

    /// <summary>What went wrong.</summary>
    public required string Reason { get; init; }

    /// <summary>The name at its provider of the call that may have been paid; null when there is none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? LostCall { get; init; }

    /// <summary>What can be decided.</summary>
    public required IReadOnlyList<StepChoice> Options { get; init; }

    /// <summary>What the piece costs from a paid provider by the configuration, in US dollars: about what another try may cost.</summary>
    public required decimal Price { get; init; }

    /// <summary>When the session fails if nobody has decided.</summary>
    public required DateTime Until { get; init; }
}

/// <summary>A person's decision on parked steps.</summary>
public sealed record Decision
{
    /// <summary>What is done.</summary>
    public required StepChoice Choice { get; init; }

    /// <summary>With which steps, by their ids; empty, the default: with all that are parked.</summary>
    public IReadOnlyList<string> Steps { get; init; } = [];

    /// <summary>A new limit of the session's costs, in US dollars; null leaves it as it is.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? CostLimit { get; init; }

    /// <summary>
    /// With a retry of calls whose answers were lost: whether the provider's account shows them as paid. Null, the default: nobody has
    /// looked, and such a call is not made again.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? Paid { get; init; }

    /// <summary>
    /// With an edit: all that the segment says, a sentence or more a line, in Markdown, or what its picture shows. Null otherwise.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Text { get; init; }

    /// <summary>Who decided; null when not told.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? By { get; init; }

    /// <summary>Whether it is about a step.</summary>
    /// <param name="step">The step's id.</param>
    public bool Concerns(string step) => Steps.Count == 0 || Steps.Contains(step);
}

/// <summary>A person's word on calls whose answers were lost.</summary>
public sealed record SettleTask
{
    /// <summary>Which session made them.</summary>
    public required SessionKey Session { get; init; }

    /// <summary>Whether they were paid.</summary>
    public required bool Paid { get; init; }

    /// <summary>Which steps made them.</summary>
    public required IReadOnlyList<PaidStep> Steps { get; init; }
}

/// <summary>A step that pays.</summary>
/// <param name="Agent">Whose step it is.</param>
/// <param name="SegmentId">The segment that it is about; null for the whole video.</param>
/// <param name="Call">The call that it lost, by its name at the provider; null: all of the step's, in failures of earlier releases.</param>
public sealed record PaidStep(
    AgentName Agent, string? SegmentId, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Call = null);
