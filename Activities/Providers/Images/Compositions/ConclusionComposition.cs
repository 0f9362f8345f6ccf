using TemporalVideo.Activities.Providers.Images.Drawing;
using TemporalVideo.Activities.Providers.Images.Scenery;
using TemporalVideo.Activities.Providers.Images.Typography;

namespace TemporalVideo.Activities.Providers.Images.Compositions;

/// <summary>What to remember: one card each, back in the place where the video began.</summary>
internal static class ConclusionComposition
{
    public static IReadOnlyList<DrawnLayer> Compose(SceneContext context)
    {
        var palette = context.Palette;
        var points = context.Segment.KeyPoints.Take(3).ToList();
        if (points.Count == 0)
        {
            points.Add(context.Story.Title);
        }

        const double Gap = 48;
        var width = Math.Min(620, (Canvas.Safe.Width - (Gap * (points.Count - 1))) / points.Count);
        var left = (Canvas.Width - ((width * points.Count) + (Gap * (points.Count - 1)))) / 2;
        var title = Typesetter.Fit(context.Segment.Title, FontWeight.ExtraBold, 92, 60, 1500, 1);
        List<DrawnLayer> layers =
        [
            .. Sceneries.Draw(context),
            new DrawnLayer
            {
                Name = "title",
                Sketch = new Sketch().Text(title, 960, 96, Palette.White, palette.Glow, TextAlign.Center).Rect(Box.Around(960, 96 + title.Height + 34, 110, 14), 7, palette.Accent),
                Entrance = LayerEntrance.Drop,
            },
        ];
        var cue = 0;
        for (var i = 0; i < points.Count; i++)
        {
            cue = context.Cue(points[i], i, points.Count, cue);
            var box = new Box(left + ((width + Gap) * i), 330, width, 470);
            var label = Typesetter.Fit(points[i], FontWeight.SemiBold, 46, 32, width - 84, 4);
            layers.Add(new DrawnLayer
            {
                Name = $"card-{i + 1}",
                Sketch = new Sketch().Card(box, palette.Paper, palette.Deep)
                    .Disc(context.Picture(points[i], context.Story.Title), box.CenterX, box.Y + 20, 104, palette.Signal(i))
                    .Text(label, box.CenterX, box.Y + 292 - (label.Height / 2), palette.Deep, palette.Paper, TextAlign.Center),
                Entrance = LayerEntrance.Rise,
                CueSentence = cue,
                CueFraction = 0.05,
            });
        }

        return layers;
    }
}
