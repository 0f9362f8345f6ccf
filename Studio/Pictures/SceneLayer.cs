namespace TemporalVideo.Studio.Pictures;

/// <summary>One picture of a scene, and how it moves.</summary>
public sealed record SceneLayer
{
    /// <summary>File name of the RGBA PNG in the scene's folder.</summary>
    public required string File { get; init; }

    /// <summary>Left edge at rest, in pixels of the canvas; may be negative for a layer larger than the canvas.</summary>
    public required int X { get; init; }

    /// <summary>Top edge at rest, in pixels of the canvas.</summary>
    public required int Y { get; init; }

    /// <summary>Width in pixels, that of the file.</summary>
    public required int Width { get; init; }

    /// <summary>Height in pixels, that of the file.</summary>
    public required int Height { get; init; }

    /// <summary>0 (far away) to 1 (near): how much the layer shifts when the camera moves. Text has 0.</summary>
    public double Depth { get; init; }

    /// <summary>How the layer comes into the picture.</summary>
    public LayerEntrance Entrance { get; init; } = LayerEntrance.None;

    /// <summary>When it comes: at the start of this sentence of the narration, counted from 0.</summary>
    public int CueSentence { get; init; }

    /// <summary>How far into that sentence, 0 to 1.</summary>
    public double CueFraction { get; init; }

    /// <summary>What it shows, in the lesson's words: it comes when the sentence says them, else by the fraction.</summary>
    public string? CueWords { get; init; }

    /// <summary>Where in it moving pictures may take the place of its painting; null: nowhere.</summary>
    public LayerRoom? Footage { get; init; }

    /// <summary>What it does once it is there.</summary>
    public LayerIdle Idle { get; init; } = LayerIdle.None;
}

/// <summary>A part of a layer, or of a picture.</summary>
/// <param name="X">Its left edge, in pixels of the layer; even.</param>
/// <param name="Y">Its top edge; even.</param>
/// <param name="Width">Its width; even.</param>
/// <param name="Height">Its height; even.</param>
public sealed record LayerRoom(int X, int Y, int Width, int Height);
