using SkiaSharp;

namespace TemporalVideo.Studio.Pictures.Drawing;

/// <summary>Turns sketches into PNG files.</summary>
internal static class Rasteriser
{
    // Layers are read again within minutes: the little that more effort saves costs most of the drawing time.
    private static readonly SKPngEncoderOptions Png = new(SKPngEncoderFilterFlags.Sub, 2);

    /// <summary>Writes the part of the canvas that a view shows, transparent where nothing is drawn.</summary>
    public static void Draw(IEnumerable<Sketch> sketches, Box view, string file)
    {
        using var bitmap = Pixels(sketches, view);
        using var pixels = bitmap.PeekPixels();
        using var stream = File.Create(file);
        if (!pixels.Encode(stream, Png))
        {
            throw new IOException($"{file} could not be written as PNG.");
        }
    }

    /// <summary>The same as pixels: four bytes each, alpha multiplied. The caller disposes them.</summary>
    public static SKBitmap Pixels(IEnumerable<Sketch> sketches, Box view)
    {
        var bitmap = new SKBitmap(new SKImageInfo((int)Math.Ceiling(view.Width), (int)Math.Ceiling(view.Height), SKColorType.Rgba8888,
            SKAlphaType.Premul));
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(SKColors.Transparent);
        canvas.Translate((float)-view.X, (float)-view.Y);
        foreach (var sketch in sketches)
        {
            sketch.Draw(canvas);
        }

        return bitmap;
    }
}
