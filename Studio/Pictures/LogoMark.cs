using SkiaSharp;
using TemporalVideo.Studio.Pictures.Drawing;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Pictures;

/// <summary>
/// A logo on a light plate in the upper right corner, above where text may stand and far from the captions: it is read on any ground.
/// </summary>
internal static class LogoMark
{
    private const double Tallest = 72;
    private const double Gap = 6;
    private const float WidestTimesHeight = 5;
    private const float Padding = 0.16f;
    private const string Name = "logo.png";

    /// <summary>The scene with the logo as its foremost layer; as it is where the logo cannot be read.</summary>
    /// <param name="scene">The scene.</param>
    /// <param name="logo">File of the logo.</param>
    /// <param name="folder">Folder of the scene's files.</param>
    public static async Task<SceneArt> OnAsync(SceneArt scene, string logo, string folder)
    {
        using var plate = PlateOf(logo, scene.Size);
        if (plate is null)
        {
            return scene;
        }

        await PictureFit.WriteAsync(plate, Path.Combine(folder, Name));
        var (x, y) = PlaceOf(plate, scene.Size);
        return scene with
        {
            Layers = [.. scene.Layers, new SceneLayer { File = Name, X = x, Y = y, Width = plate.Width, Height = plate.Height }],
        };
    }

    /// <summary>Puts the logo into a finished picture; leaves it as it is where the logo cannot be read.</summary>
    /// <param name="picture">A PNG in the size of the video.</param>
    /// <param name="size">The size of the video.</param>
    /// <param name="logo">File of the logo.</param>
    public static async Task StampAsync(string picture, VideoSize size, string logo)
    {
        using var plate = PlateOf(logo, size);
        if (plate is null)
        {
            return;
        }

        using var ground = SKImage.FromEncodedData(picture);
        using var surface = SKSurface.Create(new SKImageInfo(ground.Width, ground.Height, SKColorType.Rgba8888, SKAlphaType.Premul));
        surface.Canvas.DrawImage(ground, 0, 0, SKSamplingOptions.Default);
        var (x, y) = PlaceOf(plate, size);
        surface.Canvas.DrawImage(plate, x, y, SKSamplingOptions.Default);
        using var marked = surface.Snapshot();
        await PictureFit.WriteAsync(marked, picture);
    }

    private static (int X, int Y) PlaceOf(SKImage plate, VideoSize size)
    {
        var safe = Canvas.Of(size).Safe;
        return ((int)safe.Right - plate.Width, (int)(safe.Y - Gap) - plate.Height);
    }

    private static SKImage? PlateOf(string file, VideoSize size)
    {
        using var logo = OwnPicture.TryRead(file, out _);
        if (logo is null)
        {
            return null;
        }

        var height = (float)Math.Floor(Math.Min(Tallest, Canvas.Of(size).Safe.Y - (2 * Gap)));
        var (inner, edge) = (height * (1 - (2 * Padding)), height * Padding);
        var scale = Math.Min(inner / logo.Height, inner * WidestTimesHeight / logo.Width);
        var (wide, high) = (logo.Width * scale, logo.Height * scale);
        var width = (float)Math.Ceiling(wide + (2 * edge));
        using var surface = SKSurface.Create(new SKImageInfo((int)width, (int)height, SKColorType.Rgba8888, SKAlphaType.Premul));
        using var paper = new SKPaint { IsAntialias = true, Color = new SKColor(255, 255, 255, 235) };
        surface.Canvas.Clear(SKColors.Transparent);
        surface.Canvas.DrawRoundRect(0, 0, width, height, height / 4, height / 4, paper);
        surface.Canvas.DrawImage(
            logo, SKRect.Create((width - wide) / 2, (height - high) / 2, wide, high), new SKSamplingOptions(SKCubicResampler.Mitchell));
        return surface.Snapshot();
    }
}
