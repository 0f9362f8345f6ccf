using TemporalVideo.Studio.Pictures.Drawing;
using TemporalVideo.Studio.Pictures.Pictograms;
using TemporalVideo.Studio.Pictures.Scenery;
using TemporalVideo.Studio.Pictures.Typography;

namespace TemporalVideo.Studio.Pictures.Compositions;

/// <summary>Steps around a ring that closes, with a window onto the whole in the middle.</summary>
internal static class CycleComposition
{
    private const double CenterX = 1000;
    private const double CenterY = 500;
    private const double RadiusX = 440;
    private const double RadiusY = 282;
    private const double Disc = 104;
    private const double Window = 126;

    public static IReadOnlyList<DrawnLayer> Compose(SceneContext context)
    {
        if (context.Canvas.Stacked)
        {
            return StackedCycle.Compose(context);
        }

        var items = context.Diagram.Items;
        var cues = StepsComposition.Cues(context, items.Count);
        var pictures = context.Pictures([.. items.Select(item => item.Label)]);
        List<DrawnLayer> nodes = [.. items.Select((_, i) => Node(context, pictures[i], i, items.Count, cues[i]))];
        List<DrawnLayer> arcs = [.. items.Select((_, i) => Arc(context, i, items.Count, cues))];
        return
        [
            .. Sceneries.Ground(context),
            Parts.Heading(context, onDark: true, 560),
            .. Middle(context),
            .. arcs,
            .. nodes,
        ];
    }

    private static IEnumerable<DrawnLayer> Middle(SceneContext context)
    {
        if (context.Hero() is not { } hero)
        {
            yield break;
        }

        yield return new DrawnLayer
        {
            Name = "window",
            Sketch = new Sketch().Circle(CenterX, CenterY, Window + 12, Palette.White)
                .Round(SceneryChooser.For(context.Story, context.Segment), CenterX, CenterY, Window, context.Palette,
                context.Segment.Title),
            Depth = 0.15,
            Entrance = LayerEntrance.Fade,
        };
        yield return new DrawnLayer
        {
            Name = "hero",
            Sketch = new Sketch().Picture(hero, CenterX, CenterY, 140),
            Depth = 0.25,
            Entrance = LayerEntrance.Fade,
            CueFraction = 0.2,
            Idle = LayerIdle.Float,
        };
    }

    private static double Angle(double i, int count) => (-Math.PI / 2) + (2 * Math.PI * i / count);

    private static (double X, double Y) At(double angle) => (CenterX + (RadiusX * Math.Cos(angle)), CenterY + (RadiusY * Math.Sin(angle)));

    private static DrawnLayer Node(SceneContext context, Pictogram? picture, int i, int count, int cue)
    {
        var palette = context.Palette;
        var (x, y) = At(Angle(i, count));
        var onRight = x > CenterX - 40;
        var room = onRight ? context.Canvas.Safe.Right - (x + Disc + 30) : x - Disc - 30 - context.Canvas.Safe.X;
        var label = Typesetter.Fit(context.Diagram.Items[i].Label, FontStyle.SemiBold, 50, 32, Math.Min(420, room), 3);
        // The ring leaves the top disc to the right, below the label.
        var lift = Math.Abs(x - CenterX) < 1 && y < CenterY ? 58 : 0;
        var sketch = (picture is null ? new Sketch().Badge($"{i + 1}", x, y, Disc, palette.Paper, palette.Deep) : new Sketch()
            .Disc(picture, x, y, Disc, palette.Paper))
            .Ring(x, y, Disc + 6, 12, palette.Signal(i))
            .Text(label, onRight ? x + Disc + 30 : x - Disc - 30, label.TopAround(y - lift), Palette.White, palette.Glow,
                onRight ? TextAlign.Left : TextAlign.Right);
        return new DrawnLayer
        {
            Name = $"node-{i + 1}",
            Sketch = sketch,
            Entrance = LayerEntrance.Rise,
            CueSentence = cue,
            CueFraction = 0.1
        };
    }

    // The last arc closes the ring when the last step has been told.
    private static DrawnLayer Arc(SceneContext context, int i, int count, int[] cues)
    {
        var palette = context.Palette;
        var (from, to) = (Leave(Angle(i, count), 1), Leave(Angle(i + 1, count), -1));
        var (x1, y1) = At(from);
        var (x2, y2) = At(to);
        var tangent = Math.Atan2(RadiusY * Math.Cos(to), -RadiusX * Math.Sin(to)) * 180 / Math.PI;
        var last = i == count - 1;
        return new DrawnLayer
        {
            Name = $"arc-{i + 1}",
            Sketch = new Sketch()
                .Stroke($"M{Sketch.N(x1)} {Sketch.N(y1)} A{RadiusX} {RadiusY} 0 0 1 {Sketch.N(x2)} {Sketch.N(y2)}",
                    new Box(Math.Min(x1, x2), Math.Min(y1, y2), Math.Abs(x1 - x2), Math.Abs(y1 - y2)).Grow(60), palette.Accent, 10)
                .ArrowHead(x2, y2, 32, tangent, palette.Accent),
            Entrance = LayerEntrance.Fade,
            CueSentence = last ? context.SentenceCount - 1 : cues[i + 1],
            CueFraction = last ? 0.6 : 0,
        };
    }

    // The angle at which the ring has come clear of a disc.
    private static double Leave(double angle, int direction)
    {
        var (x, y) = At(angle);
        var clear = angle;
        while (Math.Abs(clear - angle) < 1.2)
        {
            clear += direction * 0.01;
            var (cx, cy) = At(clear);
            if (Math.Sqrt(((cx - x) * (cx - x)) + ((cy - y) * (cy - y))) > Disc + 36)
            {
                break;
            }
        }

        return clear;
    }
}
