using TemporalVideo.Activities.Providers.Images.Drawing;
using TemporalVideo.Activities.Providers.Images.Scenery;
using TemporalVideo.Activities.Providers.Images.Typography;

namespace TemporalVideo.Activities.Providers.Images.Compositions;

/// <summary>Steps around a ring that closes.</summary>
internal static class CycleComposition
{
    private const double CenterX = 960;
    private const double CenterY = 520;
    private const double RadiusX = 400;
    private const double RadiusY = 262;
    private const double Disc = 92;

    public static IReadOnlyList<DrawnLayer> Compose(SceneContext context)
    {
        var palette = context.Palette;
        var items = context.Brief.Items;
        var cues = StepsComposition.Cues(context, items.Count);
        List<DrawnLayer> layers = [.. Sceneries.Ground(context), Parts.Heading(context, onDark: true, 620)];
        for (var i = 0; i < items.Count; i++)
        {
            var next = (i + 1) % items.Count;
            layers.Add(new DrawnLayer
            {
                Name = $"arc-{i + 1}",
                Sketch = Arc(palette, Angle(i, items.Count), Angle(i + 1, items.Count)),
                Entrance = LayerEntrance.Fade,
                CueSentence = next == 0 ? context.SentenceCount - 1 : cues[next],
                CueFraction = next == 0 ? 0.5 : 0,
            });
        }

        for (var i = 0; i < items.Count; i++)
        {
            layers.Add(Node(context, i, items.Count, cues[i]));
        }

        return layers;
    }

    private static double Angle(int i, int count) => (-Math.PI / 2) + (2 * Math.PI * i / count);

    private static (double X, double Y) At(double angle) => (CenterX + (RadiusX * Math.Cos(angle)), CenterY + (RadiusY * Math.Sin(angle)));

    private static DrawnLayer Node(SceneContext context, int i, int count, int cue)
    {
        var palette = context.Palette;
        var (x, y) = At(Angle(i, count));
        var ground = Colour.Mix(palette.Base, palette.Glow, 0.34);
        var side = Math.Abs(x - CenterX) < 40 ? TextAlign.Center : x > CenterX ? TextAlign.Left : TextAlign.Right;
        var label = Typesetter.Fit(context.Brief.Items[i].Label, FontWeight.SemiBold, 46, 34, side == TextAlign.Center ? 420 : 400, 2);
        var sketch = new Sketch().Disc(context.Picture(context.Brief.Items[i].Label, context.Segment.Title), x, y, Disc, palette.Paper).Ring(x, y, Disc + 5, 10, palette.Signal(i));
        var labelX = side == TextAlign.Left ? x + Disc + 34 : x - Disc - 34;
        if (side == TextAlign.Center)
        {
            // The top node's label stands beside it, where the ring leaves room.
            sketch.Text(label, x + Disc + 34, y - (label.Height / 2) - 16, Palette.White, ground);
        }
        else
        {
            sketch.Text(label, labelX, y - (label.Height / 2), Palette.White, ground, side);
        }

        return new DrawnLayer { Name = $"node-{i + 1}", Sketch = sketch, Entrance = LayerEntrance.Rise, CueSentence = cue, CueFraction = 0.1 };
    }

    private static Sketch Arc(Palette palette, double from, double to)
    {
        var gap = 0.36;
        var (a, b) = (from + gap, to - gap);
        var (x1, y1) = At(a);
        var (x2, y2) = At(b);
        var tangent = Math.Atan2(RadiusY * Math.Cos(b), -RadiusX * Math.Sin(b)) * 180 / Math.PI;
        return new Sketch()
            .Stroke($"M{Sketch.N(x1)} {Sketch.N(y1)} A{RadiusX} {RadiusY} 0 0 1 {Sketch.N(x2)} {Sketch.N(y2)}",
                new Box(Math.Min(x1, x2), Math.Min(y1, y2), Math.Abs(x1 - x2), Math.Abs(y1 - y2)).Grow(60), palette.Muted, 9)
            .ArrowHead(x2, y2, 28, tangent, palette.Muted);
    }
}
