using SkiaSharp;
using TemporalVideo.Studio.Pictures;

namespace TemporalVideo.Studio.Motion;

/// <summary>Reads pictures for the compositor.</summary>
internal static class LayerLoader
{
    /// <summary>Reads all layers of a scene, at the sizes that it names.</summary>
    /// <exception cref="PictureUnreadableException">A file is no picture.</exception>
    public static async Task<IReadOnlyList<LayerImage>> LoadAsync(SceneArt scene, string folder, CancellationToken cancellationToken)
    {
        var images = new LayerImage[scene.Layers.Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = 2, CancellationToken = cancellationToken };
        await Task.Run(() => Parallel.For(0, images.Length, options, i =>
            images[i] = Load(Path.Combine(folder, scene.Layers[i].File), scene.Layers[i], covers: i == 0)), cancellationToken);
        return images;
    }

    /// <summary>Reads a picture scaled and cropped to a size.</summary>
    /// <exception cref="PictureUnreadableException">The file is no picture.</exception>
    public static async Task<LayerImage> LoadCoveringAsync(string file, int width, int height, CancellationToken cancellationToken) =>
        await Task.Run(
        () =>
        {
            using var picture = Decode(file);
            var scale = Math.Max((float)width / picture.Width, (float)height / picture.Height);
            using var covering = Resized(picture, (int)Math.Round(picture.Width * scale), (int)Math.Round(picture.Height * scale));
            return LayerImage.FromRgba(Cropped(covering, width, height), width, height, covers: true);
        },
        cancellationToken);

    private static LayerImage Load(string file, SceneLayer layer, bool covers)
    {
        using var picture = Decode(file);
        using var sized = Resized(picture, layer.Width, layer.Height);
        return LayerImage.FromRgba(sized.GetPixelSpan(), layer.Width, layer.Height, covers);
    }

    private static SKBitmap Decode(string file)
    {
        using var codec = SKCodec.Create(file) ?? throw new PictureUnreadableException(file);
        return SKBitmap.Decode(codec, new SKImageInfo(codec.Info.Width, codec.Info.Height, SKColorType.Rgba8888, SKAlphaType.Unpremul))
            ?? throw new PictureUnreadableException(file);
    }

    private static SKBitmap Resized(SKBitmap picture, int width, int height)
    {
        if (picture.Width == width && picture.Height == height)
        {
            return picture.Copy();
        }

        return picture.Resize(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Unpremul),
            new SKSamplingOptions(SKCubicResampler.Mitchell));
    }

    private static byte[] Cropped(SKBitmap picture, int width, int height)
    {
        var (left, top) = ((picture.Width - width) / 2, (picture.Height - height) / 2);
        var pixels = picture.GetPixelSpan();
        var cropped = new byte[width * height * 4];
        for (var y = 0; y < height; y++)
        {
            pixels.Slice((((top + y) * picture.Width) + left) * 4, width * 4).CopyTo(cropped.AsSpan(y * width * 4));
        }

        return cropped;
    }
}
