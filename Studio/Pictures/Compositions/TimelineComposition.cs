using TemporalVideo.Studio.Pictures.Drawing;
using TemporalVideo.Studio.Pictures.Scenery;
using TemporalVideo.Studio.Pictures.Typography;

namespace TemporalVideo.Studio.Pictures.Compositions;

/// <summary>Years along a line, with what happened in them.</summary>
internal static class TimelineComposition
{
    private const double LineY = 498;

    public static IReadOnlyList<DrawnLayer> Compose(SceneContext context)
    {
        var palette = context.Palette;
        var items = context.Diagram.Items;
        var width = 1728.0 / items.Count;
        List<DrawnLayer> layers =
        [
            Backdrops.Light(context),
            Parts.Heading(context, onDark: false),
            new DrawnLayer { Name = "line", Sketch = new Sketch().Rect(new Box(-40, LineY - 7, 2000, 14), 7, palette.Glow), Entrance = LayerEntrance.Wipe },
        ];
        var cue = 0;
        for (var i = 0; i < items.Count; i++)
        {
            cue = context.Cue($"{items[i].Value} {items[i].Label}", i, items.Count, cue);
            var x = 96 + (width * (i + 0.5));
            var year = Typesetter.Line(items[i].Value, FontStyle.ExtraBold, 78);
            var label = Typesetter.Fit(items[i].Label, FontStyle.SemiBold, 42, 28, width - 40, 4);
            layers.Add(new DrawnLayer
            {
                Name = $"year-{i + 1}",
                Sketch = new Sketch().Disc(context.Picture(items[i].Label, context.Segment.Title), x, LineY - 152, 112, palette.Signal(i))
                    .Circle(x, LineY, 26, palette.Paper).Ring(x, LineY, 20, 12, palette.Base)
                    .Text(year, x, LineY + 46, palette.Glow, palette.PaperShade, TextAlign.Center)
                    .Text(label, x, LineY + 60 + year.Height, palette.Deep, palette.PaperShade, TextAlign.Center),
                Entrance = LayerEntrance.Rise,
                CueSentence = cue,
                CueFraction = 0.05,
            });
        }

        return layers;
    }
}
