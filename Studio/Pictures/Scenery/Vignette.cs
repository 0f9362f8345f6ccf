using TemporalVideo.Studio.Pictures.Drawing;

namespace TemporalVideo.Studio.Pictures.Scenery;

/// <summary>A small bright scene inside a frame, in natural colours: the stage that a pictogram stands on.</summary>
internal static class Vignette
{
    /// <summary>Draws into a circle.</summary>
    public static Sketch Round(this Sketch sketch, SceneryKind kind, double x, double y, double radius, Palette palette, string seed) =>
        sketch.Framed(kind, Box.Around(x, y, radius * 2, radius * 2), radius, palette, seed);

    /// <summary>Draws into a rectangle with round corners.</summary>
    public static Sketch Framed(this Sketch sketch, SceneryKind kind, Box box, double corner, Palette palette, string seed)
    {
        var (top, bottom) = Sky(kind, palette);
        var inner = new Sketch().Graded(box, top, bottom);
        Fill(inner, kind, box, palette, new SeededRandom(seed));
        return sketch.Clipped(box, corner, inner);
    }

    private static (string Top, string Bottom) Sky(SceneryKind kind, Palette palette) => kind switch
    {
        SceneryKind.Sky => ("#49B3F5", "#C4ECFF"),
        SceneryKind.Sunset => ("#F2695C", "#FFD18A"),
        SceneryKind.Sea => ("#7FD0F7", "#DDF5FF"),
        SceneryKind.Space => ("#150F3F", "#4B2F94"),
        SceneryKind.OldTown => ("#F7A66B", "#FFE3B0"),
        SceneryKind.City => ("#8FD3EA", "#E4F6F6"),
        SceneryKind.Body => ("#FFB3BC", "#F27D92"),
        SceneryKind.Laboratory => ("#CFEFEA", "#F2FBF8"),
        _ => (Colour.Mix(palette.Second, Palette.White, 0.35), Colour.Mix(palette.Second, Palette.White, 0.75)),
    };

