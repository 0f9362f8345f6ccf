namespace TemporalVideo.Studio.Pictures.Drawing;

/// <summary>The measures that every picture keeps, in pixels.</summary>
internal static class Canvas
{
    public const int Width = 1920;

    public const int Height = 1080;

    /// <summary>Below this line captions stand; no text of a picture reaches it.</summary>
    public const int CaptionTop = 900;

    /// <summary>Where text may stand.</summary>
    public static readonly Box Safe = new(96, 72, Width - 192, CaptionTop - 72 - 12);

    /// <summary>The canvas with the margin that the camera needs.</summary>
    public static readonly Box Bleed = new(-90, -90, Width + 180, Height + 180);
}
