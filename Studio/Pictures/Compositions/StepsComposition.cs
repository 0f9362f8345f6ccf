using TemporalVideo.Studio.Pictures.Drawing;
using TemporalVideo.Studio.Pictures.Pictograms;
using TemporalVideo.Studio.Pictures.Scenery;
using TemporalVideo.Studio.Pictures.Typography;

namespace TemporalVideo.Studio.Pictures.Compositions;

/// <summary>
/// Numbered steps: as a strip of panels, one picture each, where their words are few and all of them have a picture; else as rows below
/// each other.
/// Empty frames show from the start how many there will be.
/// </summary>
internal static class StepsComposition
{
    private const double Gap = 52;
    private const double Top = 262;
    private const double Height = 560;
    private const double Caption = 196;
    private const double Corner = 36;
    private const int LongestLabel = 44;

    public static IReadOnlyList<DrawnLayer> Compose(SceneContext context)
    {
        var items = context.Diagram.Items;
        var cues = Cues(context, items.Count);
        var pictures = items.All(item => item.Label.Length <= LongestLabel)
            ? context.Pictures([.. items.Select(item => item.Label)])
            : [];
        return pictures is not [{ }, ..] ? Rows(context, cues)
            : context.Canvas.Stacked ? StackedSteps.Compose(context, cues, pictures) : Panels(context, cues, pictures);
    }

    /// <summary>For each item the sentence that speaks of it, never earlier than that of the item before.</summary>
    internal static int[] Cues(SceneContext context, int count)
    {
        var cues = new int[count];
        for (var i = 0; i < count; i++)
        {
            cues[i] = context.CueOf(context.Diagram.Items[i], i, count, i == 0 ? 0 : cues[i - 1]);
        }

        return cues;
    }

    private static List<DrawnLayer> Rows(SceneContext context, int[] cues)
    {
        var (palette, safe) = (context.Palette, context.Canvas.Safe);
        var items = context.Diagram.Items;
        var heading = Parts.Heading(context, onDark: true);
        var padding = context.Canvas.Stacked ? 36 : 50;
        var room = Parts.Below(context, heading) with { X = safe.X + 110 + padding };
        room = room with { Width = safe.Right - padding - room.X };
        var placed = Stack.Of([.. items.Select(item => new StackRow(item.Label, FontStyle.SemiBold))], room,
            (items.Count <= 3 ? 60 : 54) * context.Canvas.Larger, 26, context.Canvas.Tall ? 48 : 24);
        Sketch frames = new();
        var (first, last) = (placed[0].Row.CenterY, placed[^1].Row.CenterY);
        frames.Rect(new Box(safe.X + 48, first, 8, last - first), 4, palette.Glow);
        foreach (var (_, row) in placed)
        {
            frames.Outline(new Box(row.X - padding, row.Y, row.Width + (2 * padding), row.Height), 26, Palette.White, 3, 0.35, [2, 16]);
        }

        List<DrawnLayer> layers = [.. Sceneries.Ground(context), heading,
            new DrawnLayer { Name = "frames", Sketch = frames, Entrance = LayerEntrance.Fade }];
        for (var i = 0; i < placed.Count; i++)
        {
            var (text, row) = placed[i];
            layers.Add(new DrawnLayer
            {
                Name = $"step-{i + 1}",
                Sketch = new Sketch().Badge($"{i + 1}", safe.X + 52, row.CenterY, 44, palette.Accent, palette.Deep)
                    .Rect(new Box(row.X - padding, row.Y, row.Width + (2 * padding), row.Height), 26, palette.Paper)
                    .Text(text, row.X, text.TopAround(row.CenterY), palette.Deep, palette.Paper),
                Entrance = LayerEntrance.FromLeft,
                CueSentence = cues[i],
                CueFraction = 0.05,
            });
        }

        return layers;
    }