    private static void Fill(Sketch sketch, SceneryKind kind, Box box, Palette palette, SeededRandom random)
    {
        var (w, h) = (box.Width, box.Height);
        double X(double share) => box.X + (w * share);
        double Y(double share) => box.Y + (h * share);
        void Halo(string fill)
        {
            var radius = Math.Min(w, h);
            sketch.Circle(box.CenterX, Y(0.47), radius * 0.48, fill, 0.22).Circle(box.CenterX, Y(0.47), radius * 0.36, fill, 0.28);
        }

        switch (kind)
        {
            case SceneryKind.Sky or SceneryKind.Sunset:
                Halo(Palette.White);
                var warm = kind == SceneryKind.Sunset;
                if (warm)
                {
                    sketch.Circle(X(0.5), Y(0.76), w * 0.2, "#FFE3A0", 0.5).Circle(X(0.5), Y(0.76), w * 0.14, "#FFF0C4");
                }

                sketch.Cloud(X(0.02), Y(0.34), w * 0.26, Palette.White, 0.85).Cloud(X(0.72), Y(0.24), w * 0.22, Palette.White, 0.75);
                Ground(sketch, box, random, 0.74, warm ? "#C9566B" : "#7CCB6B").Ground(box, random, 0.83, warm ? "#8C3B62" : "#4FAE5C")
                    .Ground(box, random, 0.92, warm ? "#5A2750" : "#2F8A55");
                break;
            case SceneryKind.Sea:
                Halo(Palette.White);
                sketch.Path($"M{X(0)} {Y(0.78)} L{X(0.2)} {Y(0.5)} L{X(0.42)} {Y(0.78)} Z", box, "#8FA8CF")
                    .Path($"M{X(0.2)} {Y(0.5)} L{X(0.262)} {Y(0.58)} L{X(0.2)} {Y(0.565)} L{X(0.143)} {Y(0.58)} Z", box, Palette.White)
                    .Path($"M{X(0.62)} {Y(0.78)} L{X(0.84)} {Y(0.46)} L{X(1.06)} {Y(0.78)} Z", box, "#7F99C4")
                        .Path($"M{X(0.84)} {Y(0.46)} L{X(0.909)} {Y(0.56)} L{X(0.84)} {Y(0.535)} L{X(0.771)} {Y(0.56)} Z", box,
                        Palette.White);
                Waves(sketch, box, 0.74, "#5CC3E8");
                Waves(sketch, box, 0.82, "#2FA3D6");
                Waves(sketch, box, 0.90, "#1B7FBA");
                break;
            case SceneryKind.Space:
                for (var i = 0; i < 46; i++)
                {
                    sketch.Circle(X(random.Between(0, 1)), Y(random.Between(0, 1)), random.Between(1.4, 4), Palette.White,
                        random.Between(0.4, 1));
                }

                Halo("#8B6CF0");
                sketch.Ellipse(box.CenterX, Y(1.12), w * 0.62, h * 0.32, "#7E5BD6")
                    .Ellipse(box.CenterX + (w * 0.06), Y(1.16), w * 0.62, h * 0.32, "#6545BA");
                break;
            case SceneryKind.OldTown:
                Halo("#FFF3D6");
                Houses(sketch, box, random);
                sketch.Rect(new Box(box.X, Y(0.88), w, h * 0.12), 0, "#B5694A").Rect(new Box(box.X, Y(0.88), w, h * 0.02), 0, "#D08A62");
                break;
            case SceneryKind.City:
                Halo(Palette.White);
                Towers(sketch, box, random);
                sketch.Rect(new Box(box.X, Y(0.88), w, h * 0.12), 0, "#3F7F8F");
                break;
            case SceneryKind.Body:
                Halo(Palette.White);
                Blood(sketch, X(0.13), Y(0.24), w * 0.07).Blood(X(0.9), Y(0.66), w * 0.08).Blood(X(0.8), Y(0.16), w * 0.05)
                    .Blood(X(0.18), Y(0.74), w * 0.055);
                Ground(sketch, box, random, 0.82, "#D9566F").Ground(box, random, 0.91, "#B53A58");
                break;
            case SceneryKind.Laboratory:
                Halo(Palette.White);
                sketch.Rect(new Box(box.X, Y(0.3), w, h * 0.018), 0, "#9CCFC8");
                foreach (var (share, colour) in ((double, string)[])[(0.1, "#F28F6B"), (0.2, "#6BB8F2"), (0.82, "#F2C94C"),
                    (0.91, "#9B7BE0")])
                {
                    sketch.Rect(new Box(X(share) - (w * 0.03), Y(0.19), w * 0.06, h * 0.11), w * 0.02, colour);
                }

                sketch.Rect(new Box(box.X, Y(0.8), w, h * 0.2), 0, "#5BA8A0").Rect(new Box(box.X, Y(0.8), w, h * 0.03), 0, "#7CC4BC");
                break;
            default:
                Halo(Palette.White);
                sketch.Circle(X(0.1), Y(0.95), w * 0.3, palette.Accent, 0.85).Circle(X(0.95), Y(0.1), w * 0.2, palette.Third, 0.8)
                    .Circle(X(0.86), Y(0.98), w * 0.16, palette.Glow, 0.8);
                break;
        }
    }

    private static Sketch Ground(this Sketch sketch, Box box, SeededRandom random, double top, string fill)
    {
        var (y, swing) = (box.Y + (box.Height * top), box.Height * 0.05);
        var (a, b) = (random.Between(-1, 1) * swing, random.Between(-1, 1) * swing);
        return sketch.Path(
            $"M{Sketch.N(box.X)} {Sketch.N(y + a)} C{Sketch.N(box.X + (box.Width * 0.3))} {Sketch.N(y - swing)} "
                + $"{Sketch.N(box.X + (box.Width * 0.6))} {Sketch.N(y + (swing * 1.4))} {Sketch.N(box.Right)} {Sketch.N(y + b)} "
                    + $"V{Sketch.N(box.Bottom)} H{Sketch.N(box.X)} Z",
            box, fill);
    }

