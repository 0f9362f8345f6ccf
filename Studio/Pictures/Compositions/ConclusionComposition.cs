using TemporalVideo.Studio.Pictures.Drawing;
using TemporalVideo.Studio.Pictures.Scenery;
using TemporalVideo.Studio.Pictures.Typography;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Pictures.Compositions;

/// <summary>What to remember: one wide strip each, back in the place where the video began.</summary>
internal static class ConclusionComposition
{
    private const double Width = 1420;
    private const double Indent = 64;

    public static IReadOnlyList<DrawnLayer> Compose(SceneContext context)
    {
        var palette = context.Palette;
        var points = context.Segment.KeyPoints.Take(4).ToList();
        if (points.Count == 0)
        {
            points = Gist(context.Story);
        }

        var title = Typesetter.Fit(context.Segment.Title, FontStyle.ExtraBold, 100, 60, 1400, 1);
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
        var step = Math.Min(196, 590.0 / points.Count);
        var height = Math.Min(144, step - 40);
        var first = 568 - (step * points.Count / 2);
        var cue = 0;
        for (var i = 0; i < points.Count; i++)
        {
            cue = context.Cue(points[i], i, points.Count, cue);
            var left = 130 + (Indent * i);
            var box = new Box(left, first + (step * i) + ((step - height) / 2), Width, height);
            var disc = height * 0.54;
            var label = Typesetter.Fit(points[i], FontStyle.SemiBold, 50, 34, Width - 380, 2);
            layers.Add(new DrawnLayer
            {
                Name = $"point-{i + 1}",
                Sketch = new Sketch().Card(box, palette.Paper, palette.Deep, height / 2)
                    .Circle(left + 70, box.CenterY, disc + 10, palette.Paper).Disc(context.Picture(points[i], context.Story.Title), left + 70, box.CenterY, disc, palette.Signal(i), 1.2)
                    .Text(label, left + 206, box.CenterY - (label.Height / 2), palette.Deep, palette.Paper)
                    .Circle(box.Right - 82, box.CenterY, 36, palette.Glow)
                    .Stroke($"M{Sketch.N(box.Right - 98)} {Sketch.N(box.CenterY + 1)} l11 12 l21 -24", new Box(box.Right - 100, box.CenterY - 14, 36, 28), Palette.White, 8),
                Entrance = LayerEntrance.FromLeft,
                CueSentence = cue,
                CueFraction = 0.05,
            });
        }

        return layers;
    }

    /// <summary>Without points of its own: the first of each part, or the title.</summary>
    private static List<string> Gist(Story story)
    {
        List<string> points = [.. story.Segments.Where(segment => segment.Kind is SegmentKind.Concept or SegmentKind.Process).SelectMany(segment => segment.KeyPoints.Take(1)).Take(4)];
        return points.Count > 0 ? points : [story.Title];
    }
}
