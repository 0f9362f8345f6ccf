using TemporalVideo.Studio.Pictures.Drawing;
using TemporalVideo.Studio.Pictures.Scenery;
using TemporalVideo.Studio.Pictures.Typography;

namespace TemporalVideo.Studio.Pictures.Compositions;

/// <summary>What to remember: one wide strip each, back in the place where the video began.</summary>
internal static class ConclusionComposition
{
    private const int Most = 5;

    public static IReadOnlyList<DrawnLayer> Compose(SceneContext context)
    {
        var palette = context.Palette;
        List<(string Text, int? Sentence)> points = [.. context.Segment.KeyPoints.Take(Most).Select(point => (point, (int?)null))];
        if (points.Count == 0)
        {
            points = [.. context.Gist(Most).Select(gist => (gist.Text, (int?)gist.Sentence))];
        }

        var title = Typesetter.Fit(context.Segment.Title, FontStyle.ExtraBold, 100, 50, 1600, points.Count > 3 ? 1 : 2);
        List<DrawnLayer> layers =
        [
            .. Sceneries.Draw(context),
            new DrawnLayer
            {
                Name = "title",
                Sketch = new Sketch().Rect(new Box(98, 92, 120, 16), 8, palette.Accent).Text(title, 94, 132, Palette.White, palette.Glow),
                Entrance = LayerEntrance.Drop,
            },
        ];
        if (points.Count == 0)
        {
            return layers;
        }

        var top = 132 + title.Height + 44;
        var room = new Box(Canvas.Safe.X + 140, top, Canvas.Safe.Width - 200, Canvas.Safe.Bottom - top);
        var placed = Stack.Of([.. points.Select(point => new StackRow(point.Text, FontStyle.SemiBold))], room, 56, 30, 30);
        var cue = 0;
        for (var i = 0; i < points.Count; i++)
        {
            cue = points[i].Sentence ?? context.Cue(points[i].Text, i, points.Count, cue);
            var (text, row) = placed[i];
            var strip = new Box(Canvas.Safe.X, row.Y, Canvas.Safe.Width, row.Height);
            var sketch = new Sketch().Card(strip, palette.Paper, palette.Deep, Math.Min(44, row.Height / 2))
                .Circle(strip.X + 74, strip.CenterY, Math.Min(20, row.Height * 0.15), palette.Glow);
            layers.Add(new DrawnLayer
            {
                Name = $"point-{i + 1}",
                Sketch = sketch.Text(text, row.X, text.TopAround(row.CenterY), palette.Deep, palette.Paper),
                Entrance = LayerEntrance.FromLeft,
                CueSentence = Math.Min(cue, context.SentenceCount - 1),
                CueFraction = 0.05,
            });
        }

        return layers;
    }
}
