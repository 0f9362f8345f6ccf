using System.Text.Json.Serialization;

namespace TemporalVideo.Workflows.Contracts;

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
