using SkiaSharp;
using TemporalVideo.Studio.Pictures;

namespace TemporalVideo.Studio.Tests.Pictures;

public sealed class OwnPictureTests : IDisposable
{
    private readonly TemporaryImages _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1, 40, 20, false)]
    [InlineData(3, 40, 20, true)]
    [InlineData(6, 20, 40, false)]
    [InlineData(8, 20, 40, true)]
    public void TryRead_PhotographWithOrientation_StandsUpright(int orientation, int width, int height, bool redIsAtTheEnd)
    {
        // Red at the left half as it is stored, blue at the right.
        File.WriteAllBytes(_folder.File("a.jpg"), WithOrientation(Halves(40, 20, SKEncodedImageFormat.Jpeg), orientation));

        using var image = OwnPicture.TryRead(_folder.File("a.jpg"), out var fault);

        fault.Should().BeEmpty();
        (image!.Width, image.Height).Should().Be((width, height));
        using var bitmap = SKBitmap.FromImage(image);
        var first = bitmap.GetPixel(2, 2);
        (first.Blue > first.Red).Should().Be(redIsAtTheEnd);
    }

    [Fact]
    public void TryRead_HugePicture_IsMadeSmaller()
    {
        File.WriteAllBytes(_folder.File("huge.png"), Halves(6000, 1500, SKEncodedImageFormat.Png));

        using var image = OwnPicture.TryRead(_folder.File("huge.png"), out _);

        (image!.Width, image.Height).Should().Be((2400, 600));
    }

    [Fact]
    public void TryRead_TinyTransparentPicture_StaysAsItIs()
    {
        using var bitmap = new SKBitmap(3, 2);
        bitmap.Erase(SKColors.Transparent);
        File.WriteAllBytes(_folder.File("tiny.png"), bitmap.Encode(SKEncodedImageFormat.Png, 90).ToArray());

        using var image = OwnPicture.TryRead(_folder.File("tiny.png"), out _);

        (image!.Width, image.Height).Should().Be((3, 2));
        using var pixels = SKBitmap.FromImage(image);
        pixels.GetPixel(1, 1).Alpha.Should().Be(0);
    }

    [Fact]
    public void TryRead_Svg_IsDrawn()
    {
        File.WriteAllText(_folder.File("a.svg"),
            "<svg xmlns='http://www.w3.org/2000/svg' width='200' height='100'><rect width='200' height='100' fill='red'/></svg>");

        using var image = OwnPicture.TryRead(_folder.File("a.svg"), out _);

        (image!.Width, image.Height).Should().Be((1600, 800));
    }

    [Theory]
    [InlineData("cut.png")]
    [InlineData("text.png")]
    [InlineData("text.svg")]
    [InlineData("missing.png")]
    public void CanRead_BrokenFile_SaysWhy(string name)
    {
        File.WriteAllBytes(_folder.File("cut.png"), Halves(400, 400, SKEncodedImageFormat.Png)[..300]);
        File.WriteAllText(_folder.File("text.png"), "no picture");
        File.WriteAllText(_folder.File("text.svg"), "no picture");

        OwnPicture.CanRead(_folder.File(name), out var fault).Should().BeFalse();

        fault.Should().NotBeEmpty();
    }

    private static byte[] Halves(int width, int height, SKEncodedImageFormat format)
    {
        using var bitmap = new SKBitmap(width, height);
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(SKColors.Blue);
        using var red = new SKPaint { Color = SKColors.Red };
        canvas.DrawRect(0, 0, width / 2f, height, red);
        return bitmap.Encode(format, 95).ToArray();
    }

    // An EXIF segment with the one tag, after the JPEG's first marker.
    private static byte[] WithOrientation(byte[] jpeg, int orientation)
    {
        byte[] exif =
        [
            0xFF, 0xE1, 0, 34, (byte)'E', (byte)'x', (byte)'i', (byte)'f', 0, 0,
            (byte)'M', (byte)'M', 0, 42, 0, 0, 0, 8,
            0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)orientation, 0, 0, 0, 0, 0, 0,
        ];
        return [.. jpeg[..2], .. exif, .. jpeg[2..]];
    }
}
