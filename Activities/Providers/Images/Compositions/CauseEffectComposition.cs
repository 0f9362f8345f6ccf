using TemporalVideo.Activities.Providers.Images.Drawing;
using TemporalVideo.Activities.Providers.Images.Scenery;
using TemporalVideo.Activities.Providers.Images.Typography;

namespace TemporalVideo.Activities.Providers.Images.Compositions;

/// <summary>Causes at the left lead to what follows at the right.</summary>
internal static class CauseEffectComposition
{
    public static IReadOnlyList<DrawnLayer> Compose(SceneContext context)
    {
        var palette = context.Palette;
        var causes = context.Brief.Items.SkipLast(1).ToList();
        var effect = context.Brief.Items[^1].Label;
        List<DrawnLayer> layers = [Backdrops.Dark(context), Parts.Heading(context, onDark: true)];
        var effectPicture = context.Picture(effect, context.Segment.Title);
        var step = 560.0 / causes.Count;
        for (var i = 0; i < causes.Count; i++)
        {
            var y = 280 + (step * (i + 0.5));
            var cue = context.Cue(causes[i].Label, i, causes.Count + 1);
            var label = Typesetter.Fit(causes[i].Label, FontWeight.SemiBold, 46, 34, 480, 2);
            layers.Add(new DrawnLayer
            {
                Name = $"cause-{i + 1}",
                Sketch = new Sketch().Card(new Box(96, y - 95, 760, 190), palette.Paper, palette.Deep)
                    .Disc(context.Picture(causes[i].Label, context.Segment.Narration), 206, y, 72, palette.Signal(i))
                    .Text(label, 306, y - (label.Height / 2), palette.Deep, palette.Paper),
                Entrance = LayerEntrance.FromLeft,
                CueSentence = cue,
                CueFraction = 0.2,
            });
            layers.Add(new DrawnLayer { Name = $"arrow-{i + 1}", Sketch = Arrow(palette, y), Entrance = LayerEntrance.Wipe, CueSentence = context.SentenceCount - 1 });
        }

        var result = Typesetter.Fit(effect, FontWeight.ExtraBold, 56, 38, 620, 2);
        layers.Add(new DrawnLayer
        {
            Name = "effect",
            Sketch = new Sketch().Circle(1440, 480, 222, palette.Accent).Circle(1440, 480, 190, palette.Paper).Picture(effectPicture, 1440, 480, 250)
                .Text(result, 1440, 730, Palette.White, Colour.Mix(palette.Base, palette.Glow, 0.34), TextAlign.Center),
            Entrance = LayerEntrance.Rise,
            CueSentence = context.SentenceCount - 1,
            CueFraction = 0.25,
        });
        return layers;
    }

    private static Sketch Arrow(Palette palette, double y)
    {
        var end = 480 + ((y - 560) * 0.35);
        return new Sketch()
            .Stroke($"M890 {Sketch.N(y)} C1020 {Sketch.N(y)} 1050 {Sketch.N(end)} 1156 {Sketch.N(end)}", new Box(890, Math.Min(y, end), 270, Math.Abs(y - end)), palette.Muted, 9)
            .ArrowHead(1184, end, 28, 0, palette.Muted);
    }
}
