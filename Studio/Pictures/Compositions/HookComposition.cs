using TemporalVideo.Studio.Pictures.Drawing;
using TemporalVideo.Studio.Pictures.Pictograms;
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
        var hero = context.Hero();
        List<DrawnLayer> layers =
        [
            .. Sceneries.Draw(context),
            new DrawnLayer
            {
                Name = "window",
                Sketch = new Sketch().Ring(HeroX, HeroY, Radius + 46, 6, palette.Accent, 1, Dots(Radius + 46, 80)).Circle(HeroX, HeroY, Radius + 18, Palette.White)
                    .Round(SceneryChooser.For(context.Story), HeroX, HeroY, Radius, palette, context.Story.Title),
                Depth = 0.3,
                Entrance = LayerEntrance.Fade,
            },
            new DrawnLayer { Name = "hero", Sketch = new Sketch().Picture(hero, HeroX, HeroY - 10, 400), Depth = 0.35, Entrance = LayerEntrance.Rise, Idle = LayerIdle.Float },
        ];
        var title = Typesetter.TryFit(context.Segment.Title, FontStyle.ExtraBold, 128, 92, 890, 3, 1.04)
            ?? Typesetter.Fit(context.Segment.Title, FontStyle.ExtraBold, 100, 60, 890, 5, 1.04);
        var top = Math.Max(118, 460 - (title.Height / 2));
        layers.Add(new DrawnLayer
        {
            Name = "title",
            Sketch = new Sketch().Rect(new Box(98, top - 50, 120, 16), 8, palette.Accent).Text(title, 94, top, Palette.White, palette.Glow),
            Entrance = LayerEntrance.Rise,
        });
        AddSatellites(context, hero, layers);
        return layers;
    }

    // A dash pattern that closes without a seam.
    private static double[] Dots(double radius, int count) => [1, (2 * Math.PI * radius / count) - 1];

    private static void AddSatellites(SceneContext context, Pictogram hero, List<DrawnLayer> layers)
    {
        (double X, double Y, double Radius)[] places = [(1735, 250, 92), (1092, 728, 82)];
        var sentences = Enumerable.Range(0, context.Sentences.Count).ToList();
        var found = Find(sure: true);
        found = [.. found.Concat(Find(sure: false)).Take(places.Length).OrderBy(thing => thing.Sentence)];
        for (var placed = 0; placed < found.Count; placed++)
        {
            var (i, pictogram) = found[placed];
            var (x, y, radius) = places[placed];
            layers.Add(new DrawnLayer
            {
                Name = $"satellite-{placed + 1}",
                Sketch = new Sketch().Circle(x, y, radius + 10, Palette.White).Disc(pictogram, x, y, radius, context.Palette.Signal(placed + 1)),
                Depth = 0.55,
                Entrance = LayerEntrance.Rise,
                CueSentence = i,
                CueFraction = i == 0 ? 0.5 : 0.2,
                Idle = LayerIdle.Float,
            });
        }

        List<(int Sentence, Pictogram Pictogram)> Find(bool sure)
        {
            List<(int, Pictogram)> things = [];
            foreach (var sentence in sentences.ToList())
            {
                if (things.Count < places.Length && context.TryPicture(context.Sentences[sentence], hero.Name, sure) is { } thing)
                {
                    things.Add((sentence, thing));
                    sentences.Remove(sentence);
                }
            }

            return things;
        }
    }
}
