using TemporalVideo.Studio.Pictures.Compositions;

namespace TemporalVideo.Studio.Tests.Pictures;

public sealed class ChartScaleTests
{
    [Theory]
    [InlineData(new[] { 4.0, 12, 21, 9, 0 }, 0, 25, 5)]
    [InlineData(new[] { 4.2, -1.5, 0, 6.8 }, -2, 8, 2)]
    [InlineData(new[] { 150.0, 1434, 4495 }, 0, 5000, 1000)]
    [InlineData(new[] { 0.0, 0 }, 0, 1, 1)]
    [InlineData(new[] { -65.0, -5 }, -80, 0, 20)]
    [InlineData(new[] { 0.002, 0.0041 }, 0, 0.005, 0.001)]
    public void Of_Values_HoldsThemAndZeroBetweenRoundNumbers(double[] values, double least, double most, double step)
    {
        var scale = ChartScale.Of(values);

        scale.Least.Should().BeApproximately(least, 1e-9);
        scale.Most.Should().BeApproximately(most, 1e-9);
        scale.Step.Should().BeApproximately(step, 1e-9);
        scale.Ticks().Should().Contain(tick => Math.Abs(tick) < 1e-9).And.HaveCountLessThan(9);
        values.Select(scale.Share).Should().OnlyContain(share => share >= 0 && share <= 1);
    }

    [Theory]
    [InlineData(4000, "en", "4,000")]
    [InlineData(4000, "de", "4\u202F000")]
    [InlineData(0.5, "de", "0,5")]
    [InlineData(-2, "en", "−2")]
    [InlineData(0.30000000000000004, "en", "0.3")]
    public void Label_Number_IsWrittenAsTheLanguageDoes(double value, string language, string expected) =>
        ChartScale.Label(value, language).Should().Be(expected);
}
