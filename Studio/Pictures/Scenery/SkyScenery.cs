using TemporalVideo.Studio.Pictures.Compositions;
using TemporalVideo.Studio.Pictures.Drawing;

namespace TemporalVideo.Studio.Pictures.Scenery;

/// <summary>A wide sky with the sun's halo, drifting clouds and wooded hills.</summary>
internal static class SkyScenery
{
    public static IReadOnlyList<DrawnLayer> Draw(SceneContext context)
    {
        var (palette, random, canvas) = (context.Palette, context.Random, context.Canvas);
        var back = Backdrops.Graded(canvas, palette.Deep, palette.Glow);
        foreach (var (radius, share) in ((double, double)[])[(900, 0.10), (690, 0.20), (500, 0.32)])
        {
            back.Circle(canvas.Across(1420), 520, radius, Colour.Mix(palette.Base, palette.Glow, share + 0.35), 0.55);
        }

        var clouds = new Sketch()
            .Cloud(-90, 84, 330, Palette.White, 0.12).Cloud(canvas.Across(1030), 190, 230, Palette.White, 0.14)
            .Cloud(canvas.FromRight(1590), 700, 420, Palette.White, 0.20);
        var far = new Sketch().Hills(canvas, random, canvas.Ground(820), 46, 420, Colour.Mix(palette.Base, palette.Glow, 0.55));
        var middle = new Sketch();
        var trees = Colour.Mix(palette.Deep, palette.Base, 0.72);
        middle.Hills(canvas, random, canvas.Ground(898), 40, 520, trees);
        var near = new Sketch().Hills(canvas, random, canvas.Ground(985), 26, 640, palette.Deep);
        foreach (var x in (double[])[60, 150, 215, 1660, 1745, 1850])
        {
            near.Tree(x > 960 ? canvas.FromRight(x) : x, canvas.Ground(1000), random.Between(150, 230),
                Colour.Mix(palette.Deep, palette.Base, 0.32), palette.Deep,
                pointed: x is > 100 and < 1800);
        }

        return
        [
            Backdrops.Layer(canvas, back),
            Sceneries.Far("clouds", clouds, 0.15, LayerIdle.Drift),
            Sceneries.Far("hills-far", far, 0.25),
            Sceneries.Far("hills", middle, 0.45),
            Sceneries.Far("ground", near, 0.8),
        ];
    }
}
