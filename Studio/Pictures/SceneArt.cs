using System.Text.Json.Serialization;
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

    /// <summary>The texts in it at rest; empty in scenes of earlier releases.</summary>
    public IReadOnlyList<SceneText> Texts { get; init; } = [];

    /// <summary>Who made it, when, and of what; null in scenes of earlier releases.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SceneOrigin? Origin { get; init; }

    /// <summary>The layer with the picture that was painted for it; null: none was.</summary>
    [JsonIgnore]
    public SceneLayer? Painting => Layers.FirstOrDefault(layer => layer.Footage is not null);

    /// <summary>Colour of the transition into and out of the scene, <c>#RRGGBB</c>.</summary>
    public required string Accent { get; init; }

    /// <summary>Background colour behind all layers, <c>#RRGGBB</c>.</summary>
    public required string Background { get; init; }

    /// <summary>The layers, back to front. The first covers the whole canvas and a margin for the camera.</summary>
    public required IReadOnlyList<SceneLayer> Layers { get; init; }
}

/// <summary>A text in a scene.</summary>
/// <param name="Text">The words.</param>
/// <param name="X">Left edge in pixels of the canvas.</param>
/// <param name="Y">Top edge.</param>
/// <param name="Width">Width in pixels.</param>
/// <param name="Height">Height in pixels.</param>
/// <param name="Size">Size of its type in pixels; 0 where it is not type, as in a formula.</param>
public sealed record SceneText(string Text, int X, int Y, int Width, int Height, double Size);
