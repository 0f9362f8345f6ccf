using TemporalVideo.Studio.Pictures.Drawing;
using TemporalVideo.Studio.Pictures.Scenery;
using TemporalVideo.Studio.Pictures.Typography;

namespace TemporalVideo.Studio.Pictures.Compositions;

/// <summary>Steps below each other and a way back from the last to the first, for pictures that are not wide.</summary>
internal static class StackedCycle
{
    private const double Way = 10;

    public static IReadOnlyList<DrawnLayer> Compose(SceneContext context)
    {
        var (palette, items) = (context.Palette, context.Diagram.Items);
        var cues = StepsComposition.Cues(context, items.Count);
        var pictures = context.Pictures([.. items.Select(item => item.Label)]);
        var heading = Parts.Heading(context, onDark: true);
        var room = Parts.Below(context, heading);
        var step = Math.Min(270, room.Height / items.Count);
        var radius = Math.Min(92, step * 0.36);
        var (x, top) = (room.X + 70 + radius, room.Y + ((room.Height - (step * items.Count)) * 0.3));
        var left = x + radius + 44;
        var size = items.Min(item => (
            Typesetter.TryFit(item.Label, FontStyle.SemiBold, Math.Min(56, step * 0.36), 30, room.Right - left, 2)
            ?? Typesetter.Fit(item.Label, FontStyle.SemiBold, Math.Min(56, step * 0.26), 20, room.Right - left, 3)).Size);
        double At(int i) => top + (step * (i + 0.5));
        List<DrawnLayer> layers = [.. Sceneries.Ground(context), heading, Back(context, room.X + 22, x - radius - 12, At(0),
            At(items.Count - 1))];
        for (var i = 0; i < items.Count; i++)
        {
            var label = Typesetter.Wrapped(items[i].Label, FontStyle.SemiBold, size, room.Right - left);
            var node = pictures[i] is { } picture
                ? new Sketch().Disc(picture, x, At(i), radius, palette.Paper)
                : new Sketch().Badge($"{i + 1}", x, At(i), radius, palette.Paper, palette.Deep);
            layers.Add(new DrawnLayer
            {
                Name = $"node-{i + 1}",
                Sketch = node.Ring(x, At(i), radius + 5, 10, palette.Signal(i))
                    .Text(label, left, label.TopAround(At(i)), Palette.White, palette.Glow),
                Entrance = LayerEntrance.Rise,
                CueSentence = cues[i],
                CueFraction = 0.1,
            });
            if (i > 0)
            {
                var (from, to) = (At(i - 1) + radius + 12, At(i) - radius - 14);
                layers.Add(new DrawnLayer
                {
                    Name = $"arc-{i}",
                    Sketch = new Sketch().Rect(new Box(x - (Way / 2), from, Way, Math.Max(0, to - from - 6)), 0, palette.Accent)
                        .ArrowHead(x, to, Math.Clamp((to - from) * 0.8, 12, 28), 90, palette.Accent),
                    Entrance = LayerEntrance.Fade,
                    CueSentence = cues[i],
                });
            }
        }

        return layers;
    }

    // The way back is drawn when the last step has been told.
    private static DrawnLayer Back(SceneContext context, double x, double disc, double first, double last)
    {
        var reach = Math.Min(46, disc - x);
        return new DrawnLayer
        {
            Name = "back",
            Sketch = new Sketch()
                .Stroke(
                    $"M{Sketch.N(disc)} {Sketch.N(last)} H{Sketch.N(x + reach)} Q{Sketch.N(x)} {Sketch.N(last)} {Sketch.N(x)} "
                        + $"{Sketch.N(last - reach)} V{Sketch.N(first + reach)} Q{Sketch.N(x)} {Sketch.N(first)} {Sketch.N(x + reach)} "
                        + $"{Sketch.N(first)} H{Sketch.N(disc - 14)}",
                    new Box(x, first, disc - x, last - first), context.Palette.Accent, Way)
                .ArrowHead(disc, first, 28, 0, context.Palette.Accent),
            Entrance = LayerEntrance.Fade,
            CueSentence = context.SentenceCount - 1,
            CueFraction = 0.6,
        };
    }
}
