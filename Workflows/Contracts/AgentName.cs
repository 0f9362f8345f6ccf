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
