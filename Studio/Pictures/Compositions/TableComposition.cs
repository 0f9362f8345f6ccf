using TemporalVideo.Studio.Pictures.Drawing;
using TemporalVideo.Studio.Pictures.Scenery;

namespace TemporalVideo.Studio.Pictures.Compositions;

/// <summary>Rows and columns as the lesson has them, all cells in one size; columns of numbers stand to the right, row headings to the
/// left.</summary>
internal static class TableComposition
{
    // A telephone's picture has room below: rows stand wider apart, in larger type.
    private const double MostTallRow = 250;
    private const double LargestTall = 62;

    public static IReadOnlyList<DrawnLayer> Compose(SceneContext context)
    {
        var palette = context.Palette;
        var items = context.Diagram.Items;
        var heading = Parts.Heading(context, onDark: false);
        List<DrawnLayer> layers = [.. Backdrops.Light(context), heading];
        var room = Parts.Below(context, heading);
        var layout = context.Canvas.Tall
            ? TableLayout.Of(context.Diagram, room, Math.Clamp(room.Height / (items.Count + 1), 150, MostTallRow), LargestTall)
            : TableLayout.Of(context.Diagram, room);
        if (layout.Header is { } header)
        {
            var sketch = new Sketch().Rect(header.Box, 14, palette.Base);
            layers.Add(new DrawnLayer
            {
                Name = "columns",
                Sketch = Cells(sketch, header, Palette.White, palette.Base),
                Entrance = LayerEntrance.Fade
            });
        }

        var cue = 0;
        for (var i = 0; i < items.Count; i++)
        {
            cue = items[i].Sentence is not null ? context.CueOf(items[i], i, items.Count, cue)
                : context.Cue(items[i].Label, i, items.Count, cue);
            var row = layout.Rows[i];
            var ground = i % 2 == 0 ? Palette.White : palette.Paper;
            layers.Add(new DrawnLayer
            {
                Name = $"row-{i + 1}",
                Sketch = Cells(new Sketch().Rect(row.Box, 14, ground), row, palette.Deep, ground),
                Entrance = LayerEntrance.Rise,
                CueSentence = cue,
                CueFraction = Math.Min(0.5, 0.04 * i),
            });
        }

        return layers;
    }

    private static Sketch Cells(Sketch sketch, TableRow row, string ink, string ground)
    {
        foreach (var cell in row.Cells)
        {
            sketch.Text(cell.Text, cell.X, cell.Text.TopAround(row.Box.CenterY), ink, ground, cell.Align);
        }

        return sketch;
    }
}
