using TemporalVideo.Studio.Pictures.Drawing;
using TemporalVideo.Studio.Pictures.Scenery;
using TemporalVideo.Studio.Pictures.Typography;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Pictures.Compositions;

/// <summary>
/// Two things beside each other in a picture that is not wide: two halves as in <see cref="SidesComposition"/>, but each fact's name stands
/// above its two values, so that these have the whole width.
/// </summary>
internal static class StackedSides
{
    private const double Gutter = 20;
    private const double TallestFact = 300;

    public static IReadOnlyList<DrawnLayer> Compose(SceneContext context, List<DiagramItem> facts)
    {
        var (palette, canvas, safe, diagram) = (context.Palette, context.Canvas, context.Canvas.Safe, context.Diagram);
        var (one, other) = (palette.Base, Colour.Mix(palette.Glow, palette.Base, 0.15));
        var names = (Left: diagram.Columns[^2], Right: diagram.Columns[^1]);
        var pictures = context.Canvas.Tall ? context.Pictures([names.Left, names.Right]) : [];
        var half = canvas.Bleed with { X = canvas.Width / 2, Width = (canvas.Width / 2) + 90 };
        var back = new Sketch().Rect(canvas.Bleed, 0, one).Circle(200, 300, 380, Colour.Mix(one, Palette.White, 0.04)).Rect(half, 0, other)
            .Clipped(half, 0, new Sketch().Circle(880, 300, 380, Colour.Mix(other, Palette.White, 0.05)));
        var title = Typesetter.Fit(context.Segment.Title, FontStyle.ExtraBold, 54, 34, safe.Width, 2);
        var ground = Colour.Contrast(Palette.White, one) < Colour.Contrast(Palette.White, other) ? one : other;
        List<DrawnLayer> layers =
        [
            new DrawnLayer { Name = "background", Sketch = back, Bounds = canvas.Bleed, Depth = 0.05 },
            Backdrops.Moving(canvas, 140, canvas.FromBottom(1060), Colour.Mix(one, Palette.White, 0.12)),
            new DrawnLayer
            {
                Name = "title",
                Sketch = new Sketch().Text(title, safe.CenterX, safe.Y + 2, Palette.White, ground, TextAlign.Center),
                Entrance = LayerEntrance.Rise,
            },
        ];
        var width = (safe.Width - Gutter) / 2;
        var (left, right) = (safe.X + (width / 2), safe.Right - (width / 2));
        var top = safe.Y + title.Height + 34;
        if (pictures is [{ } first, { } second])
        {
            layers.Add(Picture("left-picture", new Sketch().Circle(left, top + 96, 96, Palette.White).Picture(first, left, top + 96, 128),
                LayerEntrance.FromLeft, 0));
            layers.Add(Picture("right-picture",
                new Sketch().Circle(right, top + 96, 96, Palette.White).Picture(second, right, top + 96, 128), LayerEntrance.FromRight,
                0.3));
            top += 218;
        }

        var arrow = diagram.Kind == DiagramKind.BeforeAfter;
        var nameWidth = width - (arrow ? 60 : 16);
        var size = Math.Min(Typesetter.Fit(names.Left, FontStyle.ExtraBold, 60, 30, nameWidth, 2).Size,
            Typesetter.Fit(names.Right, FontStyle.ExtraBold, 60, 30, nameWidth, 2).Size);
        var (leftName, rightName) = (Typesetter.Wrapped(names.Left, FontStyle.ExtraBold, size, nameWidth),
            Typesetter.Wrapped(names.Right, FontStyle.ExtraBold, size, nameWidth));
        var height = Math.Max(leftName.Height, rightName.Height);
        layers.Add(Name("left-name", leftName, left, top, height, palette.Accent, one, 0.1));
        layers.Add(Name("right-name", rightName, right, top, height, palette.Accent, other, 0.4));
        if (arrow)
        {
            layers.Add(new DrawnLayer
            {
                Name = "arrow",
                Sketch = new Sketch().Circle(safe.CenterX, top + (height / 2), 34, palette.Deep)
                    .ArrowHead(safe.CenterX + 14, top + (height / 2), 26, 0, palette.Accent),
                Entrance = LayerEntrance.FromLeft,
                CueFraction = 0.35,
            });
        }

        layers.AddRange(Facts(context, facts, safe with { Y = top + height + 30, Height = safe.Bottom - top - height - 30 }, width,
            (Colour.Mix(one, palette.Deep, 0.5), Colour.Mix(other, palette.Deep, 0.5))));
        return layers;
    }

