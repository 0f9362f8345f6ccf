using TemporalVideo.Studio.Pictures.Drawing;
using TemporalVideo.Studio.Pictures.Scenery;
using TemporalVideo.Studio.Pictures.Typography;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Pictures.Compositions;

/// <summary>Things in no order, nested by level, and questions: rows on light ground, in two columns where there are many.</summary>
internal static class ListComposition
{
    private const double Top = 262;
    private const double Indent = 56;
    private const int Most = 12;

    public static IReadOnlyList<DrawnLayer> Compose(SceneContext context)
    {
        var palette = context.Palette;
        var items = context.Diagram.Items.Take(Most).ToList();
        var questions = context.Diagram.Kind == DiagramKind.Questions;
        List<DrawnLayer> layers = [Backdrops.Light(context), Parts.Heading(context, onDark: false)];
        var columns = items.Count > 5 ? 2 : 1;
        var rows = (int)Math.Ceiling(items.Count / (double)columns);
        var step = Math.Min(150, (Canvas.Safe.Bottom - Top) / rows);
        var columnWidth = (Canvas.Safe.Width - (60 * (columns - 1))) / columns;
        var cue = 0;
        for (var i = 0; i < items.Count; i++)
        {
            cue = items[i].Sentence is { } sentence && sentence < context.SentenceCount ? Math.Max(cue, sentence) : context.Cue(items[i].Label, i, items.Count, cue);
            var left = Canvas.Safe.X + ((i / rows) * (columnWidth + 60)) + (Indent * Math.Clamp(items[i].Level, 0, 3));
            var middle = Top + (step * ((i % rows) + 0.5));
            var width = columnWidth - (left - Canvas.Safe.X - ((i / rows) * (columnWidth + 60))) - 90;
            var label = Typesetter.Fit(items[i].Label, FontStyle.SemiBold, items[i].Level > 0 ? 42 : 50, 28, width, step > 110 ? 2 : 1);
            var sketch = new Sketch();
            if (questions)
            {
                sketch.Badge("?", left + 36, middle, 34, palette.Base, Palette.White);
            }
            else
            {
                sketch.Circle(left + 36, middle, items[i].Level > 0 ? 10 : 16, palette.Glow);
            }

            layers.Add(new DrawnLayer
            {
                Name = $"item-{i + 1}",
                Sketch = sketch.Text(label, left + 90, middle - (label.Height / 2), palette.Deep, palette.PaperShade),
                Entrance = LayerEntrance.Rise,
                CueSentence = cue,
                CueFraction = 0.05,
            });
        }

        return layers;
    }
}
