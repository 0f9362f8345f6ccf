using System.Text.Json.Serialization;

namespace TemporalVideo.Studio.Pictures;

/// <summary>How a layer comes into the picture. All but <see cref="None"/> take about half a second, eased out.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<LayerEntrance>))]
public enum LayerEntrance
{
    /// <summary>There from the first frame.</summary>
    None,

    /// <summary>Fades in where it stands.</summary>
    Fade,

    /// <summary>Fades in while rising a little.</summary>
    Rise,

    /// <summary>Fades in while sinking a little.</summary>
    Drop,

    /// <summary>Slides in from the left.</summary>
    FromLeft,

    /// <summary>Slides in from the right.</summary>
    FromRight,

    /// <summary>Is uncovered from left to right, as if drawn.</summary>
    Wipe,
}
