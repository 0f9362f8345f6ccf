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
        var (palette, safe) = (context.Palette, context.Canvas.Safe);
        var inset = context.Canvas.Stacked ? 92.0 : 140;
        List<(string Text, int? Sentence)> points = [.. context.Segment.KeyPoints.Take(Most).Select(point => (point, (int?)null))];
        if (points.Count == 0)
        {
            points = [.. context.Gist(Most).Select(gist => (gist.Text, (int?)gist.Sentence))];
        }

        var title = Typesetter.Fit(context.Segment.Title, FontStyle.ExtraBold, 100, 50, Math.Min(1600, safe.Width),
            points.Count > 3 && !context.Canvas.Tall ? 1 : 2);
        List<DrawnLayer> layers =
        [
            .. Sceneries.Draw(context),
            new DrawnLayer
            {
                Name = "title",
                Sketch = new Sketch().Rect(new Box(safe.X + 2, safe.Y + 20, 120, 16), 8, palette.Accent)
                    .Text(title, safe.X - 2, safe.Y + 60, Palette.White, palette.Glow),
                Entrance = LayerEntrance.Drop,
            },
        ];
        if (points.Count == 0)
        {
            return layers;
        }

        var top = safe.Y + 60 + title.Height + 44;
        var room = new Box(safe.X + inset, top, safe.Width - inset - (context.Canvas.Stacked ? 36 : 60), safe.Bottom - top);
        var placed = Stack.Of([.. points.Select(point => new StackRow(point.Text, FontStyle.SemiBold))], room,
            56 * context.Canvas.Larger, 30, context.Canvas.Tall ? 48 : 30);
        var cue = 0;
        for (var i = 0; i < points.Count; i++)
        {
            cue = points[i].Sentence ?? context.Cue(points[i].Text, i, points.Count, cue);
            var (text, row) = placed[i];
            var strip = new Box(safe.X, row.Y, safe.Width, row.Height);
            var sketch = new Sketch().Card(strip, palette.Paper, palette.Deep, Math.Min(44, row.Height / 2))
                .Circle(strip.X + (inset * 74 / 140), strip.CenterY, Math.Min(20, row.Height * 0.15), palette.Glow);
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
