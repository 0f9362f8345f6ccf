using TemporalVideo.Studio.Film;
using TemporalVideo.Studio.Pictures;

namespace TemporalVideo.Studio.Motion;

/// <summary>Reads the pictures of a scene.</summary>
/// <param name="ffmpeg">Decodes them.</param>
internal sealed class LayerLoader(FfmpegRunner ffmpeg)
{
    /// <summary>Reads all layers, at the sizes that the scene names.</summary>
    public async Task<IReadOnlyList<LayerImage>> LoadAsync(SceneArt scene, string folder, CancellationToken cancellationToken)
    {
        using var raw = new TemporaryFolder();
        var files = scene.Layers.Select((_, index) => raw.File($"{index}.rgba")).ToList();
        var inputs = scene.Layers.SelectMany(layer => new[] { "-i", Path.Combine(folder, layer.File) });
        var outputs = scene.Layers.SelectMany((layer, index) => new[]
        {
            "-map", $"{index}:v", "-frames:v", "1", "-vf", $"scale={layer.Width}:{layer.Height}:flags=lanczos", "-pix_fmt", "rgba", "-f", "rawvideo", files[index],
        });
        await ffmpeg.RunAsync([.. inputs, .. outputs], cancellationToken);
        return scene.Layers
            .Select((layer, index) => LayerImage.FromRgba(File.ReadAllBytes(files[index]), layer.Width, layer.Height, covers: index == 0))
            .ToList();
    }

    /// <summary>Reads a picture scaled and cropped to a size.</summary>
    public async Task<LayerImage> LoadCoveringAsync(string file, int width, int height, CancellationToken cancellationToken)
    {
        using var raw = new TemporaryFolder();
        var pixels = raw.File("picture.rgba");
        await ffmpeg.RunAsync(
            ["-i", file, "-frames:v", "1", "-vf", $"scale={width}:{height}:force_original_aspect_ratio=increase:flags=lanczos,crop={width}:{height}",
             "-pix_fmt", "rgba", "-f", "rawvideo", pixels],
            cancellationToken);
        return LayerImage.FromRgba(await File.ReadAllBytesAsync(pixels, cancellationToken), width, height, covers: true);
    }
}
