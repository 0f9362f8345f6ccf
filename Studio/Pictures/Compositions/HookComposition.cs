using TemporalVideo.Studio.Pictures.Drawing;
using TemporalVideo.Studio.Pictures.Scenery;
using TemporalVideo.Studio.Pictures.Typography;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Pictures.Compositions;

/// <summary>Opens the video: its title in large type, and a window onto the thing that it is about.</summary>
internal static class HookComposition
{
    public static IReadOnlyList<DrawnLayer> Compose(SceneContext context)
    {
        var (palette, canvas, safe) = (context.Palette, context.Canvas, context.Canvas.Safe);
        if ((context.Hero() ?? context.SubjectThing()) is not { } hero)
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
        var top = canvas.Stacked ? Math.Max(below + 76, title.TopAround((below + 60 + safe.Bottom) / 2))
            : Math.Max(118, title.TopAround(460));
        layers.Add(new DrawnLayer
        {
            Name = "title",
            Sketch = new Sketch().Rect(new Box(safe.X + 2, top - 50, 120, 16), 8, palette.Accent)
                .Text(title, safe.X - 2, top, Palette.White, palette.Glow),
            Entrance = LayerEntrance.Rise,
        });
        return layers;
    }

    /// <summary>Without a thing to show: the title as large as it goes, and below it what is asked.</summary>
    private static List<DrawnLayer> Typographic(SceneContext context)
    {
        var palette = context.Palette;
        var asked = context.Gist(2);
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
