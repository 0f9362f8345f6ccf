using System.Text;
using TemporalVideo.Studio.Pictures.Drawing;

namespace TemporalVideo.Studio.Pictures.Scenery;

/// <summary>Outlines of ground and water that run across the whole canvas.</summary>
internal static class Terrain
{
    private const double Left = -150;

    /// <summary>A band from a rolling upper edge to below the canvas.</summary>
    public static Sketch Hills(this Sketch sketch, Canvas canvas, SeededRandom random, double top, double swing, double step, string fill)
    {
        var (right, bottom) = (canvas.Width + 150, canvas.Height + 110);
        StringBuilder path = new($"M{Sketch.N(Left)} {Sketch.N(bottom)} L{Sketch.N(Left)} {Sketch.N(top)}");
        var (x, y) = (Left, top);
        var up = random.Between(0, 1) > 0.5;
        while (x < right)
        {
            var next = Math.Min(right, x + (step * random.Between(0.75, 1.25)));
            var to = top + ((up ? -1 : 1) * swing * random.Between(0.35, 1));
            var middle = (x + next) / 2;
            path.Append($" C{Sketch.N(middle)} {Sketch.N(y)} {Sketch.N(middle)} {Sketch.N(to)} {Sketch.N(next)} {Sketch.N(to)}");
            (x, y, up) = (next, to, !up);
        }

        path.Append($" L{Sketch.N(right)} {Sketch.N(bottom)} Z");
        return sketch.Path(path.ToString(), new Box(Left, top - swing, right - Left, bottom - top + swing), fill);
    }

    /// <summary>A band of water with a scalloped upper edge.</summary>
    public static Sketch Water(this Sketch sketch, Canvas canvas, double top, double swing, double length, double phase, string fill)
    {
        var (right, bottom) = (canvas.Width + 150, canvas.Height + 110);
        StringBuilder path = new($"M{Sketch.N(Left - 100)} {Sketch.N(bottom)} L{Sketch.N(Left - 100)} {Sketch.N(top)}");
        for (var x = Left - 100 + phase; x < right + length; x += length)
        {
            path.Append(
                $" Q{Sketch.N(x + (length / 4))} {Sketch.N(top - swing)} {Sketch.N(x + (length / 2))} {Sketch.N(top)} "
                    + $"T{Sketch.N(x + length)} {Sketch.N(top)}");
        }

        path.Append($" L{Sketch.N(right + 100)} {Sketch.N(bottom)} Z");
        return sketch.Path(path.ToString(), new Box(Left, top - swing, right - Left, bottom - top + swing), fill);
    }

    /// <summary>A flat cloud; <paramref name="width"/> is that of its base.</summary>
    public static Sketch Cloud(this Sketch sketch, double x, double y, double width, string fill, double opacity)
    {
        var h = width * 0.2;
        return sketch.Faded(
            new Sketch().Rect(new Box(x, y - h, width, h), h / 2, fill).Circle(x + (width * 0.34), y - (h * 1.1), width * 0.17, fill)
                .Circle(x + (width * 0.6), y - h, width * 0.13, fill),
            opacity);
    }

    /// <summary>A flat tree: trunk and a rounded or pointed crown.</summary>
    public static Sketch Tree(this Sketch sketch, double x, double ground, double height, string crown, string trunk, bool pointed)
    {
        sketch.Rect(new Box(x - (height * 0.035), ground - (height * 0.4), height * 0.07, height * 0.42), 3, trunk);
        return pointed
            ? sketch.Path(
                $"M{Sketch.N(x)} {Sketch.N(ground - height)} L{Sketch.N(x + (height * 0.24))} {Sketch.N(ground - (height * 0.22))} "
                    + $"H{Sketch.N(x - (height * 0.24))} Z",
                new Box(x - (height * 0.24), ground - height, height * 0.48, height * 0.8), crown)
            : sketch.Ellipse(x, ground - (height * 0.65), height * 0.25, height * 0.35, crown);
    }
}
