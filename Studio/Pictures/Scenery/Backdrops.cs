using TemporalVideo.Studio.Pictures.Compositions;
using TemporalVideo.Studio.Pictures.Drawing;

namespace TemporalVideo.Studio.Pictures.Scenery;

/// <summary>The grounds that scenes stand on: dark and graded, or light like paper.</summary>
internal static class Backdrops
{
    /// <summary>Name of the layer that keeps a calm ground moving.</summary>
    public const string Rings = "rings";

    /// <summary>Dark at the top, brighter towards the horizon.</summary>
    public static Sketch Graded(string top, string bottom) =>
        new Sketch().Graded(Canvas.Bleed, top, bottom);

    /// <summary>Calm dark ground for a diagram: wide arcs, a fine grid of dots in one corner.</summary>
    public static IReadOnlyList<DrawnLayer> Dark(SceneContext context)
    {
        var palette = context.Palette;
        var flip = context.Index % 2 == 1;
        var sketch = Graded(palette.Deep, palette.Base);
        var x = flip ? 140 : 1780;
        foreach (var (radius, share) in ((double, double)[])[(760, 0.16), (560, 0.24), (360, 0.34)])
        {
            sketch.Circle(x, 1010, radius, Colour.Mix(palette.Base, palette.Glow, share));
        }

        Dots(sketch, 1540, 70, palette.Glow);
        return [Layer(sketch), Moving(x, 1010, Colour.Mix(palette.Base, palette.Glow, 0.62))];
    }

    /// <summary>Light ground for a diagram.</summary>
    public static IReadOnlyList<DrawnLayer> Light(SceneContext context)
    {
        var palette = context.Palette;
        var flip = context.Index % 2 == 1;
        var sketch = new Sketch().Rect(Canvas.Bleed, 0, palette.Paper);
        sketch.Circle(flip ? 1800 : 120, 1060, 620, palette.PaperShade, 0.7).Circle(flip ? 180 : 1760, -40, 380, palette.PaperShade, 0.7);
        Dots(sketch, 1540, 70, Colour.Mix(palette.PaperShade, palette.Glow, 0.25));
        return [Layer(sketch), Moving(flip ? 1800 : 120, 1060, Colour.Mix(palette.PaperShade, palette.Glow, 0.1))];
    }

    public static DrawnLayer Layer(Sketch sketch) => new() { Name = "background", Sketch = sketch, Bounds = Canvas.Bleed, Depth = 0.05 };

    /// <summary>Rings around a corner, near, so that the camera carries them on all the time: by their many edges a picture with hardly
    /// anything in it is seen to move.</summary>
    public static DrawnLayer Moving(double x, double y, string stroke)
    {
        Sketch sketch = new();
        foreach (var radius in (double[])[240, 320, 400, 480, 560])
        {
            sketch.Ring(x, y, radius, 15, stroke);
        }

        // What lies below the picture and its margin is never seen.
        var seen = Canvas.Bleed.Bottom - y;
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
