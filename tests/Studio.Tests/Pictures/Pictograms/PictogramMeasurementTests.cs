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

    [Theory]
    [InlineData("calibration")]
    [InlineData("validation")]
    [InlineData("held-out")]
    public void Choose_EnglishPhrases_IsRightNinetyFiveTimesOfAHundred(string part)
    {
        var measure = Measure(part, LabelledPhrase.English(part));

        measure.Precision.Should().BeGreaterThanOrEqualTo(0.95, string.Join('\n', measure.Wrong));
        measure.Coverage.Should().BeGreaterThanOrEqualTo(0.20);
    }

    /// <summary>Subjects that no rule has seen: what is not reached there yet is at least held.</summary>
    [Theory]
    [InlineData("fresh-1", 0.89)]
    [InlineData("fresh-2", 0.84)]
    [InlineData("fresh-3", 0.90)]
    public void Choose_EnglishPhrasesOfUnseenSubjects_IsAsRightAsWasMeasured(string part, double precision)
    {
        var measure = Measure(part, LabelledPhrase.English(part));

        measure.Precision.Should().BeGreaterThanOrEqualTo(precision, string.Join('\n', measure.Wrong));
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
