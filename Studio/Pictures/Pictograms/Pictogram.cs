using System.Collections.Concurrent;
using SkiaSharp;
using Svg.Skia;

namespace TemporalVideo.Studio.Pictures.Pictograms;

/// <summary>A small flat picture of one thing.</summary>
/// <param name="Name">Its name in the set, or its own.</param>
/// <param name="Body">SVG elements.</param>
/// <param name="Size">Width and height of its view box.</param>
internal sealed record Pictogram(string Name, string Body, double Size = 32)
{
    // Reading SVG takes milliseconds; a video shows the same few again and again.
    private static readonly ConcurrentDictionary<string, Lazy<SKPicture>> Read = new(StringComparer.Ordinal);

    /// <summary>Draws it around a point.</summary>
    public void Draw(SKCanvas canvas, double x, double y, double size)
    {
        var picture = Read.GetOrAdd(Name, _ => new Lazy<SKPicture>(Parse)).Value;
        var scale = (float)(size / Size);
        canvas.Save();
        canvas.Translate((float)(x - (size / 2)), (float)(y - (size / 2)));
        canvas.Scale(scale);
        canvas.DrawPicture(picture);
        canvas.Restore();
    }

    private SKPicture Parse()
    {
        var svg =
            SKSvg.CreateFromSvg(
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" width=\"{Size}\" height=\"{Size}\" "
                + $"viewBox=\"0 0 {Size} {Size}\">{Body}</svg>");
        return svg.Picture ?? throw new InvalidDataException($"The pictogram \"{Name}\" cannot be read as SVG.");
    }
}
