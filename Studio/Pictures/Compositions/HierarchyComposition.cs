using TemporalVideo.Studio.Pictures.Drawing;
using TemporalVideo.Studio.Pictures.Scenery;
using TemporalVideo.Studio.Pictures.Typography;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Pictures.Compositions;

/// <summary>A whole and its parts, level by level from left to right, each joined to what it belongs to.</summary>
internal static class HierarchyComposition
{
    private const double Join = 96;
    private const double LeastRow = 40;

    public static IReadOnlyList<DrawnLayer> Compose(SceneContext context)
    {
        var items = context.Diagram.Items;
        var levels = items.Max(item => item.Level) + 1;
        var single = items.Count(item => item.Level == 0) == 1;
        var heading = Parts.Heading(context, onDark: true);
        var room = Parts.Below(context, heading);
        if (context.Canvas.Stacked)
        {
            return StackedHierarchy.Compose(context, heading, room);
        }

        var leaves = Enumerable.Range(0, items.Count).Where(i => IsLeaf(items, i)).ToList();
        var step = Math.Min(150, room.Height / leaves.Count);
        if (step < LeastRow)
        {
            return ListComposition.Compose(context);
        }

        var width = (room.Width - (Join * (levels - 1))) / levels;
        var boxes = Places(items, leaves, room, step, width);
        var palette = context.Palette;
        List<DrawnLayer> layers = [.. Backdrops.Dark(context), heading];
        var size = items.Min(item => Typesetter.Fit(item.Label, FontStyle.SemiBold, Math.Min(50, step * 0.42), 16, width - 40, 2).Size);
        var cue = 0;
        for (var i = 0; i < items.Count; i++)
        {
            cue = context.CueOf(items[i], i, items.Count, cue);
            var box = boxes[i];
            var root = single && items[i].Level == 0;
            var (fill, ink) = items[i].Level switch
            {
                0 => (palette.Accent, palette.Deep),
                1 => (palette.Paper, palette.Deep),
                _ => (palette.Base, Palette.White),
            };
            var text = Typesetter.Wrapped(items[i].Label, root ? FontStyle.ExtraBold : FontStyle.SemiBold, size, width - 36);
            var sketch = new Sketch();
            if (ParentOf(items, i) is { } parent)
            {
                var from = boxes[parent];
                var middle = from.Right + (Join / 2);
                sketch.Stroke(
                    $"M{Sketch.N(from.Right)} {Sketch.N(from.CenterY)} C{Sketch.N(middle)} {Sketch.N(from.CenterY)} "
                        + $"{Sketch.N(middle)} {Sketch.N(box.CenterY)} {Sketch.N(box.X)} {Sketch.N(box.CenterY)}",
                    new Box(from.Right, Math.Min(from.CenterY, box.CenterY), Join, Math.Abs(from.CenterY - box.CenterY)), palette.Muted, 4,
                        0.8);
            }

            sketch.Rect(box, 18, fill);
            if (items[i].Level > 1)
            {
                sketch.Outline(box, 18, palette.Muted, 3, 0.7);
            }

            layers.Add(new DrawnLayer
            {
                Name = $"part-{i + 1}",
                Sketch = sketch.Text(text, box.CenterX, text.TopAround(box.CenterY), ink, fill, TextAlign.Center),
                Entrance = LayerEntrance.FromLeft,
                CueSentence = cue,
                CueFraction = 0.05,
            });
        }

        return layers;
    }

    // Leaves stand below each other; what has parts stands in the middle of them.
    private static Box[] Places(IReadOnlyList<DiagramItem> items, List<int> leaves, Box room, double step, double width)
    {
        var boxes = new Box[items.Count];
        var top = room.Y + ((room.Height - (step * leaves.Count)) / 2);
        for (var i = items.Count - 1; i >= 0; i--)
        {
            var leaf = leaves.IndexOf(i);
            var parts = Enumerable.Range(i + 1, items.Count - i - 1).Where(k => ParentOf(items, k) == i).ToList();
            var y = leaf >= 0 ? top + (step * (leaf + 0.5)) : (boxes[parts[0]].CenterY + boxes[parts[^1]].CenterY) / 2;
            boxes[i] = new Box(room.X + (items[i].Level * (width + Join)), y - (step * 0.39), width, step * 0.78);
        }

        return boxes;
    }

    private static bool IsLeaf(IReadOnlyList<DiagramItem> items, int i) => i + 1 >= items.Count || items[i + 1].Level <= items[i].Level;

    internal static int? ParentOf(IReadOnlyList<DiagramItem> items, int i)
    {
        for (var k = i - 1; k >= 0; k--)
        {
            if (items[k].Level < items[i].Level)
            {
                return k;
            }
        }

        return null;
    }
}
