using TemporalVideo.Studio.Pictures.Drawing;
using TemporalVideo.Studio.Pictures.Scenery;
using TemporalVideo.Studio.Pictures.Typography;

namespace TemporalVideo.Studio.Pictures.Compositions;

/// <summary>A whole and its parts as rows, indented by level and joined to what they belong to, for pictures that are not wide.</summary>
internal static class StackedHierarchy
{
    private const double Indent = 84;
    private const double Tallest = 130;

    public static IReadOnlyList<DrawnLayer> Compose(SceneContext context, DrawnLayer heading, Box room)
    {
        var (palette, items) = (context.Palette, context.Diagram.Items);
        var step = Math.Min(Tallest, room.Height / items.Count);
        var height = step * 0.8;
        var top = room.Y + ((room.Height - (step * items.Count)) * 0.3);
        List<Box> boxes = [.. items.Select((item, i) => new Box(room.X + (item.Level * Indent), top + (step * i),
            room.Width - (item.Level * Indent), height))];
        var size = items.Index().Min(item => Typesetter.Fit(item.Item.Label, FontStyle.SemiBold, Math.Min(48, height * 0.62), 18,
            boxes[item.Index].Width - 56, height > 90 ? 2 : 1).Size);
        List<DrawnLayer> layers = [.. Backdrops.Dark(context), heading];
        var cue = 0;
        for (var i = 0; i < items.Count; i++)
        {
            cue = context.CueOf(items[i], i, items.Count, cue);
            var (box, level) = (boxes[i], items[i].Level);
            var (fill, ink) = level switch
            {
                0 => (palette.Accent, palette.Deep),
                1 => (palette.Paper, palette.Deep),
                _ => (palette.Base, Palette.White),
            };
            var sketch = new Sketch();
            if (HierarchyComposition.ParentOf(items, i) is { } parent)
            {
                var x = boxes[parent].X + (Indent / 2);
                sketch.Stroke($"M{Sketch.N(x)} {Sketch.N(boxes[parent].Bottom)} V{Sketch.N(box.CenterY)} H{Sketch.N(box.X)}",
                    new Box(x, boxes[parent].Bottom, box.X - x, box.CenterY - boxes[parent].Bottom), palette.Muted, 4, 0.8);
            }

            sketch.Rect(box, 18, fill);
            if (level > 1)
            {
                sketch.Outline(box, 18, palette.Muted, 3, 0.7);
            }

            var text = Typesetter.Wrapped(items[i].Label, level == 0 ? FontStyle.ExtraBold : FontStyle.SemiBold, size, box.Width - 48);
            layers.Add(new DrawnLayer
            {
                Name = $"part-{i + 1}",
                Sketch = sketch.Text(text, box.X + 28, text.TopAround(box.CenterY), ink, fill),
                Entrance = LayerEntrance.FromLeft,
                CueSentence = cue,
                CueFraction = 0.05,
            });
        }

        return layers;
    }
}
