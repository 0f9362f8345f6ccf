using TemporalVideo.Studio.Pictures.Compositions;
using TemporalVideo.Studio.Pictures.Drawing;

namespace TemporalVideo.Studio.Pictures.Scenery;

/// <summary>Stars, a large planet at the lower edge, a small one far away.</summary>
internal static class SpaceScenery
{
    public static IReadOnlyList<DrawnLayer> Draw(SceneContext context)
    {
        var (palette, random, canvas) = (context.Palette, context.Random, context.Canvas);
        var back = Backdrops.Graded(canvas, palette.Deep, palette.Base);
        var middle = canvas.Across(1460);
        back.Circle(middle, 470, 620, palette.Glow, 0.22).Circle(middle, 470, 430, palette.Glow, 0.22);
        var stars = new Sketch();
        for (var i = 0; i < 130; i++)
        {
            stars.Circle(random.Between(-60, canvas.Width + 60), random.Between(-60, canvas.Ground(900)),
                random.Between(1.2, 4.2), Palette.White,
                random.Between(0.25, 0.9));
        }

        var planet = new Sketch().Circle(420, canvas.Ground(1960), 1120, Colour.Mix(palette.Base, palette.Glow, 0.7))
            .Circle(470, canvas.Ground(2010), 1120, Colour.Mix(palette.Deep, palette.Base, 0.8));
        foreach (var (x, y, r) in ((double, double, double)[])[(180, 960, 46), (420, 900, 26), (640, 985, 60), (940, 1010, 30),
            (60, 1040, 28)])
        {
            planet.Circle(x, canvas.Ground(y), r, palette.Deep, 0.45);
        }

        var moonX = canvas.Across(1090);
        var moon = new Sketch().Circle(moonX, 250, 54, palette.Third).Circle(moonX - 16, 236, 12, palette.Deep, 0.25)
            .Circle(moonX + 18, 266, 8, palette.Deep, 0.25);
        return [Backdrops.Layer(canvas, back), Sceneries.Far("stars", stars, 0.1), Sceneries.Far("moon", moon, 0.35, LayerIdle.Float),
            Sceneries.Far("planet", planet, 0.7)];
    }
}
