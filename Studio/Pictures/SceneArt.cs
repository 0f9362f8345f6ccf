using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Pictures;

/// <summary>A scene drawn in layers, on a canvas of its size.</summary>
public sealed record SceneArt
{
    /// <summary>Size of the canvas; default 16:9.</summary>
    public VideoSize Size { get; init; }

    /// <summary>Formulas that stand in it as plain text, because they could not be set; default none.</summary>
    public IReadOnlyList<string> PlainFormulas { get; init; } = [];

    /// <summary>The pictograms in it, and the words that they stand beside; default none.</summary>
    public IReadOnlyList<ShownPictogram> Pictograms { get; init; } = [];

    /// <summary>Colour of the transition into and out of the scene, <c>#RRGGBB</c>.</summary>
    public required string Accent { get; init; }

    /// <summary>Background colour behind all layers, <c>#RRGGBB</c>.</summary>
    public required string Background { get; init; }

    /// <summary>The layers, back to front. The first covers the whole canvas and a margin for the camera.</summary>
    public required IReadOnlyList<SceneLayer> Layers { get; init; }
}
