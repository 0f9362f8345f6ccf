using TemporalVideo.Studio.Pictures.Compositions;
using TemporalVideo.Studio.Pictures.Drawing;

namespace TemporalVideo.Studio.Pictures.Scenery;

/// <summary>A bench with glassware before a dark wall.</summary>
internal static class LaboratoryScenery
{
    public static IReadOnlyList<DrawnLayer> Draw(SceneContext context)
    {
        var (palette, random, canvas) = (context.Palette, context.Random, context.Canvas);
        var back = Backdrops.Graded(canvas, palette.Deep, palette.Base);
        var middle = canvas.Across(1430);
        back.Circle(middle, 470, 640, palette.Glow, 0.3).Circle(middle, 470, 450, palette.Glow, 0.36);
        var glass = new Sketch();
        var colours = (string[])[palette.Accent, palette.Second, palette.Third];
        for (var i = 0; i < 9; i++)
        {
            var x = i < 5 ? 40 + (i * 130) : canvas.FromRight(1330 + ((i - 5) * 150));
            if (i >= 5 && x < 640)
            {
                continue;
            }

            Flask(glass, x, canvas.Ground(900), random.Between(95, 150), colours[i % 3], palette.Glow);
        }

        var bench = new Sketch()
            .Rect(new Box(-150, canvas.Ground(898), canvas.Width + 300, 300), 0, Colour.Mix(palette.Deep, palette.Base, 0.7))
            .Rect(new Box(-150, canvas.Ground(898), canvas.Width + 300, 16), 0, palette.Glow)
            .Rect(new Box(-150, canvas.Ground(990), canvas.Width + 300, 200), 0, palette.Deep);
        return [Backdrops.Layer(canvas, back), Sceneries.Far("glassware", glass, 0.4), Sceneries.Far("bench", bench, 0.45)];
    }

    private static void Flask(Sketch sketch, double x, double ground, double height, string liquid, string glass)
    {
        var half = height * 0.36;
        string Outline(double from)
        {
            var spread = half * (from < 0.45 ? 0.28 : 0.28 + (0.72 * (from - 0.45) / 0.55));
            var y = ground - (height * (1 - from));
            return $"M{Sketch.N(x - spread)} {Sketch.N(y)} H{Sketch.N(x + spread)} L{Sketch.N(x + half)} {Sketch.N(ground - 8)} "
                + $"Q{Sketch.N(x + half)} {Sketch.N(ground)} {Sketch.N(x + half - 8)} {Sketch.N(ground)} H{Sketch.N(x - half + 8)} "
                    + $"Q{Sketch.N(x - half)} {Sketch.N(ground)} {Sketch.N(x - half)} {Sketch.N(ground - 8)} Z";
        }

        var extent = new Box(x - half, ground - height, half * 2, height);
        sketch.Rect(new Box(x - (half * 0.28), ground - height, half * 0.56, height * 0.5), 4, glass, 0.8)
            .Path(Outline(0.45), extent, glass, 0.8).Path(Outline(0.68), extent, liquid, 0.9);
        sketch.Rect(new Box(x - (half * 0.38), ground - height - 6, half * 0.76, 10), 5, glass);
    }
}
