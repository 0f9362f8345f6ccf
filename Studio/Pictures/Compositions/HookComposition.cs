using TemporalVideo.Studio.Pictures.Drawing;
using TemporalVideo.Studio.Pictures.Scenery;
using TemporalVideo.Studio.Pictures.Typography;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Pictures.Compositions;

/// <summary>Opens the video: its title in large type, and a window onto the thing that it is about.</summary>
internal static class HookComposition
{
    private const int MostSaid = 3;
    private const int MostAsked = 4;

    public static IReadOnlyList<DrawnLayer> Compose(SceneContext context)
    {
        var (palette, canvas, safe) = (context.Palette, context.Canvas, context.Canvas.Safe);
        if (context.Hero() is not { } hero)
        {
            return Typographic(context);
        }

        var radius = canvas.Tall ? 300.0 : canvas.Stacked ? 180 : 345;
        var (x, y) = canvas.Stacked ? (safe.CenterX, safe.Y + radius + 46) : (1400, 470);
        List<DrawnLayer> layers =
        [
            .. Sceneries.Draw(context),
            new DrawnLayer
            {
                Name = "window",
                Sketch = new Sketch().Ring(x, y, radius + 46, 6, palette.Accent, 1, Dots(radius + 46, 80))
                    .Circle(x, y, radius + 18, Palette.White)
                    .Round(SceneryChooser.For(context.Story), x, y, radius, palette, context.Story.Title),
                Depth = 0.3,
                Entrance = LayerEntrance.Fade,
            },
            new DrawnLayer { Name = "hero", Sketch = new Sketch().Picture(hero, x, y - 10, radius * 400 / 345), Depth = 0.35,
                Entrance = LayerEntrance.Rise, Idle = LayerIdle.Float },
        ];
        var width = canvas.Stacked ? safe.Width : 890;
        var title = canvas.Size == VideoSize.Square
            ? Typesetter.Fit(context.Segment.Title, FontStyle.ExtraBold, 92, 54, width, 3, 1.04)
            : Typesetter.TryFit(context.Segment.Title, FontStyle.ExtraBold, 128, 92, width, 3, 1.04)
                ?? Typesetter.Fit(context.Segment.Title, FontStyle.ExtraBold, 100, 60, width, 5, 1.04);
        var below = y + radius + 46;
        var said = Said(context, title, canvas.Stacked ? below + 76 : 118, width);
        var group = title.Height + (said.Count == 0 ? 0 : said[^1].Row.Bottom);
        var top = canvas.Stacked ? Math.Max(below + 76, ((below + 60 + safe.Bottom) / 2) - (group / 2)) : Math.Max(118, 460 - (group / 2));
        layers.Add(new DrawnLayer
        {
            Name = "title",
            Sketch = new Sketch().Rect(new Box(safe.X + 2, top - 50, 120, 16), 8, palette.Accent)
                .Text(title, safe.X - 2, top, Palette.White, palette.Glow),
            Entrance = LayerEntrance.Rise,
        });
        layers.AddRange(said.Select((line, i) => new DrawnLayer
        {
            Name = $"said-{i + 1}",
            Sketch = new Sketch().Rect(new Box(safe.X + 2, top + title.Height + line.Row.Y, 8, line.Text.Height), 4, palette.Accent)
                .Text(line.Text, safe.X + 34, top + title.Height + line.Row.Y, Palette.White, palette.Glow),
            Entrance = LayerEntrance.FromLeft,
            CueSentence = line.Sentence,
            CueFraction = 0.1,
        }));
        return layers;
    }

    /// <summary>
    /// What the sentences after the first say, below the title, as far as there is room for it: the picture must not stand while they are
    /// spoken; nor while a first one is that takes long. Rows are counted from the title's lower edge.
    /// </summary>
    private static List<(TextBlock Text, Box Row, int Sentence)> Said(SceneContext context, TextBlock title, double top, double width)
    {
        var size = 46 * context.Canvas.Larger;
        var room = context.Canvas.Safe.Bottom - top - title.Height;
        List<(TextBlock Text, Box Row, int Sentence)> said = [];
        var y = 44.0;
        var gist = context.Gist(MostSaid + 1);
        var isFirstLong = gist.Count(each => each.Sentence == 0) > 1;
        foreach (var (text, sentence) in gist.Where(each => each.Sentence > 0 || isFirstLong).Take(MostSaid))
        {
            var block = Typesetter.Wrapped(text, FontStyle.Medium, size, width - 36);
            if (y + block.Height > room)
            {
                break;
            }

            said.Add((block, new Box(0, y, width, block.Height), sentence));
            y += block.Height + 26;
        }

        return said;
    }

    /// <summary>Without a thing to show: the title as large as it goes, and below it what is asked.</summary>
    public static IReadOnlyList<DrawnLayer> Typographic(SceneContext context)
    {
        var palette = context.Palette;
        var asked = context.Gist(MostAsked);
        List<StackRow> rows = [new(context.Segment.Title, FontStyle.ExtraBold),
            .. asked.Select(gist => new StackRow(gist.Text, FontStyle.Medium, 0, 0.4))];
        var safe = context.Canvas.Safe;
        var room = context.Canvas.Stacked
            ? new Box(safe.X, safe.Y + 60, safe.Width, safe.Height - 80)
            : new Box(safe.X + 60, safe.Y + 60, safe.Width - 160, safe.Height - 80);
        var placed = Stack.Of(rows, room, context.Canvas.Stacked ? 128 : 150, 8, 44);
        List<DrawnLayer> layers = [.. Sceneries.Draw(context)];
        for (var i = 0; i < placed.Count; i++)
        {
            var (text, row) = placed[i];
            var sketch = i == 0 ? new Sketch().Rect(new Box(row.X + 2, row.Y - 44, 150, 18), 9, palette.Accent) : new Sketch();
            layers.Add(new DrawnLayer
            {
                Name = i == 0 ? "title" : $"asked-{i}",
                Sketch = sketch.Text(text, row.X, text.TopAround(row.CenterY), Palette.White, palette.Glow),
                Entrance = i == 0 ? LayerEntrance.Rise : LayerEntrance.FromLeft,
                CueSentence = i == 0 ? 0 : asked[i - 1].Sentence,
                CueFraction = i == 0 ? 0 : 0.1,
            });
        }

        return layers;
    }

    // A dash pattern that closes without a seam.
    private static double[] Dots(double radius, int count) => [1, (2 * Math.PI * radius / count) - 1];
}
