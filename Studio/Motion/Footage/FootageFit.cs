using SkiaSharp;
using TemporalVideo.Studio.Pictures;

namespace TemporalVideo.Studio.Motion.Footage;

/// <summary>
/// How a picture of one shape and moving pictures of another go together: the picture stands whole in the middle of their frame, what is
/// left around it is filled with the picture itself, blurred, and cut off again.
/// </summary>
public static class FootageFit
{
    private const float Blur = 24;

    /// <summary>Where in a frame a picture stands, in whole and even pixels.</summary>
    /// <param name="width">Width of the frame in pixels.</param>
    /// <param name="height">Height of the frame in pixels.</param>
    /// <param name="room">Shape of the picture.</param>
    public static LayerRoom Within(int width, int height, LayerRoom room)
    {
        ArgumentNullException.ThrowIfNull(room);
        var scale = Math.Min((double)width / room.Width, (double)height / room.Height);
        var (wide, high) = (Even(room.Width * scale), Even(room.Height * scale));
        return new LayerRoom(Even((width - wide) / 2.0), Even((height - high) / 2.0), wide, high);
    }

    /// <summary>Sets a picture into a frame.</summary>
    /// <param name="order">The picture.</param>
    /// <param name="width">Width of the frame in pixels.</param>
    /// <param name="height">Height of the frame in pixels.</param>
    /// <returns>The frame as PNG.</returns>
    /// <exception cref="InvalidDataException">The file is no picture.</exception>
    public static byte[] Frame(FootageOrder order, int width, int height)
    {
        ArgumentNullException.ThrowIfNull(order);
        using var picture = SKImage.FromEncodedData(order.Picture) ?? throw new InvalidDataException($"{order.Picture} is no picture.");
        using var surface = SKSurface.Create(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        var (from, to) = (Rect(order.Room), Rect(Within(width, height, order.Room)));
        var sampling = new SKSamplingOptions(SKCubicResampler.Mitchell);
        var cover = Math.Max(width / from.Width, height / from.Height);
        using (var blurred = new SKPaint { ImageFilter = SKImageFilter.CreateBlur(Blur, Blur, SKShaderTileMode.Clamp) })
        {
            var (wide, high) = (from.Width * cover, from.Height * cover);
            surface.Canvas.DrawImage(
                picture, from, SKRect.Create((width - wide) / 2, (height - high) / 2, wide, high), sampling, blurred);
        }

        surface.Canvas.DrawImage(picture, from, to, sampling);
        using var frame = surface.Snapshot();
        using var png = frame.Encode(SKEncodedImageFormat.Png, 100);
        return png.ToArray();
    }

    private static int Even(double pixels) => (int)Math.Round(pixels / 2) * 2;

    private static SKRect Rect(LayerRoom room) => SKRect.Create(room.X, room.Y, room.Width, room.Height);
}
