using SkiaSharp;
using TemporalVideo.Studio.Pictures.Drawing;
using TemporalVideo.Studio.Pictures.Pictograms;
using TemporalVideo.Studio.Pictures.Typography;

namespace TemporalVideo.Studio.Pictures.Compositions;

/// <summary>Pieces that several compositions share.</summary>
internal static class Parts
{
    /// <summary>The segment's title at the top left, with a short bar in the signal colour above it.</summary>
    public static DrawnLayer Heading(SceneContext context, bool onDark, double width = 1400)
    {
        var (palette, safe) = (context.Palette, context.Canvas.Safe);
        var title = Typesetter.Fit(context.Segment.Title, FontStyle.ExtraBold,
            context.Canvas.Tall ? 82 : context.Canvas.Stacked ? 70 : 76, 50,
            Math.Min(width, safe.Width), context.Canvas.Tall ? 3 : 2, 1.08);
        var sketch = new Sketch()
            .Rect(new Box(safe.X + 2, safe.Y + 12, 88, 12), 6, onDark ? palette.Accent : palette.Glow)
            .Text(title, safe.X, safe.Y + 46, onDark ? Palette.White : palette.Deep, onDark ? palette.Base : palette.PaperShade);
        return new DrawnLayer { Name = "title", Sketch = sketch, Entrance = LayerEntrance.Rise };
    }

    /// <summary>The room below a heading, down to the captions.</summary>
    public static Box Below(SceneContext context, DrawnLayer heading)
    {
        var safe = context.Canvas.Safe;
        var top = Math.Max(context.Canvas.Stacked ? safe.Y : 240, heading.Sketch.Extent.Bottom + 34);
        return new Box(safe.X, top, safe.Width, safe.Bottom - top);
    }

    /// <summary>What a chart's numbers count, below the heading; nothing when no column says it.</summary>
    /// <returns>Where what comes below begins.</returns>
    public static double Unit(SceneContext context, List<DrawnLayer> layers, double top)
    {
        var unit = context.Diagram.Columns.Count > 0 ? context.Diagram.Columns[^1] : "";
        if (unit.Length == 0 || unit == context.Segment.Title)
        {
            return top;
        }

        var palette = context.Palette;
        var safe = context.Canvas.Safe;
        var note = Typesetter.Fit(unit, FontStyle.Medium, 38, 28, Math.Min(1400, safe.Width), 1);
        layers.Add(new DrawnLayer
        {
            Name = "unit",
            Sketch = new Sketch().Text(note, safe.X + 2, top - 24, palette.PaperMuted, palette.PaperShade),
            Entrance = LayerEntrance.Fade
        });
        return top - 24 + note.Height + 26;
    }

    /// <summary>Draws letters that are ornament: no text that must keep its place.</summary>
    public static Action<SKCanvas> Glyphs(TextBlock block, double x, double y, string fill) => canvas =>
    {
        using var paint = Paints.Fill(fill, 1)();
        block.Draw(canvas, x, y, TextAlign.Left, paint);
    };

    /// <summary>A pictogram on a disc that is lit from above.</summary>
    public static Sketch Disc(this Sketch sketch, Pictogram pictogram, double x, double y, double radius, string fill, double share = 1.28)
    {
        var light = new Sketch().Circle(x - (radius * 0.25), y - (radius * 0.35), radius * 1.02, Palette.White, 0.16);
        return sketch.Circle(x, y, radius, fill).Clipped(Box.Around(x, y, radius * 2, radius * 2), radius, light)
            .Picture(pictogram, x, y, radius * share);
    }

    /// <summary>A number in a small disc.</summary>
    public static Sketch Badge(this Sketch sketch, string number, double x, double y, double radius, string fill, string ink)
    {
        var text = Typesetter.Line(number, FontStyle.ExtraBold, radius * 1.05);
        return sketch.Circle(x, y, radius, fill).Text(text, x, y - (text.Height * 0.53), ink, fill, TextAlign.Center);
    }

    /// <summary>An arrow head whose tip stands at a point; 0 degrees points right.</summary>
    public static Sketch ArrowHead(this Sketch sketch, double x, double y, double size, double degrees, string fill)
    {
        var outline = $"M0 0 L{Sketch.N(-size)} {Sketch.N(-size * 0.62)} "
            + $"Q{Sketch.N(-size * 0.72)} 0 {Sketch.N(-size)} {Sketch.N(size * 0.62)} Z";
        var reach = Box.Around(0, 0, size * 2.2, size * 2.2);
        return sketch.Placed(new Sketch().Path(outline, reach, fill).Stroke(outline, reach, fill, 5), x, y, degrees,
            Box.Around(x, y, size * 2.2, size * 2.2));
    }

    /// <summary>A white card with a flat shadow under it.</summary>
    public static Sketch Card(this Sketch sketch, Box box, string fill, string shadow, double radius = 36) =>
        sketch.Rect(box with { Y = box.Y + 14 }, radius, shadow, 0.55).Rect(box, radius, fill);
}
