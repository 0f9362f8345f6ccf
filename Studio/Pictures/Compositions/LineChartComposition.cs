using TemporalVideo.Studio.Pictures.Drawing;
using TemporalVideo.Studio.Pictures.Scenery;
using TemporalVideo.Studio.Pictures.Typography;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Pictures.Compositions;

/// <summary>Numbers along a scale, as a line over an axis with zero; points stand as far apart as their years or steps.</summary>
internal static class LineChartComposition
{
    private const double Foot = 84;
    private const double MostHeight = 860;

    // Of the distance that points have when they stand evenly.
    private const double LeastGap = 0.55;

    public static IReadOnlyList<DrawnLayer> Compose(SceneContext context)
    {
        var (palette, safe) = (context.Palette, context.Canvas.Safe);
        var items = context.Diagram.Items.Where(item => item.Values.Count > 0).ToList();
        var each = (safe.Width - 200) / items.Count;
        if (items.Exists(item => Typesetter.TryFit(item.Label, FontStyle.SemiBold, 34, 22, each, 1) is null
            || (context.Canvas.Stacked && Typesetter.TryFit(item.Value, FontStyle.ExtraBold, 40, 24, each - 8, 1) is null)))
        {
            // Words that stand side by side have no room; below each other they do.
            return BarsComposition.Compose(context);
        }

        var heading = Parts.Heading(context, onDark: false);
        List<DrawnLayer> layers = [.. Backdrops.Light(context), heading];
        var top = Parts.Unit(context, layers, Math.Max(context.Canvas.Stacked ? 0 : 250, heading.Sketch.Extent.Bottom + 30)) + 40;
        var scale = ChartScale.Of([.. items.Select(Amount)]);
        var marks = scale.Ticks().Select(tick =>
            (Tick: tick, Text: Typesetter.Line(ChartScale.Label(tick, context.Story.Language), FontStyle.Medium, 30))).ToList();
        var left = safe.X + marks.Max(mark => mark.Text.Width) + 24;
        var plot = new Box(left, top, safe.Right - left - (context.Canvas.Stacked ? 40 : 70),
            Math.Min(MostHeight, safe.Bottom - Foot - top));
        var points = Places(items, plot, scale);
        Sketch axis = new();
        foreach (var (tick, text) in marks)
        {
            var y = plot.Bottom - (plot.Height * scale.Share(tick));
            axis.Rect(new Box(plot.X, y - (tick == 0 ? 2 : 1), safe.Right - plot.X, tick == 0 ? 4 : 2), 0,
                tick == 0 ? palette.Deep : palette.Base, tick == 0 ? 0.9 : 0.18)
                .Text(text, plot.X - 20, text.TopAround(y), palette.Deep, palette.PaperShade, TextAlign.Right);
        }

        layers.Add(new DrawnLayer { Name = "axis", Sketch = axis, Entrance = LayerEntrance.Fade });
        layers.Add(Line(palette, points));
        var (widest, cue) = (points.Zip(points.Skip(1)).Min(pair => pair.Second.X - pair.First.X), 0);
        for (var i = 0; i < items.Count; i++)
        {
            cue = context.CueOf(items[i], i, items.Count, cue);
            var (x, y) = points[i];
            var below = Typesetter.Fit(items[i].Label, FontStyle.SemiBold, 34, 22, widest - 14, 1);
            var value = Typesetter.Fit(items[i].Value, FontStyle.ExtraBold, 40, 24, widest - 8, 1);

            // Above the line, or below it where the line comes from above; on a plate, so that neither line nor axis runs through the
            // figures.
            var valley = i > 0 && i + 1 < items.Count && points[i - 1].Y < y && points[i + 1].Y < y && y + value.Height + 26 < plot.Bottom;
            var over = valley ? y + 24 : y - value.Height - 24;
            var plate = value.Extent(x, over, TextAlign.Center).Grow(4);
            layers.Add(new DrawnLayer
            {
                Name = $"point-{i + 1}",
                Sketch = new Sketch().Circle(x, y, 15, palette.Paper).Circle(x, y, 11, palette.Base).Rect(plate, 8, palette.Paper, 0.9)
                    .Text(below, x, plot.Bottom + 24, palette.Deep, palette.PaperShade, TextAlign.Center)
                    .Text(value, x, over, palette.Deep, palette.PaperShade, TextAlign.Center),
                Entrance = LayerEntrance.Rise,
                CueSentence = cue,
                CueFraction = Math.Min(0.6, 0.08 * i),
            });
        }

        return layers;
    }

    // Numbers stand in true distance, as long as their labels keep apart; else all stand evenly.
    private static List<(double X, double Y)> Places(List<DiagramItem> items, Box plot, ChartScale scale)
    {
        var along = items.Select(item => double.TryParse(item.Label, System.Globalization.CultureInfo.InvariantCulture, out var number)
            ? number : double.NaN).ToList();
        var span = along[^1] - along[0];
        var even = 1.0 / Math.Max(1, items.Count - 1);
        var shares = items.Select((_, i) => (along[i] - along[0]) / span).ToList();
        var isTrue = span > 0 && shares.TrueForAll(double.IsFinite)
            && shares.Zip(shares.Skip(1)).All(pair => pair.Second - pair.First >= even * LeastGap);
        var inset = plot.Width * 0.5 / items.Count;
        return [.. items.Select((item, i) => (
            plot.X + inset + ((plot.Width - inset) * (isTrue ? shares[i] : i * even)),
            plot.Bottom - (plot.Height * scale.Share(Amount(item)))))];
    }

    private static DrawnLayer Line(Palette palette, List<(double X, double Y)> points)
    {
        var data = string.Join(' ', points.Select((point, i) => $"{(i == 0 ? 'M' : 'L')}{Sketch.N(point.X)} {Sketch.N(point.Y)}"));
        var (top, bottom) = (points.Min(point => point.Y), points.Max(point => point.Y));
        return new DrawnLayer
        {
            Name = "line",
            Sketch = new Sketch().Stroke(data, new Box(points[0].X, top, points[^1].X - points[0].X, bottom - top), palette.Glow, 8),
            Entrance = LayerEntrance.Wipe,
            CueFraction = 0.05,
        };
    }

    private static double Amount(DiagramItem item) => item.Values[0].Number ?? 0;
}
