using TemporalVideo.Studio.Pictures.Drawing;
using TemporalVideo.Studio.Pictures.Scenery;
using TemporalVideo.Studio.Pictures.Typography;

namespace TemporalVideo.Studio.Pictures.Compositions;

/// <summary>Causes at the left lead to what follows at the right.</summary>
internal static class CauseEffectComposition
{
    private const double EffectX = 1440;
    private const double EffectY = 430;

    public static IReadOnlyList<DrawnLayer> Compose(SceneContext context)
    {
        if (context.Canvas.Stacked)
        {
            return StackedCauseEffect.Compose(context);
        }

        var palette = context.Palette;
        var causes = context.Diagram.Items.SkipLast(1).ToList();
        var effect = context.Diagram.Items[^1].Label;
        List<DrawnLayer> layers = [.. Sceneries.Ground(context), Parts.Heading(context, onDark: true, 900)];
        var pictures = context.Pictures([.. causes.Select(cause => cause.Label)]);
        var step = Math.Min(270, 570.0 / causes.Count);
        var height = step - 44;
        for (var i = 0; i < causes.Count; i++)
        {
            var y = 550 + (step * (i - ((causes.Count - 1) / 2.0)));
            var cue = context.Cue(causes[i].Label, i, causes.Count + 1);
            var inset = pictures[i] is null ? 60 : 250;
            var label = Typesetter.Fit(causes[i].Label, FontStyle.SemiBold, 54, 34, 750 - inset, 2);
            var card = new Sketch().Card(new Box(96, y - (height / 2), 800, height), palette.Paper, palette.Deep, 40);
            if (pictures[i] is { } picture)
            {
                card.Disc(picture, 226, y, height * 0.4, palette.Signal(i), 1.2);
            }

            layers.Add(new DrawnLayer
            {
                Name = $"cause-{i + 1}",
                Sketch = card.Text(label, 96 + inset, label.TopAround(y), palette.Deep, palette.Paper),
                Entrance = LayerEntrance.FromLeft,
                CueSentence = cue,
                CueFraction = 0.2,
            });
            layers.Add(new DrawnLayer
            {
                Name = $"arrow-{i + 1}",
                Sketch = Arrow(palette, y),
                Entrance = LayerEntrance.Wipe,
                CueSentence = context.SentenceCount - 1
            });
        }

        layers.AddRange(Effect(context, effect));
        return layers;
    }

    private static IEnumerable<DrawnLayer> Effect(SceneContext context, string effect)
    {
        var palette = context.Palette;
        var last = context.SentenceCount - 1;
        if (context.TryPicture(effect) is not { } picture)
        {
            var words = Stack.Of([new StackRow(effect, FontStyle.ExtraBold)], new Box(1180, 200, 600, 560), 76, 0, 0)[0];
            var box = Box.Around(EffectX + 40, EffectY, 700, Math.Max(300, words.Text.Height + 120));
            yield return new DrawnLayer
            {
                Name = "effect",
                Sketch = new Sketch().Card(box, palette.Accent, palette.Deep, 44)
                    .Text(words.Text, box.CenterX, box.CenterY - (words.Text.Height / 2), palette.Deep, palette.Accent, TextAlign.Center),
                Entrance = LayerEntrance.Rise,
                CueSentence = last,
                CueFraction = 0.2,
            };
            yield break;
        }

        var result = Typesetter.Fit(effect, FontStyle.ExtraBold, 60, 40, 700, 2);
        yield return new DrawnLayer
        {
            Name = "window",
            Sketch = new Sketch().Circle(EffectX, EffectY, 288, palette.Accent)
                .Round(SceneryChooser.For(context.Story, context.Segment), EffectX, EffectY, 268, palette, effect),
            Depth = 0.15,
            Entrance = LayerEntrance.Fade,
            CueSentence = last,
        };
        yield return new DrawnLayer
        {
            Name = "effect-picture",
            Sketch = new Sketch().Picture(picture, EffectX, EffectY, 320),
            Depth = 0.25,
            Entrance = LayerEntrance.Rise,
            CueSentence = last,
            CueFraction = 0.2,
            Idle = LayerIdle.Float,
        };
        yield return new DrawnLayer
        {
            Name = "effect",
            Sketch = new Sketch().Text(result, EffectX, 742, Palette.White, palette.Glow, TextAlign.Center),
            Entrance = LayerEntrance.Rise,
            CueSentence = last,
            CueFraction = 0.35,
        };
    }

    private static Sketch Arrow(Palette palette, double y)
    {
        var end = EffectY + ((y - EffectY) * 0.35);
        return new Sketch()
            .Stroke($"M926 {Sketch.N(y)} C1020 {Sketch.N(y)} 1020 {Sketch.N(end)} 1096 {Sketch.N(end)}",
                new Box(926, Math.Min(y, end), 170, Math.Abs(y - end)), palette.Accent, 10)
            .ArrowHead(1122, end, 32, 0, palette.Accent);
    }
}
