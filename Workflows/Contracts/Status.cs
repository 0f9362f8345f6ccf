using System.Text.Json.Serialization;

namespace TemporalVideo.Workflows.Contracts;

/// <summary>Who speaks in a status message. JSON: the member's name.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AgentName>))]
public enum AgentName
{
    /// <summary>The workflow itself.</summary>
    Orchestrator,

    /// <summary>Storyboard and scenes.</summary>
    Agent2,

    /// <summary>Narration and music.</summary>
    Agent4,

    /// <summary>Composes the video.</summary>
    Agent5,

    /// <summary>Composes the video when Agent5 could not.</summary>
    Agent6,
}

/// <summary>Where an agent stands. JSON: lower-case names.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AgentStatus>))]
public enum AgentStatus
{
    /// <summary>Has been told to begin.</summary>
    [JsonStringEnumMemberName("starting")] Starting,

    /// <summary>Is at work.</summary>
    [JsonStringEnumMemberName("processing")] Processing,

    /// <summary>Is done; its output is in the object store.</summary>
    [JsonStringEnumMemberName("finished")] Finished,

    /// <summary>Has given up; <c>error</c> and <c>reason</c> say why.</summary>
    [JsonStringEnumMemberName("error")] Error,
}

/// <summary>What an agent or the orchestrator reports (R-A2). One format for all; absent fields are absent in JSON, never null.</summary>
public sealed record StatusMessage
{
    /// <summary>Place in the session's list of messages, counted from 1.</summary>
    [JsonPropertyName("sequence")]
    public required int Sequence { get; init; }

    /// <summary>Who reports.</summary>
    [JsonPropertyName("agentnumber")]
    public required AgentName Agent { get; init; }

    /// <summary>Whose video it is.</summary>
    [JsonPropertyName("userID")]
    public required string UserId { get; init; }

    /// <summary>Which video.</summary>
    [JsonPropertyName("sessionID")]
    public required string SessionId { get; init; }

    /// <summary>Where the agent stands.</summary>
    [JsonPropertyName("status")]
    public required AgentStatus Status { get; init; }

    /// <summary>When, in Unix seconds.</summary>
    [JsonPropertyName("timestamp")]
    public required long Timestamp { get; init; }

    /// <summary>The kind of failure, one of <see cref="FailureTypes"/>; only with <see cref="AgentStatus.Error"/>.</summary>
    [JsonPropertyName("error"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Error { get; init; }

    /// <summary>What went wrong and what to do; only with <see cref="AgentStatus.Error"/>.</summary>
    [JsonPropertyName("reason"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Reason { get; init; }

    /// <summary>Key of the finished video in the object store.</summary>
    [JsonPropertyName("videoKey"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? VideoKey { get; init; }

    /// <summary>Link to the finished video, made when the message is read: a workflow keeps the key only.</summary>
    [JsonPropertyName("videoUrl"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? VideoUrl { get; init; }

    /// <summary>Finished share of the agent's work, 0 to 100.</summary>
    [JsonPropertyName("progress"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Progress { get; init; }

    /// <summary>How many files the agent has in the object store.</summary>
    [JsonPropertyName("fileCount"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? FileCount { get; init; }

    /// <summary>What the agent has been charged so far, in US dollars; the orchestrator gives the total.</summary>
    [JsonPropertyName("cost"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? Cost { get; init; }

    /// <summary>What it would have cost by <c>config/prices.yaml</c> had paid providers made it, in US dollars.</summary>
    [JsonPropertyName("costEstimate"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? CostEstimate { get; init; }

    /// <summary>A line for people.</summary>
    [JsonPropertyName("message"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Message { get; init; }

    /// <summary>The segment it is about.</summary>
    [JsonPropertyName("segmentId"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? SegmentId { get; init; }
}
