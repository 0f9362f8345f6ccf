using TemporalVideo.Studio.Pictures.Drawing;
using TemporalVideo.Studio.Pictures.Scenery;
using TemporalVideo.Studio.Pictures.Typography;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Pictures.Compositions;

/// <summary>
/// Numbers as lying bars of true length on an axis with zero; what is below zero grows to the left. Names stand before the bars, or above
/// them where there is no room before.
/// </summary>
internal static class BarsComposition
{
    private const double Foot = 64;
    private const double ValueGap = 20;
    private const double NamesHeight = 56;

    public static IReadOnlyList<DrawnLayer> Compose(SceneContext context)
    {
        var (palette, safe, stacked) = (context.Palette, context.Canvas.Safe, context.Canvas.Stacked);
        var bars = context.Diagram.Items.Where(item => item.Value.Length > 0).ToList();
        var heading = Parts.Heading(context, onDark: false);
        List<DrawnLayer> layers = [.. Backdrops.Light(context), heading];
        var top = Math.Max(stacked ? 0 : 250, heading.Sketch.Extent.Bottom + 30);
        var columns = context.Diagram.Columns.Where(name => name.Length > 0).ToList();
        top += columns.Count > 0 ? NamesHeight : 0;
        var step = Math.Min(stacked ? 190 : 120, (safe.Bottom - Foot - top) / bars.Count);
        var size = Math.Min(stacked ? 46 : 42, step * 0.44);
        var labels = bars.Select(bar => stacked
            ? Typesetter.Fit(bar.Label, FontStyle.SemiBold, size, Math.Min(size, 26), safe.Width - 18, 1)
            : Typesetter.Fit(bar.Label, FontStyle.SemiBold, size, Math.Min(size, 26), 560, step > 64 ? 2 : 1)).ToList();
        var values = bars.Select(bar => Typesetter.Fit(bar.Value, FontStyle.ExtraBold, Math.Min(52, step * (stacked ? 0.4 : 0.5)), 24,
            stacked ? 280 : 360, 1)).ToList();
        var scale = ChartScale.Of([.. bars.Select(Amount)]);
        var room = values.Max(value => value.Width) + ValueGap;
        var left = safe.X + (stacked ? 4 : labels.Max(label => label.Width) + 36) + (scale.Least < 0 ? room : 0);
        var plot = new Box(left, top, safe.Right - room - left, step * bars.Count);
        layers.Add(Axis(context, scale, plot));
        if (columns.Count > 0)
        {
            layers.Add(Names(context, left - safe.X - 36, plot));
        }

        var zero = plot.X + (plot.Width * scale.Share(0));
        var cue = 0;
        for (var i = 0; i < bars.Count; i++)
        {
            cue = context.CueOf(bars[i], i, bars.Count, cue);
            var (middle, height) = stacked ? (plot.Y + (step * (i + 0.69)), step * 0.42) : (plot.Y + (step * (i + 0.5)), step * 0.62);
            var labelTop = stacked ? plot.Y + (step * (i + 0.45)) - labels[i].Height : labels[i].TopAround(middle);
            var end = plot.X + (plot.Width * scale.Share(Amount(bars[i])));
            var bar = new Box(Math.Min(zero, end), middle - (height / 2), Math.Abs(end - zero), height);
            var negative = Amount(bars[i]) < 0;
            layers.Add(new DrawnLayer
            {
                Name = $"bar-{i + 1}",
                Sketch = (bar.Width < 1 ? new Sketch() : new Sketch()
                    .Rect(bar, Math.Min(12, bar.Width / 2), negative ? palette.Base : palette.Glow))
                    .Text(labels[i], safe.X + (stacked && scale.Least == 0 ? 18 : 0), labelTop, palette.Deep, palette.PaperShade)
                    .Text(values[i], negative ? bar.X - ValueGap : bar.Right + ValueGap, values[i].TopAround(middle), palette.Deep,
                        palette.PaperShade,
                        negative ? TextAlign.Right : TextAlign.Left),
                Entrance = LayerEntrance.Wipe,
                CueSentence = cue,
                CueFraction = Math.Min(0.6, 0.08 * i),
            });
        }

        return layers;
    }

    /// <summary>What the rows are, above their labels, and what is counted, above the bars.</summary>
    private static DrawnLayer Names(SceneContext context, double labels, Box plot)
    {
        var (palette, columns, safe) = (context.Palette, context.Diagram.Columns, context.Canvas.Safe);
        var y = plot.Y - NamesHeight;
        Sketch sketch = new();
        if (context.Canvas.Stacked)
        {
            var both = string.Join(" · ", columns.Where(name => name.Length > 0));
            sketch.Text(Typesetter.Fit(both, FontStyle.Medium, 34, 22, safe.Width, 1), safe.X, y, palette.PaperMuted, palette.PaperShade);
            return new DrawnLayer { Name = "names", Sketch = sketch, Entrance = LayerEntrance.Fade };
        }

        if (columns.Count > 1 && columns[0].Length > 0)
        {
            sketch.Text(Typesetter.Fit(columns[0], FontStyle.Medium, 34, 22, Math.Max(180, labels), 1), safe.X, y,
                palette.PaperMuted, palette.PaperShade);
        }

        if (columns[^1].Length > 0)
        {
            var shift = columns.Count > 1 && columns[0].Length > 0 ? Math.Max(0, safe.X + 216 - plot.X) : 0;
            sketch.Text(Typesetter.Fit(columns[^1], FontStyle.Medium, 34, 22, plot.Width - shift, 1), plot.X + shift, y, palette.PaperMuted,
                palette.PaperShade);
        }

        return new DrawnLayer { Name = "names", Sketch = sketch, Entrance = LayerEntrance.Fade };
    }

    private static DrawnLayer Axis(SceneContext context, ChartScale scale, Box plot)
    {
        var palette = context.Palette;
        Sketch sketch = new();
        var ticks = scale.Ticks().Select(tick => (Tick: tick,
            Text: Typesetter.Line(ChartScale.Label(tick, context.Story.Language), FontStyle.Medium, 28))).ToList();

        // Where the numbers have no room side by side, every second or third mark has one.
        var every = (int)Math.Ceiling((ticks.Max(tick => tick.Text.Width) + 12) * (ticks.Count - 1) / plot.Width);
        foreach (var (i, (tick, text)) in ticks.Index())
        {
            var x = plot.X + (plot.Width * scale.Share(tick));
            var isZero = tick == 0;
            sketch.Rect(new Box(x - (isZero ? 2 : 1), plot.Y - 6, isZero ? 4 : 2, plot.Height + 12), 0,
                isZero ? palette.Deep : palette.Base, isZero ? 0.9 : 0.18);
            if (i % Math.Max(1, every) == 0)
            {
                // The first mark may stand at the edge of what is safe.
                sketch.Text(text, Math.Max(x, context.Canvas.Safe.X + (text.Width / 2)), plot.Bottom + 16, palette.Deep,
                    palette.PaperShade, TextAlign.Center);
            }
        }

        return new DrawnLayer { Name = "axis", Sketch = sketch, Entrance = LayerEntrance.Fade };
    }

    private static double Amount(DiagramItem item) => item.Values[0].Number ?? 0;
}