    private static DrawnLayer Picture(string name, Sketch sketch, LayerEntrance entrance, double fraction) =>
        new() { Name = name, Sketch = sketch, Depth = 0.2, Entrance = entrance, CueFraction = fraction, Idle = LayerIdle.Float };

    private static DrawnLayer Name(string name, TextBlock text, double x, double top, double height, string ink, string ground,
        double fraction) => new()
        {
            Name = name,
            Sketch = new Sketch().Text(text, x, top + ((height - text.Height) / 2), Colour.Readable(ground, ink, Palette.White), ground,
                TextAlign.Center),
            Entrance = LayerEntrance.Rise,
            CueFraction = fraction,
        };

    private static IEnumerable<DrawnLayer> Facts(SceneContext context, List<DiagramItem> facts, Box room, double width,
        (string Left, string Right) grounds)
    {
        var palette = context.Palette;
        var step = Math.Min(TallestFact, room.Height / facts.Count);
        var labelled = facts.Exists(fact => fact.Label.Length > 0);
        var head = labelled ? Math.Min(66, step * 0.36) : 0;
        var height = step - head - 18;
        var lines = height > 130 ? 3 : height > 64 ? 2 : 1;
        var size = facts.SelectMany(fact => fact.Values)
            .Min(value => Typesetter.Fit(value.Text, FontStyle.SemiBold, Math.Min(46, height * 0.6), 24, width - 48, lines).Size);
        for (var i = 0; i < facts.Count; i++)
        {
            var (y, fact) = (room.Y + (step * i), facts[i]);
            var (left, right) = (new Box(room.X, y + head, width, height), new Box(room.Right - width, y + head, width, height));
            var one = Typesetter.Wrapped(fact.Values[0].Text, FontStyle.SemiBold, size, width - 40);
            var other = Typesetter.Wrapped(fact.Values[1].Text, FontStyle.SemiBold, size, width - 40);
            var corner = Math.Min(34, height / 2);
            var sketch = new Sketch()
                .Rect(left, corner, grounds.Left)
                .Rect(right, corner, grounds.Right)
                .Text(one, left.CenterX, one.TopAround(left.CenterY), Palette.White, grounds.Left, TextAlign.Center)
                .Text(other, right.CenterX, other.TopAround(right.CenterY), Palette.White, grounds.Right, TextAlign.Center);
            if (fact.Label.Length > 0)
            {
                var what = Typesetter.Fit(fact.Label, FontStyle.SemiBold, Math.Min(38, head * 0.62), Math.Min(24, head * 0.6),
                    room.Width * 0.8, 1);
                var pill = Box.Around(room.CenterX, y + (head / 2), Math.Max(300, what.Width + 60), head);
                sketch.Rect(pill, head / 2, palette.Paper)
                    .Text(what, room.CenterX, what.TopAround(pill.CenterY), palette.Deep, palette.Paper, TextAlign.Center);
            }

            yield return new DrawnLayer
            {
                Name = $"fact-{i + 1}",
                Sketch = sketch,
                Entrance = LayerEntrance.Rise,
                CueSentence = fact.Sentence is not null ? context.CueOf(fact, i, facts.Count)
                    : Math.Min(context.SentenceCount - 1, i * context.SentenceCount / facts.Count),
                CueFraction = context.SentenceCount > 1 ? 0.1 : Math.Min(0.7, 0.45 + (0.08 * i)),
            };
        }
    }
}
