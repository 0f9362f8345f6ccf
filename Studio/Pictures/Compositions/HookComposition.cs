using TemporalVideo.Studio.Pictures.Drawing;
using TemporalVideo.Studio.Pictures.Scenery;
using TemporalVideo.Studio.Pictures.Typography;

namespace TemporalVideo.Studio.Pictures.Compositions;

/// <summary>Opens the video: its title in large type, and a window onto the thing that it is about.</summary>
internal static class HookComposition
{
    private const double HeroX = 1400;
    private const double HeroY = 470;
    private const double Radius = 345;

    public static IReadOnlyList<DrawnLayer> Compose(SceneContext context)
    {
        var palette = context.Palette;
        if ((context.Hero() ?? context.SubjectThing()) is not { } hero)
        {
            return Typographic(context);
        }

        List<DrawnLayer> layers =
        [
            .. Sceneries.Draw(context),
            new DrawnLayer
            {
                Name = "window",
                Sketch = new Sketch().Ring(HeroX, HeroY, Radius + 46, 6, palette.Accent, 1, Dots(Radius + 46, 80))
                    .Circle(HeroX, HeroY, Radius + 18, Palette.White)
                    .Round(SceneryChooser.For(context.Story), HeroX, HeroY, Radius, palette, context.Story.Title),
                Depth = 0.3,
                Entrance = LayerEntrance.Fade,
            },
            new DrawnLayer { Name = "hero", Sketch = new Sketch().Picture(hero, HeroX, HeroY - 10, 400), Depth = 0.35,
                Entrance = LayerEntrance.Rise, Idle = LayerIdle.Float },
        ];
        var title = Typesetter.TryFit(context.Segment.Title, FontStyle.ExtraBold, 128, 92, 890, 3, 1.04)
            ?? Typesetter.Fit(context.Segment.Title, FontStyle.ExtraBold, 100, 60, 890, 5, 1.04);
        var top = Math.Max(118, title.TopAround(460));
        layers.Add(new DrawnLayer
        {
            Name = "title",
            Sketch = new Sketch().Rect(new Box(98, top - 50, 120, 16), 8, palette.Accent).Text(title, 94, top, Palette.White, palette.Glow),
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
        var placed = Stack.Of(rows, new Box(Canvas.Safe.X + 60, Canvas.Safe.Y + 60, Canvas.Safe.Width - 160, Canvas.Safe.Height - 80), 150,
            8, 44);
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
