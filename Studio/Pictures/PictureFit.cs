using SkiaSharp;
using TemporalVideo.Studio.Film;

namespace TemporalVideo.Studio.Pictures;

/// <summary>Fits pictures that others have made.</summary>
public static class PictureFit
{
    /// <summary>Lays a person's picture whole into a white square.</summary>
    /// <param name="picture">A file that can be shown.</param>
    /// <param name="side">Width and height of the square, in pixels.</param>
    /// <param name="file">The PNG to write.</param>
    /// <exception cref="InvalidDataException">It cannot be read.</exception>
    public static async Task SquareAsync(string picture, int side, string file)
    {
        using var image = OwnPicture.TryRead(picture, out var fault) ?? throw new InvalidDataException($"The picture is no use: {fault}.");
        var scale = side / (float)Math.Max(image.Width, image.Height);
        var (wide, high) = (image.Width * scale, image.Height * scale);
        using var surface = SKSurface.Create(new SKImageInfo(side, side, SKColorType.Rgba8888, SKAlphaType.Opaque));
        surface.Canvas.Clear(SKColors.White);
        surface.Canvas.DrawImage(
            image, SKRect.Create((side - wide) / 2, (side - high) / 2, wide, high), new SKSamplingOptions(SKCubicResampler.Mitchell));
        using var laid = surface.Snapshot();
        await WriteAsync(laid, file);
    }

    /// <summary>Fills a size with a picture: it is enlarged or reduced evenly, and what stands out on two sides is cut off.</summary>
    /// <param name="picture">A PNG, JPEG or WebP.</param>
    /// <param name="width">Width to fill, in pixels.</param>
    /// <param name="height">Height to fill, in pixels.</param>
    /// <param name="file">The PNG to write.</param>
    /// <exception cref="InvalidDataException">The bytes are no picture.</exception>
    public static async Task CoverAsync(ReadOnlyMemory<byte> picture, int width, int height, string file)
    {
        using var data = SKData.CreateCopy(picture.Span);
        using var image = SKImage.FromEncodedData(data) ?? throw new InvalidDataException("What was made is no picture that can be read.");
        var scale = Math.Max(width / (float)image.Width, height / (float)image.Height);
        var (wide, high) = (image.Width * scale, image.Height * scale);
        using var surface = SKSurface.Create(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        var target = SKRect.Create((width - wide) / 2, (height - high) / 2, wide, high);
        surface.Canvas.DrawImage(image, target, new SKSamplingOptions(SKCubicResampler.Mitchell));
        using var fitted = surface.Snapshot();
        await WriteAsync(fitted, file);
    }

    /// <summary>Writes a picture as PNG, whole or not at all.</summary>
    internal static async Task WriteAsync(SKImage picture, string file)
    {
        using var png = picture.Encode(SKEncodedImageFormat.Png, 100);
        await WholeFile.WriteAsync(file, part => File.WriteAllBytesAsync(part, png.ToArray()));
    }
}
