using TemporalVideo.Studio.Pictures.Pictograms;
using Xunit.Abstractions;

namespace TemporalVideo.Studio.Tests.Pictures.Pictograms;

/// <summary>Holds what docs/pictograms.md says of the choice of pictograms, and prints it.</summary>
public sealed class PictogramMeasurementTests(ITestOutputHelper output)
{
    [Fact]
    public void Labels_NameOnlyPictogramsThatMayBeShownOrNever() =>
        LabelledPhrase.All.SelectMany(phrase => phrase.Acceptable).Distinct()
            .Should().OnlyContain(name => PictogramLibrary.Shipped.Value.Has(name));

    [Fact]
    public void Labels_Parts_ShareNoSubject() =>
        LabelledPhrase.All.Where(phrase => phrase.Language == "en").GroupBy(phrase => phrase.Phrase.Subject)
            .Should().OnlyContain(subject => subject.Select(phrase => phrase.Part).Distinct().Count() == 1);

    /// <summary>The parts that the rules were found on; of so few pictograms one may be wrong.</summary>
    [Theory]
    [InlineData("calibration", 0.95)]
    [InlineData("validation", 0.95)]
    [InlineData("held-out", 0.92)]
    [InlineData("fresh-1", 0.95)]
    [InlineData("fresh-2", 0.95)]
    [InlineData("fresh-3", 0.95)]
    public void Choose_EnglishPhrases_IsRight(string part, double precision)
    {
        var measure = Measure(part, LabelledPhrase.English(part));

        measure.Precision.Should().BeGreaterThanOrEqualTo(precision, string.Join('\n', measure.Wrong));
        measure.Coverage.Should().BeGreaterThanOrEqualTo(0.08);
    }

    /// <summary>Ten subjects that were labelled after the rules were fixed, and asked once.</summary>
    [Fact]
    public void Choose_EnglishPhrasesOfUnseenSubjects_IsRightNinetyFiveTimesOfAHundred()
    {
        var measure = Measure("last", LabelledPhrase.English("last"));

        measure.Precision.Should().BeGreaterThanOrEqualTo(0.95, string.Join('\n', measure.Wrong));
        measure.Coverage.Should().BeGreaterThanOrEqualTo(0.2);
    }

    [Fact]
    public void Choose_PhrasesOfOtherLanguages_IsRightNinetyFiveTimesOfAHundred()
    {
        var measure = Measure("other languages", LabelledPhrase.OtherLanguages);

        measure.Precision.Should().BeGreaterThanOrEqualTo(0.95, string.Join('\n', measure.Wrong));
        measure.Coverage.Should().BeGreaterThanOrEqualTo(0.40);
    }

    private PictogramMeasure Measure(string name, IReadOnlyList<LabelledPhrase> phrases)
    {
        var measure = PictogramMeasure.Of(phrases, PictogramMeasure.BySense);
        output.WriteLine($"{name}, by words: {PictogramMeasure.Of(phrases, PictogramMeasure.ByWords)}");
        output.WriteLine($"{name}, by sense: {measure}");
        return measure;
    }
}
