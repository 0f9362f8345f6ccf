using TemporalVideo.Studio.Pictures.Drawing;
using TemporalVideo.Studio.Pictures.Pictograms;
using TemporalVideo.Studio.Pictures.Scenery;
using TemporalVideo.Studio.Pictures.Typography;

namespace TemporalVideo.Studio.Pictures.Compositions;

/// <summary>Numbered steps with their pictures as panels below each other, for pictures that are not wide.</summary>
internal static class StackedSteps
{
    private const double Gap = 26;
    private const double Corner = 30;
    private const double Tallest = 240;

    public static List<DrawnLayer> Compose(SceneContext context, int[] cues, IReadOnlyList<Pictogram?> pictures)
    {
        var (palette, items) = (context.Palette, context.Diagram.Items);
        var heading = Parts.Heading(context, onDark: true);
        var room = Parts.Below(context, heading);
        var height = Math.Min(Tallest, (room.Height - 14 - (Gap * (cues.Length - 1))) / cues.Length);
        var art = Math.Min(height * 1.25, 280);
        var text = room.Width - art - 60;
        var size = items.Min(item => Typesetter.Fit(item.Label, FontStyle.SemiBold, Math.Min(54, height * 0.4), 26, text, 2).Size);
        var top = room.Y + ((room.Height - (height * cues.Length) - (Gap * (cues.Length - 1))) * 0.3);
        List<Box> boxes = [.. cues.Select((_, i) => new Box(room.X, top + ((height + Gap) * i), room.Width, height))];
        Sketch frames = new();
        foreach (var box in boxes.Select(box => box.Grow(-6)))
        {
            frames.Rect(box, Corner - 6, palette.Glow, 0.22).Outline(box, Corner - 6, Palette.White, 4, 0.5, [2, 18]);
        }

        List<DrawnLayer> layers = [.. Sceneries.Ground(context), heading,
            new DrawnLayer { Name = "frames", Sketch = frames, Entrance = LayerEntrance.Fade }];
        for (var i = 0; i < cues.Length; i++)
        {
            var box = boxes[i];
            var (ground, middle) = (box with { Width = art }, box.X + (art / 2));
            var label = Typesetter.Wrapped(items[i].Label, FontStyle.SemiBold, size, text);
            var light = new Sketch().Rect(ground, 0, palette.Signal(i)).Circle(middle, box.CenterY, height * 0.5, Palette.White, 0.35);
            layers.Add(new DrawnLayer
            {
                Name = $"step-{i + 1}",
                Sketch = new Sketch().Card(box, palette.Paper, palette.Deep, Corner)
                    .Clipped(box, Corner, light)
                    .Badge($"{i + 1}", box.X + 34, box.Y + 34, Math.Min(28, height * 0.22), palette.Deep, Palette.White)
                    .Text(label, box.X + art + 32, label.TopAround(box.CenterY), palette.Deep, palette.Paper),
                Entrance = LayerEntrance.FromLeft,
                CueSentence = cues[i],
                CueFraction = 0.05,
            });
            layers.Add(new DrawnLayer
            {
                Name = $"picture-{i + 1}",
                Sketch = new Sketch().Picture(pictures[i]!, middle + 12, box.CenterY, height * 0.7),
                Entrance = LayerEntrance.Rise,
                CueSentence = cues[i],
                CueFraction = 0.2,
                Idle = LayerIdle.Float,
            });
        }

        return layers;
    }
}
