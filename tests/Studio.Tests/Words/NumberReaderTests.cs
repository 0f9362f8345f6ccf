using TemporalVideo.Studio.Words;

namespace TemporalVideo.Studio.Tests.Words;

public sealed class NumberReaderTests
{
    [Theory]
    [InlineData("1,434", "en", 1434)]
    [InlineData("1.434", "de", 1434)]
    [InlineData("1.434", "en", 1.434)]
    [InlineData("1,434", "de", 1.434)]
    [InlineData("3.5", "de", 3.5)]
    [InlineData("−65 °C", "en", -65)]
    [InlineData("$2.5 million", "en", 2_500_000)]
    [InlineData("10⁶", "en", 1_000_000)]
    [InlineData("3 × 10⁸", "en", 300_000_000)]
    [InlineData("2½", "en", 2.5)]
    [InlineData("78,1 %", "es", 78.1)]
    [InlineData("1 234 567", "fr", 1_234_567)]
    [InlineData("0", "en", 0)]
    public void TryRead_Number_ReadsItByItsLanguage(string text, string language, double expected)
    {
        NumberReader.TryRead(text, language, out var value).Should().BeTrue();

        value.Value.Should().BeApproximately(expected, 1e-9);
    }

    [Theory]
    [InlineData("about 5")]
    [InlineData("3–5")]
    [InlineData("Strong")]
    [InlineData("")]
    [InlineData("y = x²")]
    [InlineData("1,43,4")]
    [InlineData("5 or more")]
    public void TryRead_DoubtfulText_IsNotRead(string text) => NumberReader.TryRead(text, "en", out _).Should().BeFalse();
}
