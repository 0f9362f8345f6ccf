using TemporalVideo.Studio.Pictures.Drawing;
using TemporalVideo.Studio.Pictures.Pictograms;
using TemporalVideo.Studio.Pictures.Scenery;
using TemporalVideo.Studio.Pictures.Typography;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Pictures.Compositions;

/// <summary>
/// Two things beside each other, fact by fact: two halves of the same hue, told apart by lightness alone, so that neither looks better.
/// Before and after has
/// an arrow from one to the other.
/// </summary>
internal static class SidesComposition
{
    private const string Half = "M1045 -90 H2010 V1170 H875 Z";
    private const double Left = 448;
    private const double Right = 1472;
    private const double FactWidth = 300;

    public static IReadOnlyList<DrawnLayer> Compose(SceneContext context)
    {
        var diagram = context.Diagram;
        var facts = diagram.Items.Where(item => item.Values.Count == 2).ToList();
        if (diagram.Columns.Count < 2 || facts.Count == 0)
        {
            return TableComposition.Compose(context);
        }

        if (context.Canvas.Stacked)
        {
            return StackedSides.Compose(context, facts);
        }

        var (palette, canvas, safe) = (context.Palette, context.Canvas, context.Canvas.Safe);
        var (one, other) = (palette.Base, Colour.Mix(palette.Glow, palette.Base, 0.15));
        var names = (Left: diagram.Columns[^2], Right: diagram.Columns[^1]);
        var pictures = context.Pictures([names.Left, names.Right]);
        var back = new Sketch().Rect(canvas.Bleed, 0, one)
            .Circle(430, 250, 420, Colour.Mix(one, Palette.White, 0.04)).Path(Half, new Box(875, -90, 1135, 1260), other)
            .Clipped(Half, canvas.Bleed, new Sketch().Circle(1490, 250, 420, Colour.Mix(other, Palette.White, 0.05)));
        List<DrawnLayer> layers = [new DrawnLayer { Name = "background", Sketch = back, Bounds = canvas.Bleed, Depth = 0.05 },
            Backdrops.Moving(canvas, 140, 1060, Colour.Mix(one, Palette.White, 0.12)), Title(context, one, other)];
        var top = layers[^1].Sketch.Extent.Bottom + 24;
        if (pictures is [{ } first, { } second])
        {
            var y = top + 96;
            layers.Add(Hero(first, Left, y, "left", LayerEntrance.FromLeft, 0));
            layers.Add(Hero(second, Right, y, "right", LayerEntrance.FromRight, 0.3));
            top += 204;
        }

        var size = Math.Min(
            Typesetter.Fit(names.Left, FontStyle.ExtraBold, 66, 34, 680, 2).Size,
                Typesetter.Fit(names.Right, FontStyle.ExtraBold, 66, 34, 680, 2).Size);
        var (leftName, rightName) = (Typesetter.Wrapped(names.Left, FontStyle.ExtraBold, size, 680),
            Typesetter.Wrapped(names.Right, FontStyle.ExtraBold, size, 680));
        var height = Math.Max(leftName.Height, rightName.Height);
        layers.Add(Name("left-name", leftName, Left, top, height, palette.Accent, one, 0.1));
        layers.Add(Name("right-name", rightName, Right, top, height, palette.Accent, other, 0.4));
        if (diagram.Kind == DiagramKind.BeforeAfter)
        {
            layers.Add(new DrawnLayer
            {
                Name = "arrow",
                Sketch = new Sketch().Circle(960, top + (height / 2), 46, palette.Deep)
                    .ArrowHead(978, top + (height / 2), 34, 0, palette.Accent),
                Entrance = LayerEntrance.FromLeft,
                CueFraction = 0.35,
            });
        }

        layers.AddRange(Facts(context, facts,
            new Box(safe.X, top + height + 26, safe.Width, safe.Bottom - top - height - 26), (one, other)));
        return layers;
    }

