using TemporalVideo.Activities.Providers.Images.Drawing;
using TemporalVideo.Activities.Providers.Images.Typography;

namespace TemporalVideo.Activities.Providers.Images.Compositions;

/// <summary>Two things face each other, fact by fact.</summary>
internal static class ComparisonComposition
{
    public static IReadOnlyList<DrawnLayer> Compose(SceneContext context)
    {
        var palette = context.Palette;
        var items = context.Brief.Items;
        var (left, right) = (items[0].Label, items[1].Label);
        var facts = items.Skip(2).Where(item => item.Values.Count == 2).Take(4).ToList();
        var back = new Sketch().Rect(Canvas.Bleed, 0, palette.Base)
            .Path("M1030 -90 H2010 V1170 H890 Z", new Box(890, -90, 1120, 1260), palette.Glow)
            .Circle(60, 980, 420, Colour.Mix(palette.Base, palette.Deep, 0.35)).Circle(1880, 60, 380, Colour.Mix(palette.Glow, palette.Base, 0.35));
        List<DrawnLayer> layers =
        [
            new DrawnLayer { Name = "background", Sketch = back, Bounds = Canvas.Bleed, Depth = 0.05 },
            Side(context, left, 430, palette.Second, palette.Base, "left", LayerEntrance.FromLeft, 0),
            Side(context, right, 1490, palette.Third, palette.Glow, "right", LayerEntrance.FromRight, 0.35),
        ];
        var top = 500.0;
        var step = Math.Min(132, 380.0 / Math.Max(1, facts.Count));
        for (var i = 0; i < facts.Count; i++)
        {
            layers.Add(Fact(context, facts[i].Label, facts[i].Values, top + (step * i), step - 18, i, facts.Count));
        }

        return layers;
    }

    private static DrawnLayer Side(SceneContext context, string name, double x, string colour, string ground, string side, LayerEntrance entrance, double fraction)
    {
        var label = Typesetter.Fit(name, FontWeight.ExtraBold, 70, 44, 640, 1);
        return new DrawnLayer
        {
            Name = side,
            Sketch = new Sketch().Disc(context.Picture(name, context.Segment.Title), x, 235, 138, context.Palette.Paper).Ring(x, 235, 145, 14, colour)
                .Text(label, x, 396, Palette.White, ground, TextAlign.Center),
            Entrance = entrance,
            CueFraction = fraction,
        };
    }

    private static DrawnLayer Fact(SceneContext context, string name, IReadOnlyList<string> values, double y, double height, int i, int count)
    {
        var palette = context.Palette;
        var one = Typesetter.Fit(values[0], FontWeight.SemiBold, 44, 32, 560, 2);
        var other = Typesetter.Fit(values[1], FontWeight.SemiBold, 44, 32, 560, 2);
        var what = Typesetter.Fit(name, FontWeight.SemiBold, 34, 26, 260, 2);
        var middle = y + (height / 2);
        var sketch = new Sketch()
            .Rect(new Box(110, y, 1700, height), 28, palette.Deep, 0.42)
            .Rect(new Box(810, y, 300, height), 28, palette.Paper)
            .Text(what, 960, middle - (what.Height / 2), palette.Deep, palette.Paper, TextAlign.Center)
            .Text(one, 450, middle - (one.Height / 2), Palette.White, palette.Base, TextAlign.Center)
            .Text(other, 1470, middle - (other.Height / 2), Palette.White, palette.Glow, TextAlign.Center);
        return new DrawnLayer
        {
            Name = $"fact-{i + 1}",
            Sketch = sketch,
            Entrance = LayerEntrance.Rise,
            CueSentence = Math.Min(context.SentenceCount - 1, i * context.SentenceCount / count),
            CueFraction = 0.45,
        };
    }
}
