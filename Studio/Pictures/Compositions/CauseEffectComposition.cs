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
        var palette = context.Palette;
        var causes = context.Diagram.Items.SkipLast(1).ToList();
        var effect = context.Diagram.Items[^1].Label;
        List<DrawnLayer> layers = [.. Sceneries.Ground(context), Parts.Heading(context, onDark: true, 900)];
        var effectPicture = context.Picture(effect, context.Segment.Title);
        var step = Math.Min(270, 570.0 / causes.Count);
        var height = step - 44;
        for (var i = 0; i < causes.Count; i++)
        {
            var y = 550 + (step * (i - ((causes.Count - 1) / 2.0)));
            var cue = context.Cue(causes[i].Label, i, causes.Count + 1);
            var label = Typesetter.Fit(causes[i].Label, FontStyle.SemiBold, 54, 34, 500, 2);
            layers.Add(new DrawnLayer
            {
                Name = $"cause-{i + 1}",
                Sketch = new Sketch().Card(new Box(96, y - (height / 2), 800, height), palette.Paper, palette.Deep, 40)
                    .Disc(context.Picture(causes[i].Label, context.SentenceAt(cue)), 226, y, height * 0.4, palette.Signal(i), 1.2)
                    .Text(label, 346, y - (label.Height / 2), palette.Deep, palette.Paper),
                Entrance = LayerEntrance.FromLeft,
                CueSentence = cue,
                CueFraction = 0.2,
            });
            layers.Add(new DrawnLayer { Name = $"arrow-{i + 1}", Sketch = Arrow(palette, y), Entrance = LayerEntrance.Wipe, CueSentence = context.SentenceCount - 1 });
        }

        var result = Typesetter.Fit(effect, FontStyle.ExtraBold, 60, 40, 700, 2);
        layers.Add(new DrawnLayer
        {
            Name = "window",
            Sketch = new Sketch().Circle(EffectX, EffectY, 288, palette.Accent).Round(SceneryChooser.For(context.Story, context.Segment), EffectX, EffectY, 268, palette, effect),
            Depth = 0.15,
            Entrance = LayerEntrance.Fade,
            CueSentence = context.SentenceCount - 1,
        });
        layers.Add(new DrawnLayer
        {
            Name = "effect-picture",
            Sketch = new Sketch().Picture(effectPicture, EffectX, EffectY, 320),
            Depth = 0.25,
            Entrance = LayerEntrance.Rise,
            CueSentence = context.SentenceCount - 1,
            CueFraction = 0.2,
            Idle = LayerIdle.Float,
        });
        layers.Add(new DrawnLayer
        {
            Name = "effect",
            Sketch = new Sketch().Text(result, EffectX, 742, Palette.White, palette.Glow, TextAlign.Center),
            Entrance = LayerEntrance.Rise,
            CueSentence = context.SentenceCount - 1,
            CueFraction = 0.35,
        });
        return layers;
    }

    private static Sketch Arrow(Palette palette, double y)
    {
        var end = EffectY + ((y - EffectY) * 0.35);
        return new Sketch()
            .Stroke($"M926 {Sketch.N(y)} C1020 {Sketch.N(y)} 1020 {Sketch.N(end)} 1096 {Sketch.N(end)}", new Box(926, Math.Min(y, end), 170, Math.Abs(y - end)), palette.Accent, 10)
            .ArrowHead(1122, end, 32, 0, palette.Accent);
    }
}
