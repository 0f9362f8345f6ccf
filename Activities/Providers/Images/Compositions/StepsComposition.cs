using TemporalVideo.Activities.Providers.Images.Drawing;
using TemporalVideo.Activities.Providers.Images.Scenery;
using TemporalVideo.Activities.Providers.Images.Typography;

namespace TemporalVideo.Activities.Providers.Images.Compositions;

/// <summary>Steps as stations on a winding way.</summary>
internal static class StepsComposition
{
    public static IReadOnlyList<DrawnLayer> Compose(SceneContext context)
    {
        var palette = context.Palette;
        var items = context.Brief.Items;
        var width = 1728.0 / items.Count;
        var radius = items.Count > 4 ? 104 : 122;
        List<DrawnLayer> layers = [Backdrops.Dark(context), Parts.Heading(context, onDark: true)];
        var cues = Cues(context, items.Count);
        double X(int i) => 96 + (width * (i + 0.5));
        double Y(int i) => i % 2 == 0 ? 440 : 520;
        for (var i = 1; i < items.Count; i++)
        {
            layers.Add(new DrawnLayer
            {
                Name = $"way-{i}",
                Sketch = Way(palette, X(i - 1) + radius + 18, Y(i - 1), X(i) - radius - 26, Y(i)),
                Entrance = LayerEntrance.Wipe,
                CueSentence = cues[i],
            });
        }

        for (var i = 0; i < items.Count; i++)
        {
            var label = Typesetter.Fit(items[i].Label, FontWeight.SemiBold, 44, 32, width - 36, 3);
            var colour = palette.Signal(i);
            layers.Add(new DrawnLayer
            {
                Name = $"step-{i + 1}",
                Sketch = new Sketch().Disc(context.Picture(items[i].Label, context.Segment.Title), X(i), Y(i), radius, palette.Paper)
                    .Ring(X(i), Y(i), radius + 6, 12, colour)
                    .Badge($"{i + 1}", X(i) - (radius * 0.76), Y(i) - (radius * 0.76), 38, colour, palette.Deep)
                    .Text(label, X(i), Y(i) + radius + 36, Palette.White, Colour.Mix(palette.Base, palette.Glow, 0.34), TextAlign.Center),
                Entrance = LayerEntrance.Rise,
                CueSentence = cues[i],
                CueFraction = 0.1,
            });
        }

        return layers;
    }

    internal static int[] Cues(SceneContext context, int count)
    {
        var cues = new int[count];
        for (var i = 0; i < count; i++)
        {
            cues[i] = context.Cue(context.Brief.Items[i].Label, i, count, i == 0 ? 0 : cues[i - 1]);
        }

        return cues;
    }

    private static Sketch Way(Palette palette, double x1, double y1, double x2, double y2)
    {
        var middle = (x1 + x2) / 2;
        return new Sketch()
            .Stroke($"M{Sketch.N(x1)} {Sketch.N(y1)} C{Sketch.N(middle)} {Sketch.N(y1)} {Sketch.N(middle)} {Sketch.N(y2)} {Sketch.N(x2 - 14)} {Sketch.N(y2)}",
                new Box(x1, Math.Min(y1, y2), x2 - x1, Math.Abs(y2 - y1)), palette.Muted, 9, 1, "1 22")
            .ArrowHead(x2 + 6, y2, 26, 0, palette.Muted);
    }
}
