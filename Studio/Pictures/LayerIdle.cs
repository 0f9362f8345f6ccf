using System.Text.Json.Serialization;

namespace TemporalVideo.Studio.Pictures;

/// <summary>What a layer does once it is in the picture, so that no scene stands still.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<LayerIdle>))]
public enum LayerIdle
{
    /// <summary>Only follows the camera.</summary>
    None,

    /// <summary>Rises and sinks gently.</summary>
    Float,

    /// <summary>Swings gently from side to side.</summary>
    Sway,

    /// <summary>Moves slowly across, left to right.</summary>
    Drift,

    /// <summary>Grows slowly where it stands, by a few hundredths, and shrinks again with the next sentence.</summary>
    Approach,

    /// <summary>Draws nearer when the second sentence begins, and back with the third, and so on; for what stands while several are
    /// spoken.</summary>
    Step,
}
