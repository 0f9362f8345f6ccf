using System.Diagnostics;
using TemporalVideo.Studio.Pictures.Drawing;
using TemporalVideo.Studio.Pictures.Typography;

namespace TemporalVideo.Studio.Tests.Pictures;

public sealed class TypesetterTests
{
    [Theory]
    [InlineData("AVATAR Wave Type To", nameof(FontWeight.ExtraBold), 120)]
    [InlineData("mmmmm WWWWW @@@@", nameof(FontWeight.SemiBold), 60)]
    [InlineData("Größere Übungsplätze fließen", nameof(FontWeight.Medium), 44)]
    [InlineData("1,234,567,890 %", nameof(FontWeight.ExtraBold), 90)]
    [InlineData("Ελληνικά и русский", nameof(FontWeight.SemiBold), 50)]
    public async Task Line_DrawnText_StaysWithinItsMeasure(string text, string weight, double size)
    {
        var block = Typesetter.Line(text, Enum.Parse<FontWeight>(weight), size);
        var page = new Box(0, 0, Math.Ceiling(block.Width) + 200, Math.Ceiling(block.Height) + 200);
        var sketch = new Sketch().Rect(page, 0, "#000000").Text(block, 100, 100, "#FFFFFF", "#000000");

        var drawn = await DrawnAsync(sketch.ToSvg(page), (int)page.Width, (int)page.Height);

        var measured = block.Ink(block.Extent(100, 100, TextAlign.Left));
        measured.Contains(drawn).Should().BeTrue("{0} must hold {1}", measured, drawn);
        drawn.Width.Should().BeGreaterThan(block.Width * 0.85, "the measure must not be far too wide");
    }

    [Fact]
    public void Fit_LongText_WrapsWithinWidthAndLines()
    {
        var block = Typesetter.Fit("A title that is a good deal longer than one line can be", FontWeight.ExtraBold, 100, 50, 700, 3);

        block.Lines.Count.Should().BeInRange(2, 3);
        block.Width.Should().BeLessThanOrEqualTo(700);
        block.ToString().Should().EndWith("can be");
    }

    [Fact]
    public void Fit_TextThatCannotFit_IsShortenedWithADot()
    {
        var block = Typesetter.Fit(string.Join(' ', Enumerable.Repeat("endless", 60)), FontWeight.SemiBold, 60, 40, 500, 2);

        block.Lines.Count.Should().BeLessThanOrEqualTo(2);
        block.Width.Should().BeLessThanOrEqualTo(500);
        block.ToString().Should().EndWith("…");
    }

    private static async Task<Box> DrawnAsync(string svg, int width, int height)
    {
        using var folder = new TemporaryImages();
        var file = folder.File("text.png");
        await Rasteriser.DrawAsync(svg, file, default);
        using var ffmpeg = Process.Start(new ProcessStartInfo("ffmpeg", ["-v", "error", "-i", file, "-f", "rawvideo", "-pix_fmt", "gray", "-"]) { RedirectStandardOutput = true })!;
        using MemoryStream pixels = new();
        await ffmpeg.StandardOutput.BaseStream.CopyToAsync(pixels);
        await ffmpeg.WaitForExitAsync();
        var gray = pixels.ToArray();
        gray.Should().HaveCount(width * height);
        var lit = Enumerable.Range(0, gray.Length).Where(i => gray[i] > 90).ToList();
        var (left, right) = (lit.Min(i => i % width), lit.Max(i => i % width));
        var (top, bottom) = (lit.Min(i => i / width), lit.Max(i => i / width));
        return new Box(left, top, right - left + 1, bottom - top + 1);
    }
}
