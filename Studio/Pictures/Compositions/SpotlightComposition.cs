using TemporalVideo.Studio.Pictures.Drawing;
using TemporalVideo.Studio.Pictures.Scenery;
using TemporalVideo.Studio.Pictures.Typography;

namespace TemporalVideo.Studio.Pictures.Compositions;

/// <summary>Explains an idea: a picture that fills one side, and on light ground what matters about it.</summary>
internal static class SpotlightComposition
{
    private const double PanelWidth = 850;

    public static IReadOnlyList<DrawnLayer> Compose(SceneContext context)
    {
        var palette = context.Palette;
        var mirrored = context.Index % 2 == 0;
        var points = context.Segment.KeyPoints.Take(4).ToList();
        var cues = points.Select((point, i) => context.Cue(point, i, points.Count)).ToList();
        if (context.Hero() is not { } hero)
        {
            return StatementComposition.Compose(context);
        }

        var pictures = context.Pictures(points);
        var panel = mirrored ? new Box(Canvas.Width - PanelWidth, -90, PanelWidth + 90, 1260) : new Box(-90, -90, PanelWidth + 90, 1260);
        var heroX = mirrored ? Canvas.Width - (PanelWidth / 2) : PanelWidth / 2;
        var left = mirrored ? 96.0 : PanelWidth + 90;
        const double Width = Canvas.Width - PanelWidth - 186;
        List<DrawnLayer> layers =
        [
            .. Backdrops.Light(context),
            new DrawnLayer
            {
                Name = "panel",
                Sketch = new Sketch().Framed(SceneryChooser.For(context.Story, context.Segment), panel, 0, palette, context.Segment.Title)
                    .Rect(new Box(mirrored ? panel.X - 12 : panel.Right, -90, 12, 1260), 0, palette.Accent),
                Depth = 0.1,
            },
            new DrawnLayer { Name = "hero", Sketch = new Sketch().Picture(hero, heroX, 470, 470), Depth = 0.3,
                Entrance = LayerEntrance.Rise, Idle = LayerIdle.Float },
        ];
        var title = Typesetter.Fit(context.Segment.Title, FontStyle.ExtraBold, 88, 52, Width, 3, 1.06);
        var pictured = pictures[0] is not null;
        var inset = pictured ? 168.0 : 44;
        var pointHeight = points.Count > 3 ? 132 : 168;
        var top = Math.Max(104, 470 - ((title.Height + 90 + (pointHeight * points.Count)) / 2));
        layers.Add(new DrawnLayer
        {
            Name = "title",
            Sketch = new Sketch().Rect(new Box(left + 2, top, 96, 14), 7, palette.Glow)
                .Text(title, left, top + 40, palette.Deep, palette.PaperShade),
            Entrance = LayerEntrance.Rise,
        });
        var first = top + title.Height + 86;
        var cue = 0;
        for (var i = 0; i < points.Count; i++)
        {
            cue = Math.Max(cue, cues[i]);
            var y = first + (pointHeight * (i + 0.5));
            var label = Typesetter.Fit(points[i], FontStyle.SemiBold, pictured ? 52 : 58, 36, Width - inset - 8, 2);
            layers.Add(new DrawnLayer
            {
                Name = $"point-{i + 1}",
                Sketch = (pictures[i] is { } picture
                        ? new Sketch().Disc(picture, left + 66, y, 66, palette.Signal(i))
                        : new Sketch().Rect(new Box(left, label.TopAround(y), 12, label.Height), 6, palette.Glow))
                    .Text(label, left + inset, label.TopAround(y), palette.Deep, palette.PaperShade),
                Entrance = mirrored ? LayerEntrance.FromLeft : LayerEntrance.FromRight,
                CueSentence = cue,
                CueFraction = 0.15 + (0.3 * layers.Count(layer =>
                    layer.Name.StartsWith("point", StringComparison.Ordinal) && layer.CueSentence == cue)),
            });
        }

        return layers;
    }
}