    private static DrawnLayer Title(SceneContext context, string one, string other)
    {
        var title = Typesetter.Fit(context.Segment.Title, FontStyle.ExtraBold, 54, 34, 1500, 1);
        var ground = Colour.Contrast(Palette.White, one) < Colour.Contrast(Palette.White, other) ? one : other;
        return new DrawnLayer
        {
            Name = "title",
            Sketch = new Sketch().Text(title, 960, 74, Palette.White, ground, TextAlign.Center),
            Entrance = LayerEntrance.Rise
        };
    }

    private static DrawnLayer Hero(Pictogram picture, double x, double y, string side, LayerEntrance entrance, double fraction) => new()
    {
        Name = $"{side}-picture",
        Sketch = new Sketch().Circle(x, y, 96, Palette.White).Picture(picture, x, y, 128),
        Depth = 0.2,
        Entrance = entrance,
        CueFraction = fraction,
        Idle = LayerIdle.Float,
    };

    private static DrawnLayer Name(string name, TextBlock text, double x, double top, double height, string ink, string ground,
        double fraction) => new()
        {
            Name = name,
            Sketch = new Sketch().Text(text, x, top + ((height - text.Height) / 2), Colour.Readable(ground, ink, Palette.White), ground,
            TextAlign.Center),
            Entrance = LayerEntrance.Rise,
            CueFraction = fraction,
        };

    private static IEnumerable<DrawnLayer> Facts(SceneContext context, List<DiagramItem> facts, Box room,
        (string Left, string Right) grounds)
    {
        var palette = context.Palette;
        var step = Math.Min(150, room.Height / facts.Count);
        var height = step - 16;
        var side = ((room.Width - FactWidth) / 2) - 40;
        var lines = height > 96 ? 2 : 1;
        var size = facts.SelectMany(fact => fact.Values)
            .Min(value => Typesetter.Fit(value.Text, FontStyle.SemiBold, 50, 30, side, lines).Size);
        var dark = (Left: Colour.Mix(grounds.Left, palette.Deep, 0.5), Right: Colour.Mix(grounds.Right, palette.Deep, 0.5));
        for (var i = 0; i < facts.Count; i++)
        {
            var y = room.Y + (step * i);
            var middle = y + (height / 2);
            var one = Typesetter.Wrapped(facts[i].Values[0].Text, FontStyle.SemiBold, size, side);
            var other = Typesetter.Wrapped(facts[i].Values[1].Text, FontStyle.SemiBold, size, side);
            var what = facts[i].Label.Length == 0 ? null
                : Typesetter.Fit(facts[i].Label, FontStyle.SemiBold, 38, 26, FactWidth - 40, height > 84 ? 2 : 1);
            var sketch = new Sketch()
                .Rect(new Box(room.X, y, room.Width / 2, height), height / 2, dark.Left)
                .Rect(new Box(room.CenterX, y, room.Width / 2, height), height / 2, dark.Right)
                .Text(one, Left - 30, one.TopAround(middle), Palette.White, dark.Left, TextAlign.Center)
                .Text(other, Right + 30, other.TopAround(middle), Palette.White, dark.Right, TextAlign.Center)
                .Rect(Box.Around(room.CenterX, middle, FactWidth, height), height / 2, palette.Paper);
            if (what is not null)
            {
                sketch.Text(what, room.CenterX, what.TopAround(middle), palette.Deep, palette.Paper, TextAlign.Center);
            }

            yield return new DrawnLayer
            {
                Name = $"fact-{i + 1}",
                Sketch = sketch,
                Entrance = LayerEntrance.Rise,
                CueSentence = facts[i].Sentence is not null ? context.CueOf(facts[i], i, facts.Count)
                    : Math.Min(context.SentenceCount - 1, i * context.SentenceCount / facts.Count),
                CueFraction = context.SentenceCount > 1 ? 0.1 : Math.Min(0.7, 0.45 + (0.08 * i)),
            };
        }
    }
}
