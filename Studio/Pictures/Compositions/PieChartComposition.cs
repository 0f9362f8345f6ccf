using TemporalVideo.Studio.Pictures.Drawing;
using TemporalVideo.Studio.Pictures.Scenery;
using TemporalVideo.Studio.Pictures.Typography;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Pictures.Compositions;

/// <summary>Shares of a whole as a ring, beside them their names with their colours.</summary>
internal static class PieChartComposition
{
    private const double CenterX = 520;
    private const double Width = 150;

    public static IReadOnlyList<DrawnLayer> Compose(SceneContext context)
    {
        var palette = context.Palette;
        var items = context.Diagram.Items.Where(item => item.Values.Count > 0).ToList();
        var whole = items.Sum(Amount);
        if (whole <= 0)
        {
            return BarsComposition.Compose(context);
        }

        var heading = Parts.Heading(context, onDark: false);
        List<DrawnLayer> layers = [.. Backdrops.Light(context), heading];
        var top = Math.Max(250, heading.Sketch.Extent.Bottom + 40);
        top = Parts.Unit(context, layers, top);
        var outer = Math.Min(330, (Canvas.Safe.Bottom - top) / 2);
        var (radius, middle) = (outer - (Width / 2), (top + Canvas.Safe.Bottom) / 2);
        var step = Math.Min(110, (Canvas.Safe.Bottom - top) / items.Count);
        var first = middle - (step * items.Count / 2);
        var (from, cue) = (0.0, 0);
        for (var i = 0; i < items.Count; i++)
        {
            cue = context.CueOf(items[i], i, items.Count, cue);
            var degrees = 360 * Amount(items[i]) / whole;
            var fill = Shade(palette, i, items.Count);
            var y = first + (step * (i + 0.5));
            var label = Typesetter.Fit(items[i].Label, FontStyle.SemiBold, Math.Min(48, step * 0.5), 26, 520, step > 80 ? 2 : 1);
            var value = Typesetter.Fit(items[i].Value, FontStyle.ExtraBold, Math.Min(56, step * 0.55), 26, 220, 1);

            // A hair between the slices, but none so thin that it would vanish.
            var gap = degrees > 4 ? 1.0 : 0;
            layers.Add(new DrawnLayer
            {
                Name = $"slice-{i + 1}",
                Sketch = new Sketch().Arc(CenterX, middle, radius, Width, fill, from + (gap / 2), Math.Max(0.4, degrees - gap)),
                Entrance = LayerEntrance.Fade,
                CueSentence = cue,
                CueFraction = Math.Min(0.6, 0.08 * i),
            });
            layers.Add(new DrawnLayer
            {
                Name = $"share-{i + 1}",
                Sketch = new Sketch().Rect(Box.Around(1010, y, 44, 44), 10, fill)
                    .Text(value, 1270, value.TopAround(y), palette.Deep, palette.PaperShade, TextAlign.Right)
                    .Text(label, 1300, label.TopAround(y), palette.Deep, palette.PaperShade),
                Entrance = LayerEntrance.Rise,
                CueSentence = cue,
                CueFraction = Math.Min(0.6, 0.08 * i),
            });
            from += degrees;
        }

        return layers;
    }

    /// <summary>Neighbours differ in hue and lightness, so that they are told apart in grey as well.</summary>
    private static string Shade(Palette palette, int i, int count) =>
        i == count - 1 && count > 4 ? Colour.Mix(palette.Deep, palette.PaperShade, 0.55) : (i % 6) switch
        {
            0 => palette.Glow,
            1 => palette.Accent,
            2 => palette.Base,
            3 => palette.Second,
            4 => palette.Deep,
            _ => palette.Third,
        };

    private static double Amount(DiagramItem item) => Math.Max(0, item.Values[0].Number ?? 0);
}
