using TemporalVideo.Studio.Pictures.Drawing;
using TemporalVideo.Studio.Pictures.Scenery;
using TemporalVideo.Studio.Pictures.Typography;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Pictures.Compositions;

/// <summary>Things in no order, nested by level, and questions: a row each on light ground, as large as they all fit.</summary>
internal static class ListComposition
{
    private const double Indent = 64;
    private const int MostLevels = 4;

    public static IReadOnlyList<DrawnLayer> Compose(SceneContext context)
    {
        var (palette, safe) = (context.Palette, context.Canvas.Safe);
        var lead = context.Canvas.Stacked ? 84.0 : 96;
        var items = context.Diagram.Items;
        var questions = context.Diagram.Kind == DiagramKind.Questions;
        var heading = Parts.Heading(context, onDark: false);
        List<DrawnLayer> layers = [.. Backdrops.Light(context), heading];
        var room = Parts.Below(context, heading) with { X = safe.X + lead };
        room = room with { Width = safe.Right - 30 - room.X };
        var rows = items.Select(item => new StackRow(
            item.Label, FontStyle.SemiBold, Indent * Math.Clamp(item.Level, 0, MostLevels), item.Level > 0 ? 0.86 : 1)).ToList();
        var placed = Stack.Of(rows, room, (items.Count <= 3 ? 62 : 54) * context.Canvas.Larger, 22,
            context.Canvas.Tall ? 40 : 18);
        var cue = 0;
        for (var i = 0; i < items.Count; i++)
        {
            cue = context.CueOf(items[i], i, items.Count, cue);
            var (text, row) = placed[i];
            var nested = items[i].Level > 0;
            var sketch = new Sketch();
            if (!nested)
            {
                sketch.Rect(new Box(row.X - lead, row.Y, row.Width + lead + 30, row.Height), 18, Palette.White, 0.85);
            }

            var top = text.TopAround(row.CenterY);
            var middle = top + (text.Size * 0.44);
            if (items[i].Mark is { } mark)
            {
                sketch.Badge(mark.TrimEnd('.'), row.X - (nested ? 34 : lead / 2), middle, Math.Min(30, text.Size * (nested ? 0.44 : 0.56)),
                    palette.Base, Palette.White);
            }
            else if (questions)
            {
                sketch.Badge("?", row.X - (lead / 2), middle, Math.Min(30, text.Size * 0.56), palette.Base, Palette.White);
            }
            else
            {
                sketch.Circle(row.X - (nested ? 30 : lead / 2), middle, text.Size * (nested ? 0.16 : 0.26),
                    nested ? palette.Base : palette.Glow);
            }

            layers.Add(new DrawnLayer
            {
                Name = $"item-{i + 1}",
                Sketch = sketch.Text(text, row.X, top, palette.Deep, palette.PaperShade),
                Entrance = LayerEntrance.Rise,
                CueSentence = cue,
                CueFraction = 0.05,
            });
        }

        return layers;
    }
}
