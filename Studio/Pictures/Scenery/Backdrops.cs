using TemporalVideo.Studio.Pictures.Compositions;
using TemporalVideo.Studio.Pictures.Drawing;

namespace TemporalVideo.Studio.Pictures.Scenery;

/// <summary>The grounds that scenes stand on: dark and graded, or light like paper.</summary>
internal static class Backdrops
{
    /// <summary>Name of the layer that keeps a calm ground moving.</summary>
    public const string Rings = "rings";

    /// <summary>Dark at the top, brighter towards the horizon.</summary>
    public static Sketch Graded(Canvas canvas, string top, string bottom) =>
        new Sketch().Graded(canvas.Bleed, top, bottom);

    /// <summary>Calm dark ground for a diagram: wide arcs, a fine grid of dots in one corner.</summary>
    public static IReadOnlyList<DrawnLayer> Dark(SceneContext context)
    {
        var (palette, canvas) = (context.Palette, context.Canvas);
        var flip = context.Index % 2 == 1;
        var sketch = Graded(canvas, palette.Deep, palette.Base);
        var (x, y) = (flip ? 140 : canvas.FromRight(1780), canvas.FromBottom(1010));
        foreach (var (radius, share) in ((double, double)[])[(760, 0.16), (560, 0.24), (360, 0.34)])
        {
            sketch.Circle(x, y, radius, Colour.Mix(palette.Base, palette.Glow, share));
        }

        Dots(sketch, canvas.FromRight(1540), 70, palette.Glow);
        return [Layer(canvas, sketch), Moving(canvas, x, y, Colour.Mix(palette.Base, palette.Glow, 0.62))];
    }

    /// <summary>Light ground for a diagram.</summary>
    public static IReadOnlyList<DrawnLayer> Light(SceneContext context)
    {
        var (palette, canvas) = (context.Palette, context.Canvas);
        var flip = context.Index % 2 == 1;
        var sketch = new Sketch().Rect(canvas.Bleed, 0, palette.Paper);
        var (x, y) = (flip ? canvas.FromRight(1800) : 120, canvas.FromBottom(1060));
        sketch.Circle(x, y, 620, palette.PaperShade, 0.7)
            .Circle(flip ? 180 : canvas.FromRight(1760), -40, 380, palette.PaperShade, 0.7);
        Dots(sketch, canvas.FromRight(1540), 70, Colour.Mix(palette.PaperShade, palette.Glow, 0.25));
        return [Layer(canvas, sketch), Moving(canvas, x, y, Colour.Mix(palette.PaperShade, palette.Glow, 0.1))];
    }

    public static DrawnLayer Layer(Canvas canvas, Sketch sketch) =>
        new() { Name = "background", Sketch = sketch, Bounds = canvas.Bleed, Depth = 0.05 };

    /// <summary>Rings around a corner, near, so that the camera carries them on all the time: by their many edges a picture with hardly
    /// anything in it is seen to move.</summary>
    public static DrawnLayer Moving(Canvas canvas, double x, double y, string stroke)
    {
        Sketch sketch = new();
        foreach (var radius in (double[])[240, 320, 400, 480, 560])
        {
            sketch.Ring(x, y, radius, 15, stroke);
        }

        // What lies below the picture and its margin is never seen.
        var seen = canvas.Bleed.Bottom - y;
        return new DrawnLayer { Name = Rings, Sketch = sketch, Bounds = new Box(x - 570, y - 570, 1140, 570 + seen), Depth = 1 };
    }

    private static void Dots(Sketch sketch, double left, double top, string fill)
    {
        for (var row = 0; row < 5; row++)
        {
            for (var column = 0; column < 9; column++)
            {
                sketch.Circle(left + (column * 36), top + (row * 36), 4, fill, 0.5);
            }
        }
    }
}
