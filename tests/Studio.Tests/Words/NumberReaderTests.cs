using System.Globalization;
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
    [InlineData("1,00,000", "en", 100_000)]
    [InlineData("1’434", "de-CH", 1434)]
    [InlineData("1,434.5", "es-MX", 1434.5)]
    [InlineData("4,495 million km", "en", 4_495_000_000)]
    [InlineData("2,5 Mio. €", "de", 2_500_000)]
    [InlineData("1,2 Billionen", "de", 1.2e12)]
    [InlineData("2 billones", "es", 2e12)]
    [InlineData("€3bn", "en", 3_000_000_000)]
    [InlineData("3.2 × 10^-3", "en", 0.0032)]
    [InlineData("10⁻⁹ m", "en", 1e-9)]
    [InlineData("1e6", "en", 1_000_000)]
    [InlineData("3/4", "en", 0.75)]
    [InlineData("½", "en", 0.5)]
    [InlineData("-5", "en", -5)]
    [InlineData("+20.0", "en", 20)]
    [InlineData("+4,9 %", "de", 4.9)]
    [InlineData("+$3", "en", 3)]
    [InlineData("-$3", "en", -3)]
    [InlineData("0.123", "de", 0.123)]
    public void TryRead_Number_ReadsItByItsLanguage(string text, string language, double expected)
    {
        NumberReader.TryRead(text, language, out var value).Should().BeTrue();

        value.Value.Should().BeApproximately(expected, 1e-9);
    }

    [Theory]
    [InlineData("Strong")]
    [InlineData("COVID-19")]
    [InlineData("3 of 5")]
    [InlineData("2024-03-15")]
    [InlineData("15/03/2024")]
    [InlineData("14:30")]
    [InlineData("1st")]
    [InlineData("12 kg, 5 kg")]
    [InlineData("3 + 4")]
    [InlineData("3,5")]
    [InlineData("v2.0.1")]
    [InlineData("")]
    [InlineData("y = x²")]
    [InlineData("1,43,4")]
    [InlineData("5 or more")]
    public void TryRead_DoubtfulText_IsNotRead(string text) => NumberReader.TryRead(text, "en", out _).Should().BeFalse();

    [Theory]
    [InlineData("−65 °C", "°C")]
    [InlineData("$2.5 million", "$")]
    [InlineData("12 km/h", "km/h")]
    [InlineData("40 %", "%")]
    [InlineData("5 moons", "moons")]
    [InlineData("150 million km", "km")]
    [InlineData("7", "")]
    public void TryRead_Number_KeepsItsUnit(string text, string unit)
    {
        NumberReader.TryRead(text, "en", out var value).Should().BeTrue();

        value.Unit.Should().Be(unit);
    }

    [Theory]
    [InlineData("3–5", 3, 5, "")]
    [InlineData("10-20 %", 10, 20, "")]
    [InlineData("about 5", 5, 5, "about")]
    [InlineData("≈ 150", 150, 150, "≈")]
    [InlineData("<5", 5, 5, "<")]
    public void TryRead_RangeOrLimit_SaysSo(string text, double low, double high, string qualifier)
    {
        NumberReader.TryRead(text, "en", out var value).Should().BeTrue();

        (value.Low, value.High, value.Qualifier).Should().Be((low, high, qualifier));
        value.IsRange.Should().Be(low < high);
    }

    [Theory]
    [InlineData("de", "1.434|4.495|150", "1434|4495|150")]
    [InlineData("en", "1,434|4,495|150", "1434|4495|150")]
    [InlineData("de", "1.434|4.5|0.39", "1.434|4.5|0.39")]
    [InlineData("en", "1.434|4,5|0,39", "1434|4.5|0.39")]
    public void ReadColumn_CellsThatSettleIt_DecideForAll(string language, string cells, string numbers) =>
        NumberReader.ReadColumn(cells.Split('|'), language).Select(value => value!.Value.Value).Should()
            .Equal(numbers.Split('|').Select(number => double.Parse(number, CultureInfo.InvariantCulture)));

    [Fact]
    public void ReadColumn_Contradiction_ReadsNothing() => NumberReader.ReadColumn(["1.5", "2,5", "3"], "en").Should()
        .AllBeEquivalentTo((NumberValue?)null);

    [Fact]
    public void ReadColumn_Words_AreNull() => NumberReader.ReadColumn(["5", "none"], "en").Select(value => value?.Value).Should()
        .Equal(5, null);
}
