using SkiaSharp;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Pictures;

/// <summary>A drawn scene as one picture: everything has entered.</summary>
public static class SceneStill
{
    private const int Quality = 85;

    /// <summary>Lays the layers upon each other.</summary>
    /// <param name="scene">The scene.</param>
    /// <param name="folder">Where the files of its layers are.</param>
    /// <param name="width">Width of the picture in pixels.</param>
    /// <returns>A JPEG file.</returns>
    public static byte[] Jpeg(SceneArt scene, string folder, int width)
    {
        ArgumentNullException.ThrowIfNull(scene);
        var scale = (float)width / scene.Size.Width();
        using var bitmap = new SKBitmap(width, (int)Math.Round(scene.Size.Height() * scale));
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(SKColor.Parse(scene.Background));
        foreach (var layer in scene.Layers)
        {
            using var picture = SKImage.FromEncodedData(Path.Combine(folder, layer.File));
            if (picture is not null)
            {
                var place = SKRect.Create(layer.X * scale, layer.Y * scale, layer.Width * scale, layer.Height * scale);
                canvas.DrawImage(picture, place, new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
            }
        }

        using var image = SKImage.FromBitmap(bitmap);
        using var data = image.Encode(SKEncodedImageFormat.Jpeg, Quality);
        return data.ToArray();
    }
}
