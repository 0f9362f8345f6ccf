using SkiaSharp;

namespace TemporalVideo.Tests.OpenAi.Products;

/// <summary>
/// Draws a landscape whose colours follow from the prompt. A ring in the middle is round: who stretches the picture, makes it an ellipse.
/// </summary>
internal static class FakePicture
{
    public static byte[] Draw(string prompt, int width, int height)
    {
        var hue = prompt.Aggregate(17u, (sum, letter) => (sum * 31) + letter) % 360;
        using var surface = SKSurface.Create(new SKImageInfo(width, height));
        using var paint = new SKPaint { IsAntialias = true };
        surface.Canvas.Clear(SKColor.FromHsl(hue, 50, 78));
        for (var hill = 0; hill < 3; hill++)
        {
            paint.Color = SKColor.FromHsl((hue + 120 + (hill * 20)) % 360, 45, 60 - (hill * 14));
            surface.Canvas.DrawOval(width * (0.2f + (0.35f * hill)), height * 1.1f, width * 0.5f, height * (0.55f - (0.1f * hill)), paint);
        }

        paint.Color = SKColor.FromHsl((hue + 50) % 360, 90, 60);
        (paint.Style, paint.StrokeWidth) = (SKPaintStyle.Stroke, height / 28f);
        surface.Canvas.DrawCircle(width / 2f, height / 2f, height / 6f, paint);
        using var image = surface.Snapshot();
        using var png = image.Encode(SKEncodedImageFormat.Png, 90);
        return png.ToArray();
    }
}
