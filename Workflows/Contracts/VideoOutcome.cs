using System.Text.Json.Serialization;

namespace TemporalVideo.Workflows.Contracts;

/// <summary>How a session ended, or that it has not. JSON and search attribute: the member's name.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<VideoOutcome>))]
public enum VideoOutcome
{
    /// <summary>Not ended.</summary>
    Running,

    /// <summary>Agent5 made the video.</summary>
    Finished,

    /// <summary>Agent6 made the video.</summary>
    FinishedByFallback,

    /// <summary>There is no video.</summary>
    Failed,

    /// <summary>A person stopped it.</summary>
    Cancelled,
}
