using TemporalVideo.Studio.Pictures.Drawing;
using TemporalVideo.Studio.Pictures.Scenery;
using TemporalVideo.Studio.Pictures.Typography;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Pictures.Compositions;

/// <summary>Rows and columns as the lesson has them; columns of numbers stand to the right, row headings to the left.</summary>
internal static class TableComposition
{
    private const double Top = 250;
    private const double Padding = 24;

    /// <summary>What stays readable at 1080 lines.</summary>
    public const int MostRows = 10;

    /// <summary>What stays readable at 1080 lines, the row headings included.</summary>
    public const int MostColumns = 7;

    public static IReadOnlyList<DrawnLayer> Compose(SceneContext context)
    {
        var palette = context.Palette;
        var items = context.Diagram.Items.Take(MostRows).ToList();
        var columns = Math.Min(MostColumns, Math.Max(context.Diagram.Columns.Count, 1 + items.Max(item => item.Values.Count)));
        var headed = context.Diagram.Columns.Any(name => name.Length > 0);
        var step = Math.Min(92, (Canvas.Safe.Bottom - Top) / (items.Count + (headed ? 1 : 0)));
        var first = Canvas.Safe.Width * (columns == 2 ? 0.55 : Math.Max(0.24, 1.4 / columns));
        var rest = columns > 1 ? (Canvas.Safe.Width - first) / (columns - 1) : 0;
        List<DrawnLayer> layers = [Backdrops.Light(context), Parts.Heading(context, onDark: false)];
        if (headed)
        {
            var sketch = new Sketch().Rect(new Box(Canvas.Safe.X, Top, Canvas.Safe.Width, step - 4), 14, palette.Base);
            for (var c = 0; c < columns; c++)
            {
                Cell(sketch, c < context.Diagram.Columns.Count ? context.Diagram.Columns[c] : "", c, Top, FontStyle.SemiBold, Palette.White, palette.Base);
            }

            layers.Add(new DrawnLayer { Name = "columns", Sketch = sketch, Entrance = LayerEntrance.Fade });
        }

        var cue = 0;
        for (var i = 0; i < items.Count; i++)
        {
            cue = items[i].Sentence is { } sentence && sentence < context.SentenceCount ? Math.Max(cue, sentence) : context.Cue(items[i].Label, i, items.Count, cue);
            var y = Top + (step * (i + (headed ? 1 : 0)));
            var ground = i % 2 == 0 ? Palette.White : palette.Paper;
            var sketch = new Sketch().Rect(new Box(Canvas.Safe.X, y, Canvas.Safe.Width, step - 4), 14, ground);
            Cell(sketch, items[i].Label, 0, y, FontStyle.SemiBold, palette.Deep, ground);
            for (var c = 1; c < columns; c++)
            {
                Cell(sketch, c <= items[i].Values.Count ? items[i].Values[c - 1].Text : "", c, y, FontStyle.Medium, palette.Deep, ground);
            }

            layers.Add(new DrawnLayer { Name = $"row-{i + 1}", Sketch = sketch, Entrance = LayerEntrance.Rise, CueSentence = cue, CueFraction = Math.Min(0.5, 0.04 * i) });
        }

        return layers;

        void Cell(Sketch sketch, string text, int column, double y, FontStyle style, string ink, string ground)
        {
            if (text.Length == 0)
            {
                return;
            }

            var width = column == 0 ? first : rest;
            var left = Canvas.Safe.X + (column == 0 ? 0 : first + (rest * (column - 1)));
            var right = column > 0 && IsOfNumbers(items, column);
            var block = Typesetter.Fit(text, style, Math.Min(42, step * 0.5), 28, width - (2 * Padding), step >= 84 ? 2 : 1);
            sketch.Text(block, right ? left + width - Padding : left + Padding, y + ((step - 4 - block.Height) / 2), ink, ground, right ? TextAlign.Right : TextAlign.Left);
        }
    }

    private static bool IsOfNumbers(List<DiagramItem> items, int column) =>
        items.Where(item => item.Values.Count >= column && item.Values[column - 1].Text.Length > 0).All(item => item.Values[column - 1].Number is not null);
}
