using TemporalVideo.Studio.Pictures;

namespace TemporalVideo.Studio.Motion;

/// <summary>
/// A layer's picture ready for compositing: its luma and chroma multiplied by its alpha, each with that alpha beside it and a
/// border of one transparent sample, so that edges stay smooth at positions between pixels.
/// </summary>
internal sealed class LayerImage
{
    private const int Border = 1;

    private LayerImage(int width, int height)
    {
        Width = width;
        Height = height;
        Y = new Plane(width + (2 * Border), height + (2 * Border));
        Alpha = new Plane(Y.Width, Y.Height);
        U = new Plane(((width + 1) / 2) + (2 * Border), ((height + 1) / 2) + (2 * Border));
        V = new Plane(U.Width, U.Height);
        ChromaAlpha = new Plane(U.Width, U.Height);
    }

    public int Width { get; }

    public int Height { get; }

    public Plane Y { get; }

    public Plane U { get; }

    public Plane V { get; }

    public Plane Alpha { get; }

    public Plane ChromaAlpha { get; }

    /// <summary>The part of each row of <see cref="Alpha"/> that is not transparent.</summary>
    public RowSpan[] LumaSpans { get; private set; } = [];

    /// <summary>The part of each row of <see cref="ChromaAlpha"/> that is not transparent.</summary>
    public RowSpan[] ChromaSpans { get; private set; } = [];

    /// <summary>No pixel lets the layer behind shine through, at the edges either.</summary>
    public bool Opaque { get; private set; }

    /// <summary>Converts a picture.</summary>
    /// <param name="rgba">Four bytes a pixel, alpha not multiplied.</param>
    /// <param name="width">Width in pixels.</param>
    /// <param name="height">Height in pixels.</param>
    /// <param name="covers">The picture will cover the whole frame: its edges are not smoothed.</param>
    public static LayerImage FromRgba(ReadOnlySpan<byte> rgba, int width, int height, bool covers)
    {
        var image = new LayerImage(width, height) { Opaque = covers };
        for (var y = 0; y < height; y++)
        {
            image.ConvertLuma(rgba.Slice(y * width * 4, width * 4), y);
        }

        for (var y = 0; y < height; y += 2)
        {
            image.ConvertChroma(rgba, y);
        }

        if (image.Opaque)
        {
            Extend(image.Y);
            Extend(image.U);
            Extend(image.V);
            image.Alpha.Samples.AsSpan().Fill(255);
            image.ChromaAlpha.Samples.AsSpan().Fill(255);
        }

        image.LumaSpans = RowSpan.Of(image.Alpha);
        image.ChromaSpans = RowSpan.Of(image.ChromaAlpha);

        return image;
    }

    /// <summary>Puts another picture in the place of an opaque part.</summary>
    /// <param name="room">The part.</param>
    /// <param name="frame">The picture, as large, as yuv420p.</param>
    public void Replace(LayerRoom room, ReadOnlySpan<byte> frame)
    {
        var (luma, chroma) = (room.Width * room.Height, room.Width / 2 * (room.Height / 2));
        Put(Y, room.X, room.Y, room.Width, frame[..luma]);
        Put(U, room.X / 2, room.Y / 2, room.Width / 2, frame.Slice(luma, chroma));
        Put(V, room.X / 2, room.Y / 2, room.Width / 2, frame.Slice(luma + chroma, chroma));
    }

    private static void Put(Plane plane, int x, int y, int width, ReadOnlySpan<byte> samples)
    {
        for (var row = 0; row < samples.Length / width; row++)
        {
            samples.Slice(row * width, width).CopyTo(plane.Row(Border + y + row)[(Border + x)..]);
        }
    }

    private void ConvertLuma(ReadOnlySpan<byte> rgba, int y)
    {
        var luma = Y.Row(y + Border)[Border..];
        var alpha = Alpha.Row(y + Border)[Border..];
        for (var x = 0; x < Width; x++)
        {
            var pixel = rgba.Slice(x * 4, 4);
            int a = pixel[3];
            Opaque &= a == 255;
            alpha[x] = (byte)a;
            luma[x] = (byte)Math.Round((16 + (0.182586 * pixel[0]) + (0.614231 * pixel[1]) + (0.062007 * pixel[2])) * a / 255);
        }
    }

    private void ConvertChroma(ReadOnlySpan<byte> rgba, int y)
    {
        var row = (y / 2) + Border;
        for (var x = 0; x < Width; x += 2)
        {
            double u = 0, v = 0, alpha = 0;
            var inside = 0;
            for (var i = 0; i < 4; i++)
            {
                var (px, py) = (x + (i & 1), y + (i >> 1));
                if (px < Width && py < Height)
                {
                    var pixel = rgba.Slice(((py * Width) + px) * 4, 4);
                    double a = pixel[3] / 255.0;
                    u += a * (128 - (0.100644 * pixel[0]) - (0.338572 * pixel[1]) + (0.439216 * pixel[2]));
                    v += a * (128 + (0.439216 * pixel[0]) - (0.398942 * pixel[1]) - (0.040274 * pixel[2]));
                    alpha += a;
                    inside++;
                }
            }

            var column = (x / 2) + Border;
            U.Row(row)[column] = (byte)Math.Round(u / inside);
            V.Row(row)[column] = (byte)Math.Round(v / inside);
            ChromaAlpha.Row(row)[column] = (byte)Math.Round(alpha / inside * 255);
        }
    }

    /// <summary>Repeats the outermost samples into the border.</summary>
    private static void Extend(Plane plane)
    {
        for (var y = Border; y < plane.Height - Border; y++)
        {
            var row = plane.Row(y);
            row[0] = row[Border];
            row[^1] = row[^(1 + Border)];
        }

        plane.Row(1).CopyTo(plane.Row(0));
        plane.Row(plane.Height - 2).CopyTo(plane.Row(plane.Height - 1));
    }
}
