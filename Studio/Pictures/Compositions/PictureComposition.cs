using SkiaSharp;
using TemporalVideo.Studio.Pictures.Drawing;
using TemporalVideo.Studio.Pictures.Scenery;
using TemporalVideo.Studio.Pictures.Typography;

namespace TemporalVideo.Studio.Pictures.Compositions;

/// <summary>A picture of the lesson's own, whole, as large as it goes; its heading and caption stand beside it or above and below. It draws
/// nearer slowly.</summary>
internal static class PictureComposition
{
    /// <summary>A small picture is enlarged no further, or it is nothing but blocks.</summary>
    private const double MostEnlarged = 3;

    private const double Frame = 14;

    public static IReadOnlyList<DrawnLayer> Compose(SceneContext context)
    {
        // The planner has read it; it may have gone since, and then the words carry the scene.
        return context.Diagram.Picture is { } file
            && OwnPicture.TryRead(file, out _) is { } image ? Compose(context, image) : CardComposition.Compose(context);
    }

    private static List<DrawnLayer> Compose(SceneContext context, SKImage image)
    {
        var (palette, safe, stacked) = (context.Palette, context.Canvas.Safe, context.Canvas.Stacked);
        var caption = context.Diagram.Caption ?? "";
        var shape = image.Width / (double)image.Height;
        var beside = shape < 1.6 && !stacked;
        var words = beside ? 640 : Math.Min(1600.0, safe.Width);
        var title = Typesetter.Fit(context.Segment.Title, FontStyle.ExtraBold, beside ? 76 : 60, 40, words,
            beside ? 4 : stacked ? 2 : 1, 1.08);
        var titleTop = beside ? 174 : safe.Y + 28;
        var room = beside ? new Box(820, 60, 1028, 820) : new Box(safe.X, titleTop + title.Height + 34, safe.Width, 0);
        var below = caption.Length == 0 || caption == context.Segment.Title ? null
            : Typesetter.Fit(caption, FontStyle.Medium, 42, 28, words, beside ? 7 : context.Canvas.Tall ? 4 : 2);
        if (!beside)
        {
            room = room with { Height = safe.Bottom - room.Y - (below is null ? 0 : below.Height + 34) };
        }

        var scale = Math.Min(MostEnlarged, Math.Min((room.Width - (2 * Frame)) / image.Width, (room.Height - (2 * Frame)) / image.Height));
        var picture = Box.Around(room.CenterX, room.CenterY, image.Width * scale, image.Height * scale);
        List<DrawnLayer> layers =
        [
            .. Backdrops.Light(context),
            new DrawnLayer
            {
                Name = "picture",
                Sketch = new Sketch().Card(picture.Grow(Frame), Palette.White, palette.Deep, 18).Bitmap(image, picture),
                Depth = 0.12,
                Entrance = LayerEntrance.Fade,
                Idle = LayerIdle.Approach,
            },
            new DrawnLayer
            {
                Name = "title",
                Sketch = new Sketch().Rect(new Box(safe.X + 2, beside ? 140 : safe.Y + 4, 88, 12), 6, palette.Glow)
                    .Text(title, safe.X, titleTop, palette.Deep, palette.PaperShade),
                Entrance = LayerEntrance.Rise,
            },
        ];
        if (below is not null)
        {
            layers.Add(new DrawnLayer
            {
                Name = "caption",
                Sketch = new Sketch().Text(
                    below, beside ? safe.X : picture.CenterX, beside ? 174 + title.Height + 50 : picture.Bottom + Frame + 26, palette.Deep,
                        palette.PaperShade, beside ? TextAlign.Left : TextAlign.Center),
                Entrance = LayerEntrance.Rise,
                CueFraction = 0.15,
            });
        }

        return layers;
    }
}
