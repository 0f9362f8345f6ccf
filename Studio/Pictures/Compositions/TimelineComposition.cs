using TemporalVideo.Studio.Pictures.Drawing;
using TemporalVideo.Studio.Pictures.Scenery;
using TemporalVideo.Studio.Pictures.Typography;

namespace TemporalVideo.Studio.Pictures.Compositions;

/// <summary>Dates along a line, with what happened on them: years stand on a lying line, dates with day and month or long texts on a
/// standing one.</summary>
internal static class TimelineComposition
{
    private const double LongestDate = 11;
    private const int MostAcross = 6;
    private const double LongestAcross = 48;

    public static IReadOnlyList<DrawnLayer> Compose(SceneContext context)
    {
        var items = context.Diagram.Items;
        return !context.Canvas.Stacked && items.Count <= MostAcross
            && items.All(item => item.Value.Length <= LongestDate && item.Label.Length <= LongestAcross)
            ? Across(context) : Down(context);
    }

    private static List<DrawnLayer> Across(SceneContext context)
    {
        var (palette, safe) = (context.Palette, context.Canvas.Safe);
        var items = context.Diagram.Items;
        var width = safe.Width / items.Count;
        var pictures = context.Pictures([.. items.Select(item => item.Label)]);
        var pictured = pictures[0] is not null;
        var lineY = pictured ? 510.0 : 400.0;
        var heading = Parts.Heading(context, onDark: false);
        List<DrawnLayer> layers =
        [
            .. Backdrops.Light(context),
            heading,
            new DrawnLayer { Name = "line", Sketch = new Sketch().Rect(new Box(-40, lineY - 7, 2000, 14), 7, palette.Glow),
                Entrance = LayerEntrance.Wipe },
        ];
        var dateSize = items.Min(item => Typesetter.Fit(item.Value, FontStyle.ExtraBold, 82, 36, width - 30, 1).Size);
        var labelSize = items.Min(item =>
            Typesetter.Fit(item.Label, FontStyle.SemiBold, pictured ? 44 : 52, 28, width - 40, pictured ? 4 : 5).Size);
        var cue = 0;
        for (var i = 0; i < items.Count; i++)
        {
            cue = context.CueOf(items[i], i, items.Count, cue);
            var x = safe.X + (width * (i + 0.5));
            var date = Typesetter.Line(items[i].Value, FontStyle.ExtraBold, dateSize);
            var label = Typesetter.Wrapped(items[i].Label, FontStyle.SemiBold, labelSize, width - 40);
            var sketch = new Sketch();
            if (pictured)
            {
                sketch.Disc(pictures[i]!, x, lineY - 140, 100, palette.Signal(i));
            }

            layers.Add(new DrawnLayer
            {
                Name = $"date-{i + 1}",
                Sketch = sketch.Circle(x, lineY, 26, palette.Paper).Ring(x, lineY, 20, 12, palette.Base)
                    .Text(date, x, lineY + 46, palette.Glow, palette.PaperShade, TextAlign.Center)
                    .Text(label, x, lineY + 64 + date.Height, palette.Deep, palette.PaperShade, TextAlign.Center),
                Entrance = LayerEntrance.Rise,
                CueSentence = cue,
                CueFraction = 0.05,
            });
        }

        return layers;
    }

    private static List<DrawnLayer> Down(SceneContext context)
    {
        var (palette, safe, stacked) = (context.Palette, context.Canvas.Safe, context.Canvas.Stacked);
        var items = context.Diagram.Items;
        var heading = Parts.Heading(context, onDark: false);
        var room = Parts.Below(context, heading);
        var size = Math.Min(50 * context.Canvas.Larger, room.Height / items.Count * 0.5);
        var dates = items.Select(item =>
            Typesetter.Fit(item.Value, FontStyle.ExtraBold, size, 24, stacked ? 250 : 560, stacked ? 2 : 1)).ToList();
        var line = safe.X + dates.Max(date => date.Width) + 56;
        var texts = room with { X = line + 56, Width = safe.Right - line - 56 };
        var placed = Stack.Of([.. items.Select(item => new StackRow(item.Label, FontStyle.SemiBold))], texts, size, 16,
            context.Canvas.Tall ? 64 : 22);
        List<DrawnLayer> layers =
        [
            .. Backdrops.Light(context),
            heading,
            new DrawnLayer
            {
                Name = "line",
                Sketch = new Sketch().Rect(new Box(line - 6, placed[0].Row.Y - 10, 12, placed[^1].Row.Bottom - placed[0].Row.Y + 20), 6,
                    palette.Glow),
                Entrance = LayerEntrance.Fade,
            },
        ];
        var cue = 0;
        for (var i = 0; i < items.Count; i++)
        {
            cue = context.CueOf(items[i], i, items.Count, cue);
            var (text, row) = placed[i];
            var y = text.TopAround(row.CenterY) + (text.Size * 0.44);
            layers.Add(new DrawnLayer
            {
                Name = $"date-{i + 1}",
                Sketch = new Sketch().Circle(line, y, 22, palette.Paper).Ring(line, y, 16, 10, palette.Base)
                    .Text(dates[i], line - 44, stacked ? dates[i].TopAround(row.CenterY) : y - (dates[i].Size * 0.44), palette.Glow,
                        palette.PaperShade, TextAlign.Right)
                    .Text(text, row.X, text.TopAround(row.CenterY), palette.Deep, palette.PaperShade),
                Entrance = LayerEntrance.FromLeft,
                CueSentence = cue,
                CueFraction = 0.05,
            });
        }

        return layers;
    }
}
