using TemporalVideo.Studio.Pictures.Compositions;
using TemporalVideo.Studio.Pictures.Drawing;

namespace TemporalVideo.Studio.Pictures.Scenery;

/// <summary>Inside a vessel: soft walls above and below, cells floating between them.</summary>
internal static class BodyScenery
{
    public static IReadOnlyList<DrawnLayer> Draw(SceneContext context)
    {
        var (palette, random, canvas) = (context.Palette, context.Random, context.Canvas);
        var back = Backdrops.Graded(canvas, palette.Deep, palette.Base);
        var middle = canvas.Across(1430);
        back.Circle(middle, 480, 660, palette.Glow, 0.30).Circle(middle, 480, 470, palette.Glow, 0.36);
        var far = new Sketch();
        foreach (var (x, y, r) in ((double, double, double)[])[(1010, 800, 50), (1830, 120, 70), (1040, 110, 34), (560, 40, 26),
            (1870, 560, 44), (1010, 560, 20)])
        {
            Cell(far, canvas.Across(x), y, r, Colour.Mix(palette.Base, palette.Glow, 0.75), palette.Base, 0.55);
        }

        var wall = new Sketch().Hills(canvas, random, canvas.Ground(880), 34, 360, Colour.Mix(palette.Base, palette.Glow, 0.6));
        var near = new Sketch().Hills(canvas, random, canvas.Ground(965), 34, 460, Colour.Mix(palette.Deep, palette.Base, 0.6));
        var cells = new Sketch();
        Cell(cells, 90, canvas.Ground(925), 96, palette.Third, Colour.Mix(palette.Third, palette.Deep, 0.35), 1);
        Cell(cells, canvas.FromRight(1790), canvas.Ground(900), 120, palette.Third, Colour.Mix(palette.Third, palette.Deep, 0.35), 1);
        Cell(cells, 300, canvas.Ground(1030), 58, palette.Second, Colour.Mix(palette.Second, palette.Deep, 0.4), 1);
        return
        [
            Backdrops.Layer(canvas, back),
            Sceneries.Far("cells-far", far, 0.2, LayerIdle.Float),
            Sceneries.Far("wall", wall, 0.35),
            Sceneries.Far("wall-near", near, 0.6),
            Sceneries.Far("cells", cells, 0.9, LayerIdle.Float),
        ];
    }

    private static void Cell(Sketch sketch, double x, double y, double radius, string fill, string core, double opacity) => sketch
        .Circle(x, y, radius, fill, opacity)
        .Circle(x - (radius * 0.06), y - (radius * 0.06), radius * 0.84, Colour.Mix(fill, Palette.White, 0.14), opacity)
        .Circle(x + (radius * 0.1), y + (radius * 0.06), radius * 0.42, core, opacity)
        .Circle(x - (radius * 0.42), y - (radius * 0.42), radius * 0.12, Palette.White, opacity * 0.6);
}
