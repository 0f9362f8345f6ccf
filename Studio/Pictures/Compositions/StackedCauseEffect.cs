using TemporalVideo.Studio.Pictures.Drawing;
using TemporalVideo.Studio.Pictures.Scenery;
using TemporalVideo.Studio.Pictures.Typography;

namespace TemporalVideo.Studio.Pictures.Compositions;

/// <summary>Causes above lead down to what follows, for pictures that are not wide.</summary>
internal static class StackedCauseEffect
{
    private const double Gap = 30;
    private const double Arrow = 96;
    private const double Tallest = 240;

    public static IReadOnlyList<DrawnLayer> Compose(SceneContext context)
    {
        var (palette, items) = (context.Palette, context.Diagram.Items);
        var (causes, effect) = (items.SkipLast(1).ToList(), items[^1].Label);
        var heading = Parts.Heading(context, onDark: true);
        List<DrawnLayer> layers = [.. Sceneries.Ground(context), heading];
        var room = Parts.Below(context, heading);
        var height = Math.Min(Tallest, (room.Height - Arrow - 14 - (Gap * (causes.Count - 1))) / (causes.Count + 1.3));
        var pictures = context.Pictures([.. causes.Select(cause => cause.Label)]);
        var y = room.Y + Math.Max(0, (room.Height - (height * (causes.Count + 1.3)) - (Gap * (causes.Count - 1)) - Arrow) * 0.3);
        for (var i = 0; i < causes.Count; i++)
        {
            var box = new Box(room.X, y, room.Width, height);
            var inset = pictures[i] is null ? 48 : height + 16;
            var label = Typesetter.Fit(causes[i].Label, FontStyle.SemiBold, Math.Min(54, height * 0.36), Math.Min(30, height * 0.3),
                box.Width - inset - 40, 2);
            var card = new Sketch().Card(box, palette.Paper, palette.Deep, 36);
            if (pictures[i] is { } picture)
            {
                card.Disc(picture, box.X + (height / 2), box.CenterY, height * 0.4, palette.Signal(i), 1.2);
            }

            layers.Add(new DrawnLayer
            {
                Name = $"cause-{i + 1}",
                Sketch = card.Text(label, box.X + inset, label.TopAround(box.CenterY), palette.Deep, palette.Paper),
                Entrance = LayerEntrance.FromLeft,
                CueSentence = context.Cue(causes[i].Label, i, causes.Count + 1),
                CueFraction = 0.2,
            });
            y += height + Gap;
        }

        var last = context.SentenceCount - 1;
        var tip = y - Gap + 14 + Arrow - 16;
        layers.Add(new DrawnLayer
        {
            Name = "arrow",
            Sketch = new Sketch().Rect(new Box(room.CenterX - 7, y - Gap + 26, 14, Arrow - 60), 0, palette.Accent)
                .ArrowHead(room.CenterX, tip, 36, 90, palette.Accent),
            Entrance = LayerEntrance.Fade,
            CueSentence = last,
        });
        layers.Add(Effect(context, effect, new Box(room.X, y - Gap + 14 + Arrow, room.Width, (height * 1.3) - 14), last));
        return layers;
    }

    private static DrawnLayer Effect(SceneContext context, string effect, Box box, int sentence)
    {
        var palette = context.Palette;
        var sketch = new Sketch().Card(box, palette.Accent, palette.Deep, 44);
        var inset = 48.0;
        if (context.TryPicture(effect) is { } picture)
        {
            var radius = Math.Min(110, box.Height * 0.42);
            sketch.Circle(box.X + 40 + radius, box.CenterY, radius, palette.Paper)
                .Picture(picture, box.X + 40 + radius, box.CenterY, radius * 1.25);
            inset = (2 * radius) + 72;
        }

        var words = Stack.Of([new StackRow(effect, FontStyle.ExtraBold)],
            new Box(0, 0, box.Width - inset - 40, box.Height - 30), 66, 0, 0)[0].Text;
        return new DrawnLayer
        {
            Name = "effect",
            Sketch = sketch.Text(words, box.X + inset, box.CenterY - (words.Height / 2), palette.Deep, palette.Accent),
            Entrance = LayerEntrance.Rise,
            CueSentence = sentence,
            CueFraction = 0.2,
        };
    }
}
