using TemporalVideo.Studio.Pictures.Drawing;
using TemporalVideo.Studio.Pictures.Scenery;
using TemporalVideo.Studio.Pictures.Typography;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Pictures.Compositions;

/// <summary>Numbers as bars of true length.</summary>
internal static class BarsComposition
{
    public static IReadOnlyList<DrawnLayer> Compose(SceneContext context)
    {
        var palette = context.Palette;
        var bars = context.Diagram.Items.Where(item => item.Value.Length > 0).ToList();
        var unit = context.Diagram.Columns.Count > 0 ? context.Diagram.Columns[^1] : "";
        var largest = bars.Max(Amount);
        List<DrawnLayer> layers = [Backdrops.Light(context), Parts.Heading(context, onDark: false)];
        if (unit.Length > 0)
        {
            var note = Typesetter.Fit(unit, FontStyle.Medium, 38, 30, 1000, 1);
            layers.Add(new DrawnLayer { Name = "unit", Sketch = new Sketch().Text(note, 98, 228, palette.PaperMuted, palette.PaperShade), Entrance = LayerEntrance.Fade });
        }

        var step = 570.0 / bars.Count;
        var cue = 0;
        for (var i = 0; i < bars.Count; i++)
        {
            cue = context.Cue(bars[i].Label, i, bars.Count, cue);
            var middle = 300 + (step * (i + 0.5));
            var radius = Math.Min(76, step * 0.42);
            var label = Typesetter.Fit(bars[i].Label, FontStyle.SemiBold, 48, 32, 1000, 1);
            var value = Typesetter.Line(bars[i].Value, FontStyle.ExtraBold, 80);
            var length = largest > 0 ? Math.Max(4, 1280 * Amount(bars[i]) / largest) : 4;
            var bar = new Box(270, middle - 4, length, Math.Min(72, step * 0.38));
            layers.Add(new DrawnLayer
            {
                Name = $"bar-{i + 1}",
                Sketch = new Sketch().Disc(context.Picture(bars[i].Label, context.Segment.Title), 96 + 74, middle, radius, palette.Signal(i))
                    .Text(label, 270, middle - 16 - label.Height, palette.Deep, palette.PaperShade)
                    .Rect(bar, 14, i == 0 ? palette.Glow : palette.Base)
                    .Text(value, bar.Right + 26, bar.CenterY - (value.Height / 2), palette.Deep, palette.PaperShade),
                Entrance = LayerEntrance.Wipe,
                CueSentence = cue,
                CueFraction = 0.1,
            });
        }

        return layers;
    }

    private static double Amount(DiagramItem item) => item.Values[0].Number ?? 0;
}
