using TemporalVideo.Studio.Pictures.Drawing;
using TemporalVideo.Studio.Pictures.Scenery;
using TemporalVideo.Studio.Pictures.Typography;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Pictures.Compositions;

/// <summary>Shares of a whole as a ring, beside them their names with their colours.</summary>
internal static class PieChartComposition
{

    public static IReadOnlyList<DrawnLayer> Compose(SceneContext context)
    {
        var (palette, canvas, safe) = (context.Palette, context.Canvas, context.Canvas.Safe);
        var items = context.Diagram.Items.Where(item => item.Values.Count > 0).ToList();
        var whole = items.Sum(Amount);
        if (whole <= 0)
        {
            return BarsComposition.Compose(context);
        }

        var heading = Parts.Heading(context, onDark: false);
        List<DrawnLayer> layers = [.. Backdrops.Light(context), heading];
        var top = Math.Max(canvas.Stacked ? 0 : 250, heading.Sketch.Extent.Bottom + 40);
        top = Parts.Unit(context, layers, top);

        // In a tall picture the names stand below the ring, else beside it.
        var outer = canvas.Tall ? 270 : Math.Min(canvas.Stacked ? 190 : 330, (safe.Bottom - top) / 2);
        var width = canvas.Stacked ? outer * 0.46 : 150;
        var (radius, middle) = (outer - (width / 2), canvas.Tall ? top + outer : (top + safe.Bottom) / 2);
        var centerX = canvas.Tall ? safe.CenterX : canvas.Stacked ? safe.X + outer : 520;
        var namesTop = canvas.Tall ? middle + outer + 50 : top;
        var step = Math.Min(110, (safe.Bottom - namesTop) / items.Count);
        var first = canvas.Tall ? namesTop : middle - (step * items.Count / 2);
        var swatch = canvas.Tall ? safe.X + 22 : canvas.Stacked ? safe.X + (2 * outer) + 60 : 1010;
        var (valueRight, valueWidth) = canvas.Stacked ? (swatch + 188, 150.0) : (1270, 220);
        var labelLeft = canvas.Stacked ? valueRight + 26 : 1300;
        var labelWidth = canvas.Stacked ? safe.Right - labelLeft : 520;
        var (from, cue) = (0.0, 0);
        for (var i = 0; i < items.Count; i++)
        {
            cue = context.CueOf(items[i], i, items.Count, cue);
            var degrees = 360 * Amount(items[i]) / whole;
            var fill = Shade(palette, i, items.Count);
            var y = first + (step * (i + 0.5));
            var label = Typesetter.Fit(items[i].Label, FontStyle.SemiBold, Math.Min(48, step * 0.5), 26, labelWidth, step > 80 ? 2 : 1);
            var value = Typesetter.Fit(items[i].Value, FontStyle.ExtraBold, Math.Min(56, step * 0.55), 26, valueWidth, 1);

            // A hair between the slices, but none so thin that it would vanish.
            var gap = degrees > 4 ? 1.0 : 0;
            layers.Add(new DrawnLayer
            {
                Name = $"slice-{i + 1}",
                Sketch = new Sketch().Arc(centerX, middle, radius, width, fill, from + (gap / 2), Math.Max(0.4, degrees - gap)),
                Entrance = LayerEntrance.Fade,
                CueSentence = cue,
                CueFraction = Math.Min(0.6, 0.08 * i),
            });
            layers.Add(new DrawnLayer
            {
                Name = $"share-{i + 1}",
                Sketch = new Sketch().Rect(Box.Around(swatch, y, 44, 44), 10, fill)
                    .Text(value, valueRight, value.TopAround(y), palette.Deep, palette.PaperShade, TextAlign.Right)
                    .Text(label, labelLeft, label.TopAround(y), palette.Deep, palette.PaperShade),
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
