using TemporalVideo.Studio.Pictures.Drawing;
using TemporalVideo.Studio.Pictures.Scenery;
using TemporalVideo.Studio.Pictures.Typography;
using TemporalVideo.Studio.Words;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Pictures.Compositions;

/// <summary>A few words that carry the scene by themselves: a formula, a quotation, a definition, a key phrase.</summary>
internal static class CardComposition
{
    public static IReadOnlyList<DrawnLayer> Compose(SceneContext context)
    {
        var palette = context.Palette;
        var diagram = context.Diagram;
        var item = diagram.Items.Count > 0 ? diagram.Items[0] : null;
        var text = diagram.Kind == DiagramKind.Formula && diagram.Text is { Length: > 0 } latex ? Latex.ToPlain(latex) : item?.Label ?? context.Segment.Title;
        var below = diagram.Kind == DiagramKind.Formula ? diagram.Caption ?? "" : item?.Value ?? "";
        var dark = context.Index % 2 == 0;
        var (ink, ground) = dark ? (Palette.White, palette.Glow) : (palette.Deep, palette.PaperShade);
        var style = diagram.Kind == DiagramKind.Quotation ? FontStyle.Italic : FontStyle.ExtraBold;
        var block = Typesetter.Fit(text, style, diagram.Kind == DiagramKind.Quotation ? 76 : 110, 44, 1560, 4);
        var lower = below.Length > 0 ? Typesetter.Fit(below, FontStyle.Medium, 54, 34, 1560, 3) : null;
        var top = 540 - ((block.Height + (lower is null ? 0 : lower.Height + 70)) / 2);
        List<DrawnLayer> layers =
        [
            dark ? Backdrops.Dark(context) : Backdrops.Light(context),
            Parts.Heading(context, dark),
            new DrawnLayer
            {
                Name = "words",
                Sketch = new Sketch().Rect(new Box(120, top, 12, block.Height), 6, dark ? palette.Accent : palette.Glow).Text(block, 180, top, ink, ground),
                Entrance = LayerEntrance.Rise,
                CueFraction = 0.1,
            },
        ];
        if (lower is not null)
        {
            layers.Add(new DrawnLayer
            {
                Name = "below",
                Sketch = new Sketch().Text(lower, 180, top + block.Height + 60, ink, ground),
                Entrance = LayerEntrance.Rise,
                CueFraction = 0.4,
            });
        }

        return layers;
    }
}
