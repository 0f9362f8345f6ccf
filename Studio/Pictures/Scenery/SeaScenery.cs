using TemporalVideo.Studio.Pictures.Compositions;
using TemporalVideo.Studio.Pictures.Drawing;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Pictures.Scenery;

/// <summary>Mountains with snow, clouds, and the sea in front.</summary>
internal static class SeaScenery
{
    public static IReadOnlyList<DrawnLayer> Draw(SceneContext context)
    {
        var (palette, canvas) = (context.Palette, context.Canvas);
        var back = Backdrops.Graded(canvas, palette.Deep, palette.Glow);
        var middle = canvas.Across(1430);
        back.Circle(middle, 480, 640, palette.Glow, 0.35).Circle(middle, 480, 460, palette.Glow, 0.35);
        var mountains = new Sketch();
        foreach (var (x, height, shade) in ((double, double, double)[])[(170, 190, 0.45), (470, 130, 0.62), (1120, 200, 0.62),
            (1800, 330, 0.45)])
        {
            Mountain(palette, mountains, canvas.Across(x), canvas.Ground(880), canvas.Size == VideoSize.Square ? height / 2 : height,
                Colour.Mix(palette.Base, palette.Glow, shade));
        }

        var clouds = new Sketch().Cloud(-80, 84, 320, Palette.White, 0.12).Cloud(canvas.Across(1030), 180, 230, Palette.White, 0.13)
            .Cloud(canvas.FromRight(1640), 420, 340, Palette.White, 0.18);
        Sketch Water(double top, double swing, double length, double phase, string fill) =>
            new Sketch().Water(canvas, canvas.Ground(top), swing, length, phase, fill);
        return
        [
            Backdrops.Layer(canvas, back),
            Sceneries.Far("clouds", clouds, 0.12, LayerIdle.Drift),
            Sceneries.Far("mountains", mountains, 0.25),
            Sceneries.Far("water-far", Water(860, 12, 240, 0, Colour.Mix(palette.Base, palette.Second, 0.22)), 0.4,
                LayerIdle.Sway),
            Sceneries.Far("water", Water(925, 16, 320, 90, Colour.Mix(palette.Deep, palette.Base, 0.85)), 0.6, LayerIdle.Sway),
            Sceneries.Far("water-near", Water(1000, 18, 420, 200, palette.Deep), 0.9, LayerIdle.Sway),
        ];
    }

    private static void Mountain(Palette palette, Sketch sketch, double x, double ground, double height, string fill)
    {
        var half = height * 0.95;
        sketch.Path(
            $"M{Sketch.N(x - half)} {Sketch.N(ground)} L{Sketch.N(x)} {Sketch.N(ground - height)} L{Sketch.N(x + half)} "
                + $"{Sketch.N(ground)} Z",
            new Box(x - half, ground - height, half * 2, height), fill);
        var (cap, drop) = (height * 0.3, height * 0.3 * 0.95);
        sketch.Path(
            $"M{Sketch.N(x)} {Sketch.N(ground - height)} L{Sketch.N(x + drop)} {Sketch.N(ground - height + cap)} "
                + $"L{Sketch.N(x + (drop * 0.35))} {Sketch.N(ground - height + (cap * 0.72))} L{Sketch.N(x)} "
                    + $"{Sketch.N(ground - height + (cap * 1.08))} L{Sketch.N(x - (drop * 0.4))} "
                        + $"{Sketch.N(ground - height + (cap * 0.74))} L{Sketch.N(x - drop)} {Sketch.N(ground - height + cap)} Z",
            new Box(x - drop, ground - height, drop * 2, cap * 1.1), Colour.Mix(palette.Glow, Palette.White, 0.22));
    }
}
