using TemporalVideo.Activities.Providers.Images.Drawing;
using TemporalVideo.Activities.Providers.Images.Scenery;
using TemporalVideo.Activities.Providers.Images.Typography;

namespace TemporalVideo.Activities.Providers.Images.Compositions;

/// <summary>Numbered steps as a strip of panels, one picture each.</summary>
internal static class StepsComposition
{
    private const double Gap = 52;
    private const double Top = 262;
    private const double Height = 560;
    private const double Caption = 196;

    public static IReadOnlyList<DrawnLayer> Compose(SceneContext context)
    {
        var palette = context.Palette;
        var items = context.Brief.Items;
        var width = Math.Min(520, (Canvas.Safe.Width - (Gap * (items.Count - 1))) / items.Count);
        var left = (Canvas.Width - ((width * items.Count) + (Gap * (items.Count - 1)))) / 2;
        List<DrawnLayer> layers = [.. Sceneries.Ground(context), Parts.Heading(context, onDark: true)];
        var cues = Cues(context, items.Count);
        for (var i = 0; i < items.Count; i++)
        {
            var box = new Box(left + ((width + Gap) * i), Top + (i % 2 == 0 ? 0 : 34), width, Height);
            layers.Add(new DrawnLayer
            {
                Name = $"step-{i + 1}",
                Sketch = Panel(context, box, i, cues[i] + 1 < (i + 1 < cues.Length ? cues[i + 1] : context.SentenceCount) ? context.SentenceAt(cues[i] + 1) : ""),
                Entrance = LayerEntrance.Rise,
                CueSentence = cues[i],
                CueFraction = 0.05,
            });
            if (i > 0)
            {
                layers.Add(new DrawnLayer
                {
                    Name = $"arrow-{i}",
                    Sketch = new Sketch().Circle(box.X - (Gap / 2), 470, 40, palette.Deep).ArrowHead(box.X - (Gap / 2) + 16, 470, 28, 0, palette.Accent),
                    Entrance = LayerEntrance.FromLeft,
                    CueSentence = cues[i],
                });
            }
        }

        return layers;
    }

    /// <summary>For each item the sentence that speaks of it, never earlier than that of the item before.</summary>
    internal static int[] Cues(SceneContext context, int count)
    {
        var cues = new int[count];
        for (var i = 0; i < count; i++)
        {
            cues[i] = context.Cue(context.Brief.Items[i].Label, i, count, i == 0 ? 0 : cues[i - 1]);
        }

        return cues;
    }

    private static Sketch Panel(SceneContext context, Box box, int i, string detail)
    {
        var palette = context.Palette;
        var colour = palette.Signal(i);
        var art = box with { Height = Height - Caption };
        var label = Typesetter.Fit(context.Brief.Items[i].Label, FontWeight.SemiBold, 46, 30, box.Width - 52, 3);
        var picture = Math.Min(250, box.Width * 0.66);
        var clip = $"p{i}";
        return new Sketch()
            .Define($"<clipPath id=\"{clip}\"><path d=\"M{Sketch.N(art.X)} {Sketch.N(art.Bottom)} V{Sketch.N(art.Y + 36)} a36 36 0 0 1 36 -36 H{Sketch.N(art.Right - 36)} a36 36 0 0 1 36 36 V{Sketch.N(art.Bottom)} Z\"/></clipPath>")
            .Rect(box with { Y = box.Y + 14 }, 36, palette.Deep, 0.6)
            .Rect(box, 36, palette.Paper)
            .Raw(
                $"<g clip-path=\"url(#{clip})\"><rect x=\"{Sketch.N(art.X)}\" y=\"{Sketch.N(art.Y)}\" width=\"{Sketch.N(art.Width)}\" height=\"{Sketch.N(art.Height)}\" fill=\"{colour}\"/>"
                + $"<circle cx=\"{Sketch.N(art.CenterX)}\" cy=\"{Sketch.N(art.CenterY)}\" r=\"{Sketch.N(art.Width * 0.56)}\" fill=\"#FFFFFF\" opacity=\"0.20\"/><circle cx=\"{Sketch.N(art.CenterX)}\" cy=\"{Sketch.N(art.CenterY)}\" r=\"{Sketch.N(art.Width * 0.40)}\" fill=\"#FFFFFF\" opacity=\"0.42\"/></g>",
                box)
            .Ellipse(art.CenterX, art.CenterY + (picture * 0.56), picture * 0.34, 12, palette.Deep, 0.14)
            .Picture(context.Picture(context.Brief.Items[i].Label, detail, context.Segment.Title), art.CenterX, art.CenterY, picture)
            .Badge($"{i + 1}", box.X + 56, box.Y + 56, 38, palette.Deep, Palette.White)
            .Text(label, box.CenterX, art.Bottom + ((Caption - label.Height) / 2), palette.Deep, palette.Paper, TextAlign.Center);
    }
}
