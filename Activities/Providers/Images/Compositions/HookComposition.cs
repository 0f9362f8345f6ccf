using TemporalVideo.Activities.Providers.Images.Drawing;
using TemporalVideo.Activities.Providers.Images.Scenery;
using TemporalVideo.Activities.Providers.Images.Typography;

namespace TemporalVideo.Activities.Providers.Images.Compositions;

/// <summary>Opens the video: its title in large type, the thing that it is about at the right, in the place where it happens.</summary>
internal static class HookComposition
{
    private const double HeroX = 1430;
    private const double HeroY = 470;

    public static IReadOnlyList<DrawnLayer> Compose(SceneContext context)
    {
        var palette = context.Palette;
        var hero = context.Picture(context.Segment.Title, string.Join(' ', context.Segment.KeyPoints), context.Segment.Narration);
        List<DrawnLayer> layers =
        [
            .. Sceneries.Draw(context),
            new DrawnLayer
            {
                Name = "halo",
                Sketch = new Sketch().Ring(HeroX, HeroY, 330, 5, palette.Accent, 0.9, "2 26").Circle(HeroX, HeroY, 282, Colour.Mix(palette.Glow, Palette.White, 0.14)).Circle(HeroX, HeroY, 252, palette.Paper),
                Depth = 0.3,
                Entrance = LayerEntrance.Fade,
            },
            new DrawnLayer { Name = "hero", Sketch = new Sketch().Picture(hero, HeroX, HeroY, 350), Depth = 0.35, Entrance = LayerEntrance.Rise, Idle = LayerIdle.Float },
        ];
        var title = Typesetter.Fit(context.Segment.Title, FontWeight.ExtraBold, 118, 64, 860, 4, 1.04);
        var top = Math.Max(110, 440 - (title.Height / 2));
        layers.Add(new DrawnLayer
        {
            Name = "title",
            Sketch = new Sketch().Rect(new Box(98, top - 46, 110, 14), 7, palette.Accent).Text(title, 96, top, Palette.White, palette.Glow),
            Entrance = LayerEntrance.Rise,
        });
        AddSatellites(context, layers);
        return layers;
    }

    private static void AddSatellites(SceneContext context, List<DrawnLayer> layers)
    {
        var sentences = context.Segment.Narration.Split(". ");
        (double X, double Y, double Radius)[] places = [(1745, 235, 84), (1120, 715, 72)];
        var placed = 0;
        for (var i = 0; i < sentences.Length && placed < places.Length; i++)
        {
            if (context.TryPicture(sentences[i]) is { } pictogram)
            {
                var (x, y, radius) = places[placed];
                layers.Add(new DrawnLayer
                {
                    Name = $"satellite-{placed + 1}",
                    Sketch = new Sketch().Disc(pictogram, x, y, radius, context.Palette.Signal(placed + 1)),
                    Depth = 0.55,
                    Entrance = LayerEntrance.Rise,
                    CueSentence = Math.Min(i, context.SentenceCount - 1),
                    CueFraction = i == 0 ? 0.5 : 0.2,
                    Idle = LayerIdle.Float,
                });
                placed++;
            }
        }
    }
}
