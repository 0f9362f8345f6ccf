using TemporalVideo.Studio.Pictures.Drawing;
using TemporalVideo.Studio.Pictures.Typography;

namespace TemporalVideo.Studio.Tests.Pictures;

public sealed class TypesetterTests
{
    [Theory]
    [InlineData("AVATAR Wave Type To", nameof(FontStyle.ExtraBold), 120)]
    [InlineData("mmmmm WWWWW @@@@", nameof(FontStyle.SemiBold), 60)]
    [InlineData("Größere Übungsplätze fließen", nameof(FontStyle.Medium), 44)]
    [InlineData("1,234,567,890 %", nameof(FontStyle.ExtraBold), 90)]
    [InlineData("Ελληνικά и русский", nameof(FontStyle.SemiBold), 50)]
    [InlineData("AVAVAVAVAVAVAVAV To Ty", nameof(FontStyle.Medium), 80)]
    [InlineData("مرحبا بالعالم 2024", nameof(FontStyle.SemiBold), 60)]
    [InlineData("שלום עולם", nameof(FontStyle.ExtraBold), 60)]
    [InlineData("प्रकाश संश्लेषण", nameof(FontStyle.SemiBold), 60)]
    [InlineData("การสังเคราะห์ด้วยแสง", nameof(FontStyle.SemiBold), 60)]
    public void Line_DrawnText_StaysWithinItsMeasure(string text, string weight, double size)
    {
        var block = Typesetter.Line(text, Enum.Parse<FontStyle>(weight), size);
        var page = new Box(0, 0, Math.Ceiling(block.Width) + 200, Math.Ceiling(block.Height) + 200);
        var sketch = new Sketch().Rect(page, 0, "#000000").Text(block, 100, 100, "#FFFFFF", "#000000");

        var drawn = Drawn(sketch, page);

        var measured = block.Ink(block.Extent(100, 100, TextAlign.Left));
        measured.Contains(drawn).Should().BeTrue("{0} must hold {1}", measured, drawn);
        drawn.Width.Should().BeGreaterThan(block.Width * 0.93, "the measure must not be too wide");
    }

    [Fact]
    public void Fit_LongText_WrapsWithinWidthAndLines()
    {
        var block = Typesetter.Fit("A title that is a good deal longer than one line can be", FontStyle.ExtraBold, 100, 50, 700, 3);

        block.Lines.Count.Should().BeInRange(2, 3);
        block.Width.Should().BeLessThanOrEqualTo(700);
        block.ToString().Should().EndWith("can be");
    }

    [Theory]
    [InlineData(60)]
    [InlineData(9)]
    public void Fit_TextThatDoesNotFitInItsLines_IsSetSmallerInTheSameHeightAndNotCut(int words)
    {
        var text = string.Join(' ', Enumerable.Repeat("endless", words));

        var block = Typesetter.Fit(text, FontStyle.SemiBold, 60, 40, 500, 2);

        block.Width.Should().BeLessThanOrEqualTo(500);
        block.Height.Should().BeLessThanOrEqualTo(Typesetter.Wrapped("two lines", FontStyle.SemiBold, 40, 120).Height + 1);
        block.ToString().Should().Be(text);
    }

    [Fact]
    public void Wrapped_WordWiderThanALine_IsTornAndKeepsEveryLetter()
    {
        const string Word = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft";

        var block = Typesetter.Wrapped(Word, FontStyle.SemiBold, 50, 300);

        block.Width.Should().BeLessThanOrEqualTo(300);
        string.Concat(block.Lines.Select(line => line.Text.Text)).Should().Be(Word);
    }

    /// <summary>The place that what is drawn really fills.</summary>
    private static Box Drawn(Sketch sketch, Box page)
    {
        using var bitmap = Rasteriser.Pixels([sketch], page);
        var lit = Enumerable.Range(0, bitmap.Width * bitmap.Height).Where(i => bitmap.GetPixelSpan()[i * 4] > 90).ToList();
        var (left, right) = (lit.Min(i => i % bitmap.Width), lit.Max(i => i % bitmap.Width));
        var (top, bottom) = (lit.Min(i => i / bitmap.Width), lit.Max(i => i / bitmap.Width));
        return new Box(left, top, right - left + 1, bottom - top + 1);
    }
}
