using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Pictures.Drawing;

/// <summary>The measures that every picture of a size keeps, in pixels.</summary>
internal sealed class Canvas
{
    /// <summary>Type that carries the lesson is no smaller, as a share of the picture's shorter side: 22 pixels of 1080.</summary>
    public const double LeastType = 22.0 / 1080;

    private const double Margin = 90;

    private static readonly Dictionary<VideoSize, Canvas> All = new()
    {
        // Left and right edge, top, and where captions may begin. Telephones lay their buttons over the lower part of a tall picture and
        // their status over its top.
        [VideoSize.Wide] = new Canvas(VideoSize.Wide, side: 96, top: 72, captionTop: 900),
        [VideoSize.Tall] = new Canvas(VideoSize.Tall, side: 72, top: 150, captionTop: 1470),
        [VideoSize.Square] = new Canvas(VideoSize.Square, side: 64, top: 56, captionTop: 900),
    };

    private Canvas(VideoSize size, double side, double top, double captionTop)
    {
        (Size, Width, Height, CaptionTop) = (size, size.Width(), size.Height(), captionTop);
        Safe = new Box(side, top, Width - (2 * side), captionTop - top - 12);
        Bleed = new Box(-Margin, -Margin, Width + (2 * Margin), Height + (2 * Margin));
    }

    public VideoSize Size { get; }

    public double Width { get; }

    public double Height { get; }

    /// <summary>Below this line captions stand; no text of a picture reaches it.</summary>
    public double CaptionTop { get; }

    /// <summary>Where text may stand.</summary>
    public Box Safe { get; }

    /// <summary>The canvas with the margin that the camera needs.</summary>
    public Box Bleed { get; }

    /// <summary>All of it.</summary>
    public Box View => new(0, 0, Width, Height);

    /// <summary>What stands side by side in a wide picture stands below each other.</summary>
    public bool Stacked => Size != VideoSize.Wide;

    public bool Tall => Size == VideoSize.Tall;

    /// <summary>By how much rows of text and the room between them are larger than in a wide picture: a tall one has the height.</summary>
    public double Larger => Tall ? 1.2 : 1;

    public static Canvas Of(VideoSize size) => All[size];

    /// <summary>The place as far from the right edge as this is in a picture 1920 pixels wide.</summary>
    public double FromRight(double x) => Width - VideoSize.Wide.Width() + x;

    /// <summary>The place as far from the lower edge as this is in a picture 1080 pixels high.</summary>
    public double FromBottom(double y) => Height - VideoSize.Wide.Height() + y;

    /// <summary>The same for what scenery has on its ground: lower where text stands nearly as low, so that it keeps clear of it.</summary>
    public double Ground(double y) => FromBottom(y) + (Size == VideoSize.Square ? 110 : 0);

    /// <summary>The place at this share of the width that it has in a picture 1920 pixels wide.</summary>
    public double Across(double x) => x * Width / VideoSize.Wide.Width();
}
