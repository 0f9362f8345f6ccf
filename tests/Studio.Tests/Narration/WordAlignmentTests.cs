using TemporalVideo.Studio.Narration;
using TemporalVideo.Studio.Narration.Timing;

namespace TemporalVideo.Studio.Tests.Narration;

public sealed class WordAlignmentTests
{
    [Fact]
    public void Of_NumberSaidInWords_IsHeardWhileTheyAreSaid()
    {
        WordTime[] said =
        [
            new("In", 0, 0.2), new("nineteen", 0.2, 0.7), new("ninety", 0.7, 1.1),
            new("eight", 1.1, 1.4), new("Dvorak", 1.5, 2), new("left", 2, 2.4),
        ];

        var written = WordAlignment.Of("In 1998, Dvořák left.", said, 2.4);

        written.Should().Equal(
            new WordTime("In", 0, 0.2), new WordTime("1998,", 0.2, 1.4), new WordTime("Dvořák", 1.5, 2), new WordTime("left.", 2, 2.4));
    }

    [Fact]
    public void Of_WordsThatAreNotSaid_ShareTheGap()
    {
        var written = WordAlignment.Of("One — two", [new("One", 0, 0.5), new("two", 0.6, 1)], 1);

        written.Should().Equal(new WordTime("One", 0, 0.5), new WordTime("—", 0.5, 0.6), new WordTime("two", 0.6, 1));
    }

    [Fact]
    public void Of_NothingKnown_SharesTheSentenceByLength()
    {
        var written = WordAlignment.Of("abc d", [], 2);

        written.Select(word => (word.Start, word.End)).Should().Equal((0, 1.5), (1.5, 2));
    }

    [Fact]
    public void Of_NoWords_IsEmpty() => WordAlignment.Of("", [new("One", 0, 1)], 1).Should().BeEmpty();

    [Fact]
    public void Warp_SoundThatIsStretched_FindsItsPlaces()
    {
        float[][] known = [[0, 0], [5, 0], [5, 5], [0, 5]];
        float[][] heard = [[0, 0], [0, 0], [0, 0], [5, 0], [5, 5], [5, 5], [0, 5]];

        SpeechAligner.Warp(known, heard, CancellationToken.None).Should().Equal(0, 3, 4, 6);
    }
}
