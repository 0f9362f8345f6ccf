using SkiaSharp;
using Svg.Skia;

namespace TemporalVideo.Studio.Pictures;

/// <summary>Reads a picture that lies beside a lesson: turned as its camera noted, no larger than a video needs.</summary>
public static class OwnPicture
{
    private const int Largest = 2400;
    private const long MostPixels = 100_000_000;
    private const float SvgSide = 1600;

    /// <summary>Whether the file can be shown.</summary>
    /// <param name="file">A PNG, JPEG, WebP, GIF, BMP or SVG file.</param>
    /// <param name="fault">Why not; empty when it can.</param>
    public static bool CanRead(string file, out string fault)
    {
        using var image = TryRead(file, out fault);
        return image is not null;
    }

    /// <summary>The picture; null, and why, when it cannot be read.</summary>
    internal static SKImage? TryRead(string file, out string fault)
    {
        try
        {
            return Path.GetExtension(file).Equals(".svg", StringComparison.OrdinalIgnoreCase) ? ReadSvg(file, out fault)
                : ReadPixels(file, out fault);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or System.Xml.XmlException)
        {
            fault = $"it cannot be read: {exception.Message}";
            return null;
        }
    }

    private static SKImage? ReadPixels(string file, out string fault)
    {
        using var stream = File.OpenRead(file);
        using var codec = SKCodec.Create(stream);
        if (codec is null)
        {
            fault = "it is no picture that can be read";
            return null;
        }

        if ((long)codec.Info.Width * codec.Info.Height > MostPixels)
        {
            fault = $"it has {codec.Info.Width}×{codec.Info.Height} pixels; {MostPixels / 1_000_000} million can be read";
            return null;
        }

        // JPEG can be decoded smaller; other kinds give their own size back.
        var size = codec.GetScaledDimensions(Math.Min(1, Largest / (float)Math.Max(codec.Info.Width, codec.Info.Height)));
        using var bitmap = new SKBitmap(new SKImageInfo(size.Width, size.Height, SKColorType.Rgba8888, SKAlphaType.Premul));
        var result = codec.GetPixels(bitmap.Info, bitmap.GetPixels());
        if (result != SKCodecResult.Success)
        {
            fault = $"it is damaged ({result})";
            return null;
        }

        fault = "";
        return Upright(bitmap, codec.EncodedOrigin);
    }

    private static SKImage? ReadSvg(string file, out string fault)
    {
        using var svg = new SKSvg();
        if (svg.Load(file) is not { } picture || picture.CullRect is not { Width: > 0, Height: > 0 } bounds)
        {
            fault = "it is no picture that can be read";
            return null;
        }

        var scale = SvgSide / Math.Max(bounds.Width, bounds.Height);
        using var bitmap = new SKBitmap(new SKImageInfo(Math.Max(1, (int)(bounds.Width * scale)), Math.Max(1, (int)(bounds.Height * scale)),
            SKColorType.Rgba8888, SKAlphaType.Premul));
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(SKColors.Transparent);
        canvas.Scale(scale);
        canvas.Translate(-bounds.Left, -bounds.Top);
        canvas.DrawPicture(picture);
        fault = "";
        return SKImage.FromBitmap(bitmap);
    }

    // Numbers of EXIF's orientation: 2 mirrored, 3 upside down, 4 both, 5 to 8 lying on a side.
    private static SKImage Upright(SKBitmap bitmap, SKEncodedOrigin origin)
    {
        var scale = Math.Min(1f, Largest / (float)Math.Max(bitmap.Width, bitmap.Height));
        if (origin is SKEncodedOrigin.TopLeft && scale == 1)
        {
            return SKImage.FromBitmap(bitmap);
        }

        var (w, h) = (bitmap.Width * scale, bitmap.Height * scale);
        var lies = origin is SKEncodedOrigin.LeftTop or SKEncodedOrigin.RightTop
            or SKEncodedOrigin.RightBottom or SKEncodedOrigin.LeftBottom;
        using var upright = new SKBitmap(new SKImageInfo(
            Math.Max(1, (int)Math.Round(lies ? h : w)), Math.Max(1, (int)Math.Round(lies ? w : h)), SKColorType.Rgba8888,
                SKAlphaType.Premul));
        using var canvas = new SKCanvas(upright);
        canvas.Clear(SKColors.Transparent);
        canvas.Concat(origin switch
        {
            SKEncodedOrigin.TopRight => new SKMatrix(-1, 0, w, 0, 1, 0, 0, 0, 1),
            SKEncodedOrigin.BottomRight => new SKMatrix(-1, 0, w, 0, -1, h, 0, 0, 1),
            SKEncodedOrigin.BottomLeft => new SKMatrix(1, 0, 0, 0, -1, h, 0, 0, 1),
            SKEncodedOrigin.LeftTop => new SKMatrix(0, 1, 0, 1, 0, 0, 0, 0, 1),
            SKEncodedOrigin.RightTop => new SKMatrix(0, -1, h, 1, 0, 0, 0, 0, 1),
            SKEncodedOrigin.RightBottom => new SKMatrix(0, -1, h, -1, 0, w, 0, 0, 1),
            SKEncodedOrigin.LeftBottom => new SKMatrix(0, 1, 0, -1, 0, w, 0, 0, 1),
            _ => SKMatrix.Identity,
        });
        using var image = SKImage.FromBitmap(bitmap);
        canvas.DrawImage(image, new SKRect(0, 0, w, h), new SKSamplingOptions(SKCubicResampler.Mitchell));
        return SKImage.FromBitmap(upright);
    }
}
