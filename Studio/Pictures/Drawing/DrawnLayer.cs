namespace TemporalVideo.Studio.Pictures.Drawing;

/// <summary>A layer before it is rasterised.</summary>
internal sealed record DrawnLayer
{
    public required string Name { get; init; }

    public required Sketch Sketch { get; init; }

    /// <summary>Fixed bounds; without them the layer is cropped to what is drawn.</summary>
    public Box? Bounds { get; init; }

    public double Depth { get; init; }

    public LayerEntrance Entrance { get; init; }

    public int CueSentence { get; init; }

    public double CueFraction { get; init; }

    /// <summary>The words that name it; null: none.</summary>
    public string? CueWords { get; init; }

    public LayerIdle Idle { get; init; }

    /// <summary>The painting in it, which moving pictures may take the place of; null: none.</summary>
    public Box? Painting { get; init; }

    /// <summary>The same, left and right exchanged on a canvas of a width.</summary>
    public DrawnLayer Mirrored(double width) => this with
    {
        Sketch = Sketch.Mirrored(width),
        Bounds = Bounds is { } box ? box with { X = width - box.Right } : null,
        Painting = Painting is { } painting ? painting with { X = width - painting.Right } : null,
        Entrance = Entrance switch
        {
            LayerEntrance.FromLeft => LayerEntrance.FromRight,
            LayerEntrance.FromRight => LayerEntrance.FromLeft,
            var other => other,
        },
    };

    /// <summary>Where among its pixels the painting is, on even numbers; null: nowhere.</summary>
    public LayerRoom? FootageRoom
    {
        get
        {
            if (Painting is not { } painting)
            {
                return null;
            }

            var (x, y) = (Even(Math.Ceiling(painting.X - Pixels.X) + 1), Even(Math.Ceiling(painting.Y - Pixels.Y) + 1));
            return new LayerRoom(x, y, Even(painting.Right - Pixels.X - x), Even(painting.Bottom - Pixels.Y - y));
        }
    }

    /// <summary>The pixels that the layer fills, on whole numbers.</summary>
    public Box Pixels
    {
        get
        {
            var box = Bounds ?? Sketch.Extent.Grow(2);
            var (left, top) = (Math.Floor(box.X), Math.Floor(box.Y));
            return new Box(left, top, Math.Ceiling(box.Right) - left, Math.Ceiling(box.Bottom) - top);
        }
    }

    private static int Even(double pixels) => (int)pixels / 2 * 2;
}
