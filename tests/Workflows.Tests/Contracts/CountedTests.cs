using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Workflows.Tests.Contracts;

public sealed class CountedTests
{
    [Theory]
    [InlineData(0, "0 clips")]
    [InlineData(1, "1 clip")]
    [InlineData(2, "2 clips")]
    [InlineData(21, "21 clips")]
    public void Of_Number_HasItsNoun(long count, string said) => Counted.Of(count, "clip").Should().Be(said);

    [Theory]
    [InlineData(1, "1 copy")]
    [InlineData(1200, "1200 copies")]
    public void Of_NounWithAPluralOfItsOwn_SaysThat(long count, string said) => Counted.Of(count, "copy", "copies").Should().Be(said);
}