    private static List<DrawnLayer> Panels(SceneContext context, int[] cues, IReadOnlyList<Pictogram?> pictures)
    {
        var count = cues.Length;
        var boxes = Enumerable.Range(0, count).Select(i => Place(context.Canvas, i, count)).ToList();
        List<DrawnLayer> layers = [.. Sceneries.Ground(context), Parts.Heading(context, onDark: true), Frames(context, boxes)];
        for (var i = 0; i < count; i++)
        {
            layers.Add(new DrawnLayer
            {
                Name = $"step-{i + 1}",
                Sketch = Panel(context, boxes[i], i),
                Entrance = LayerEntrance.Rise,
                CueSentence = cues[i],
                CueFraction = 0.05
            });
            layers.Add(new DrawnLayer
            {
                Name = $"picture-{i + 1}",
                Sketch = new Sketch().Picture(pictures[i]!, Art(boxes[i]).CenterX, Art(boxes[i]).CenterY, PictureSize(boxes[i])),
                Entrance = LayerEntrance.Rise,
                CueSentence = cues[i],
                CueFraction = 0.2,
                Idle = LayerIdle.Float,
            });
            if (i > 0)
            {
                layers.Add(new DrawnLayer
                {
                    Name = $"arrow-{i}",
                    Sketch = Arrow(context.Palette, boxes[i].X - (Gap / 2)),
                    Entrance = LayerEntrance.FromLeft,
                    CueSentence = cues[i]
                });
            }
        }

        return layers;
    }

    private static Box Place(Canvas canvas, int i, int count)
    {
        var width = Math.Min(520, (canvas.Safe.Width - (Gap * (count - 1))) / count);
        var left = (canvas.Width - ((width * count) + (Gap * (count - 1)))) / 2;
        return new Box(left + ((width + Gap) * i), Top + (i % 2 == 0 ? 0 : 34), width, Height);
    }

    private static DrawnLayer Frames(SceneContext context, List<Box> boxes)
    {
        Sketch sketch = new();
        foreach (var box in boxes.Select(box => box.Grow(-6)))
        {
            sketch.Rect(box, Corner - 6, context.Palette.Glow, 0.22).Outline(box, Corner - 6, Palette.White, 4, 0.5, [2, 18]);
        }

        return new DrawnLayer { Name = "frames", Sketch = sketch, Entrance = LayerEntrance.Fade };
    }

    private static Sketch Panel(SceneContext context, Box box, int i)
    {
        var palette = context.Palette;
        var art = Art(box);
        var text = context.Diagram.Items[i].Label;
        var label = Typesetter.TryFit(text, FontStyle.SemiBold, 46, 38, box.Width - 44, 2)
            ?? Typesetter.Fit(text, FontStyle.SemiBold, 44, 30, box.Width - 52, 3);
        var ground = new Sketch().Rect(art, 0, palette.Signal(i))
            .Circle(art.CenterX, art.CenterY, art.Width * 0.56, Palette.White, 0.20)
                .Circle(art.CenterX, art.CenterY, art.Width * 0.40, Palette.White, 0.42);
        return new Sketch()
            .Rect(box with { Y = box.Y + 14 }, Corner, palette.Deep, 0.6)
            .Rect(box, Corner, palette.Paper)
            .Clipped(RoundedTop(art), art, ground)
            .Ellipse(art.CenterX, art.CenterY + (PictureSize(box) * 0.56), PictureSize(box) * 0.34, 12, palette.Deep, 0.14)
            .Badge($"{i + 1}", box.X + 56, box.Y + 56, 38, palette.Deep, Palette.White)
            .Text(label, box.CenterX, art.Bottom + ((Caption - label.Height) / 2), palette.Deep, palette.Paper, TextAlign.Center);
    }

    private static string RoundedTop(Box box) =>
        $"M{Sketch.N(box.X)} {Sketch.N(box.Bottom)} V{Sketch.N(box.Y + Corner)} a{Corner} {Corner} 0 0 1 {Corner} {-Corner} "
        + $"H{Sketch.N(box.Right - Corner)} a{Corner} {Corner} 0 0 1 {Corner} {Corner} V{Sketch.N(box.Bottom)} Z";

    private static Sketch Arrow(Palette palette, double x) =>
        new Sketch().Circle(x, 470, 40, palette.Deep).ArrowHead(x + 16, 470, 28, 0, palette.Accent);

    private static Box Art(Box box) => box with { Height = Height - Caption };

    private static double PictureSize(Box box) => Math.Min(250, box.Width * 0.66);
}
