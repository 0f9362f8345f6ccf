using System.Text.Json.Serialization;

namespace TemporalVideo.Workflows.Contracts;

/// <summary>How far a session has come. JSON and search attribute: the member's name.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<VideoStage>))]
public enum VideoStage
{
    /// <summary>Its row is being read.</summary>
    Opening,

    /// <summary>The story is being written.</summary>
    Story,

    /// <summary>A person is asked to approve the story.</summary>
    StoryReview,

    /// <summary>Agent2 draws and Agent4 speaks.</summary>
    Scenes,

    /// <summary>A person is asked to approve the scenes.</summary>
    ScenesReview,

    /// <summary>Agent5 composes the video.</summary>
    Composing,

    /// <summary>Agent6 composes the video.</summary>
    Fallback,

    /// <summary>Nothing more happens; the outcome says how it ended.</summary>
    Closed,
}
