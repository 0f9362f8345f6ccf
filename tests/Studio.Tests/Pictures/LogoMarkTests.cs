using SkiaSharp;
using TemporalVideo.Studio.Film;
using TemporalVideo.Studio.Pictures;
using TemporalVideo.Studio.Pictures.Drawing;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Tests.Pictures;

public sealed class LogoMarkTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData(VideoSize.Wide, 300, 300)]
    [InlineData(VideoSize.Tall, 900, 100)]
    [InlineData(VideoSize.Square, 40, 400)]
    public async Task OnAsync_Logo_StandsAboveAllTextsAndWithinThePicture(VideoSize size, int width, int height)
    {
        var scene = new SceneArt { Size = size, Accent = "#000000", Background = "#000000", Layers = [] };

        var layer = (await LogoMark.OnAsync(scene, Logo(width, height), _folder.Path)).Layers.Single();

        var safe = Canvas.Of(size).Safe;
        layer.X.Should().BeGreaterThan((int)safe.X);
        (layer.X + layer.Width).Should().BeLessThanOrEqualTo((int)safe.Right);
        layer.Y.Should().BeGreaterThanOrEqualTo(4);
        (layer.Y + layer.Height).Should().BeLessThan((int)safe.Y, "where texts may begin");
        using var plate = SKBitmap.Decode(_folder.File(layer.File));
        (plate.Width, plate.Height).Should().Be((layer.Width, layer.Height));
        plate.GetPixel(plate.Width / 2, plate.Height / 2).Should().Be(SKColors.Red);
        plate.GetPixel(plate.Width / 2, 3).Red.Should().BeGreaterThan(200, "a light plate is around it");
    }

    [Fact]
    public async Task OnAsync_FileThatIsNoPicture_LeavesTheScene()
    {
        await File.WriteAllTextAsync(_folder.File("logo.png"), "no picture");
        var scene = new SceneArt { Accent = "#000000", Background = "#000000", Layers = [] };

        (await LogoMark.OnAsync(scene, _folder.File("logo.png"), _folder.Path)).Should().BeSameAs(scene);
    }

    [Fact]
    public async Task StampAsync_Picture_HasTheLogoInItsCornerAndNothingElseChanged()
    {
        var picture = _folder.File("still.png");
        Write(picture, 1920, 1080, SKColors.Blue);

        await LogoMark.StampAsync(picture, VideoSize.Wide, Logo(100, 100));

        using var marked = SKBitmap.Decode(picture);
        (marked.Width, marked.Height).Should().Be((1920, 1080));
        marked.GetPixel(1824 - 29, 37).Should().Be(SKColors.Red);
        marked.GetPixel(960, 540).Should().Be(SKColors.Blue);
    }

    public void Dispose() => _folder.Dispose();

    private string Logo(int width, int height)
    {
        var file = _folder.File("own.png");
        Write(file, width, height, SKColors.Red);
        return file;
    }

    private static void Write(string file, int width, int height, SKColor colour)
    {
        using var surface = SKSurface.Create(new SKImageInfo(width, height));
        surface.Canvas.Clear(colour);
        using var image = surface.Snapshot();
        using var png = image.Encode(SKEncodedImageFormat.Png, 100);
        File.WriteAllBytes(file, png.ToArray());
    }
}
