using TemporalVideo.Studio.Pictures.Compositions;
using TemporalVideo.Studio.Pictures.Drawing;

namespace TemporalVideo.Studio.Pictures.Scenery;

/// <summary>A skyline with lit windows: gabled houses and spires, or towers of today.</summary>
internal static class TownScenery
{
    public static IReadOnlyList<DrawnLayer> Draw(SceneContext context, bool old, double lower)
    {
        var (palette, random, canvas) = (context.Palette, context.Random, context.Canvas);
        var back = Backdrops.Graded(canvas, palette.Deep, palette.Glow);
        var x = canvas.Across(1430);
        back.Circle(x, 500, 640, palette.Glow, 0.4).Circle(x, 500, 450, palette.Glow, 0.45);
        var far = Row(canvas, random, canvas.Ground(900) + lower, 130, 230, Colour.Mix(palette.Base, palette.Glow, 0.5), null, old);
        var middle = Row(canvas, random, canvas.Ground(980) + lower, 130, 215, Colour.Mix(palette.Deep, palette.Base, 0.75),
            palette.Accent, old);
        var near = new Sketch().Hills(canvas, random, canvas.Ground(1010), 14, 700, palette.Deep);
        return [Backdrops.Layer(canvas, back), Sceneries.Far("skyline-far", far, 0.22), Sceneries.Far("skyline", middle, 0.5),
            Sceneries.Far("ground", near, 0.85)];
    }

    private static Sketch Row(Canvas canvas, SeededRandom random, double ground, double least, double most, string fill, string? windows,
        bool old)
    {
        Sketch sketch = new();
        sketch.Rect(new Box(-150, ground - 30, canvas.Width + 300, canvas.Height - ground + 140), 0, fill);
        for (double x = -140; x < canvas.Width + 100;)
        {
            var (width, height) = (random.Between(90, 150), random.Between(least, most));
            var spire = old && random.Between(0, 1) > 0.86;
            if (spire)
            {
                (width, height) = (70, most * 1.25);
            }

            var top = ground - height;
            sketch.Rect(new Box(x, top, width, height), 0, fill);
            if (old)
            {
                var roof = spire ? width * 1.9 : width * 0.62;
                sketch.Path(
                    $"M{Sketch.N(x - 8)} {Sketch.N(top + 1)} L{Sketch.N(x + (width / 2))} {Sketch.N(top - roof)} "
                        + $"L{Sketch.N(x + width + 8)} {Sketch.N(top + 1)} Z",
                    new Box(x - 8, top - roof, width + 16, roof), fill);
            }

            if (windows is not null)
            {
                Windows(sketch, random, x, top, width, height, windows, old);
            }

            x += width + (old ? random.Between(-6, 16) : random.Between(6, 34));
        }

        return sketch;
    }

    private static void Windows(Sketch sketch, SeededRandom random, double x, double top, double width, double height, string light,
        bool old)
    {
        var (w, h, gap) = old ? (13.0, 20.0, 32.0) : (12.0, 14.0, 26.0);
        for (var wy = top + 22; wy < top + height - 40; wy += old ? 44 : 30)
        {
            for (var wx = x + 18; wx < x + width - 22; wx += gap)
            {
                if (random.Between(0, 1) > 0.42)
                {
                    sketch.Rect(new Box(wx, wy, w, h), old ? 6 : 2, light, 0.75);
                }
            }
        }
    }
}