    private static void Waves(Sketch sketch, Box box, double top, string fill)
    {
        var (y, length) = (box.Y + (box.Height * top), box.Width / 5);
        var path = $"M{Sketch.N(box.X - length)} {Sketch.N(box.Bottom)} V{Sketch.N(y)}";
        for (var i = 0; i < 7; i++)
        {
            var x = box.X - length + (i * length) + (top * 400 % length);
            path += $" Q{Sketch.N(x + (length * 0.25))} {Sketch.N(y - (box.Height * 0.025))} {Sketch.N(x + (length * 0.5))} "
                + $"{Sketch.N(y)} T{Sketch.N(x + length)} {Sketch.N(y)}";
        }

        sketch.Path($"{path} V{Sketch.N(box.Bottom)} Z", box, fill);
    }

    private static void Houses(Sketch sketch, Box box, SeededRandom random)
    {
        string[] walls = ["#F3E3C3", "#E2A36F", "#9CC5B4", "#EFC27B", "#D98B73"];
        string[] roofs = ["#A8442F", "#7D3A33", "#B85C3A"];
        var i = (int)random.Between(0, 4.99);
        var width = box.Width / 7;
        for (var x = box.X - (width * 0.3); x < box.Right; x += width * 1.0, i++)
        {
            var height = box.Height * random.Between(0.18, 0.34);
            var (top, ground) = (box.Y + (box.Height * 0.88) - height, box.Y + (box.Height * 0.88));
            sketch.Rect(new Box(x, top, width, height), 0, walls[i % walls.Length]);
            sketch.Path(
                $"M{Sketch.N(x - 5)} {Sketch.N(top + 1)} L{Sketch.N(x + (width / 2))} {Sketch.N(top - (width * 0.7))} "
                    + $"L{Sketch.N(x + width + 5)} {Sketch.N(top + 1)} Z", box, roofs[i % roofs.Length]);
            for (var row = 0; row < 2; row++)
            {
                for (var column = 0; column < 2; column++)
                {
                    sketch.Rect(new Box(x + (width * (0.2 + (0.38 * column))), top + (width * (0.22 + (0.5 * row))), width * 0.22,
                        width * 0.3), width * 0.08, "#5A3A3A");
                }
            }
        }
    }

    private static void Towers(Sketch sketch, Box box, SeededRandom random)
    {
        string[] walls = ["#5CA6B8", "#F2C078", "#4A8BA6", "#E88D72", "#7FBFC9"];
        var i = (int)random.Between(0, 4.99);
        var width = box.Width / 7.5;
        for (var x = box.X - (width * 0.2); x < box.Right; x += width * 1.08, i++)
        {
            var height = box.Height * random.Between(0.22, 0.52);
            var top = box.Y + (box.Height * 0.88) - height;
            sketch.Rect(new Box(x, top, width, height), 6, walls[i % walls.Length]);
            for (var y = top + (width * 0.25); y < box.Y + (box.Height * 0.82); y += width * 0.42)
            {
                sketch.Rect(new Box(x + (width * 0.2), y, width * 0.22, width * 0.2), 2, "#FFF4D6", 0.9)
                    .Rect(new Box(x + (width * 0.58), y, width * 0.22, width * 0.2), 2, "#FFF4D6", 0.9);
            }
        }
    }

    private static Sketch Blood(this Sketch sketch, double x, double y, double radius) =>
        sketch.Ellipse(x, y, radius, radius * 0.86, "#E0445E").Ellipse(x, y, radius * 0.55, radius * 0.42, "#C22C49");
}
