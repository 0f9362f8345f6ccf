using TemporalVideo.Activities.Providers.Images.Drawing;
using TemporalVideo.Activities.Providers.Images.Scenery;
using TemporalVideo.Activities.Providers.Images.Typography;

namespace TemporalVideo.Activities.Providers.Images.Compositions;

/// <summary>Explains an idea on light ground: one large picture at the left, what matters about it at the right.</summary>
internal static class SpotlightComposition
{
    public static IReadOnlyList<DrawnLayer> Compose(SceneContext context)
    {
        var palette = context.Palette;
        var points = context.Segment.KeyPoints.Take(3).ToList();
        var pictures = points.Select(point => context.Picture(point, context.Segment.Title)).ToList();
        var hero = context.Picture(context.Segment.Title, context.Segment.Narration);
        var panel = new Sketch().Rect(new Box(-90, -90, 800, 1260), 0, palette.Base).Circle(-40, 1080, 520, Colour.Mix(palette.Base, palette.Glow, 0.4)).Circle(700, -60, 300, Colour.Mix(palette.Base, palette.Glow, 0.3));
        List<DrawnLayer> layers =
        [
            Backdrops.Light(context),
            new DrawnLayer { Name = "panel", Sketch = panel, Bounds = new Box(-90, -90, 800, 1260), Depth = 0.1 },
            new DrawnLayer { Name = "disc", Sketch = new Sketch().Circle(710, 470, 262, palette.Accent).Circle(710, 470, 226, Palette.White), Depth = 0.2, Entrance = LayerEntrance.Fade },
            new DrawnLayer { Name = "hero", Sketch = new Sketch().Picture(hero, 710, 470, 300), Depth = 0.3, Entrance = LayerEntrance.Rise, Idle = LayerIdle.Float },
        ];
        var title = Typesetter.Fit(context.Segment.Title, FontWeight.ExtraBold, 80, 52, 780, 2, 1.08);
        layers.Add(new DrawnLayer
        {
            Name = "title",
            Sketch = new Sketch().Rect(new Box(1042, 110, 88, 12), 6, palette.Glow).Text(title, 1040, 144, palette.Deep, palette.PaperShade),
            Entrance = LayerEntrance.Rise,
        });
        var top = 144 + title.Height + 60;
        var step = Math.Min(190, (860 - top) / Math.Max(1, points.Count));
        var cue = 0;
        for (var i = 0; i < points.Count; i++)
        {
            cue = context.Cue(points[i], i, points.Count, cue);
            var y = top + (step * i) + (step / 2);
            var label = Typesetter.Fit(points[i], FontWeight.SemiBold, 50, 36, 580, 2);
            layers.Add(new DrawnLayer
            {
                Name = $"point-{i + 1}",
                Sketch = new Sketch().Disc(pictures[i], 1104, y, 66, palette.Signal(i)).Text(label, 1204, y - (label.Height / 2), palette.Deep, palette.PaperShade),
                Entrance = LayerEntrance.FromRight,
                CueSentence = cue,
                CueFraction = 0.15,
            });
        }

        return layers;
    }
}
