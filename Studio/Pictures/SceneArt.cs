namespace TemporalVideo.Studio.Pictures;

/// <summary>A scene drawn in layers, on a canvas of 1920×1080 pixels.</summary>
public sealed record SceneArt
{
    /// <summary>Colour of the transition into and out of the scene, <c>#RRGGBB</c>.</summary>
    public required string Accent { get; init; }

    /// <summary>Background colour behind all layers, <c>#RRGGBB</c>.</summary>
    public required string Background { get; init; }

    /// <summary>The layers, back to front. The first covers the whole canvas and a margin for the camera.</summary>
    public required IReadOnlyList<SceneLayer> Layers { get; init; }
}
