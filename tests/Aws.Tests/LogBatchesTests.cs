using TemporalVideo.Aws.Logs;

namespace TemporalVideo.Aws.Tests;

public sealed class LogBatchesTests
{
    [Fact]
    public void Of_MoreThanTenThousandEvents_SplitsThem() =>
        LogBatches.Of(Enumerable.Range(0, 10_001).Select(at => new LogEvent(at, "x"))).Select(batch => batch.Count)
            .Should().Equal(10_000, 1);

    [Theory]
    [InlineData(524_262, 1)]
    [InlineData(524_263, 2)]
    public void Of_TwoEventsAroundTheLimitOfBytes_CountsTwentySixMoreForEach(int length, int batches) =>
        LogBatches.Of([new LogEvent(1, new string('x', length)), new LogEvent(2, new string('x', 524_262))])
            .Should().HaveCount(batches);

    [Theory]
    [InlineData(86_400_000, 1)]
    [InlineData(86_400_001, 2)]
    public void Of_EventsADayApart_SplitsBeyondTwentyFourHours(long later, int batches) =>
        LogBatches.Of([new LogEvent(0, "a"), new LogEvent(later, "b")]).Should().HaveCount(batches);

    [Fact]
    public void Of_EventsOutOfOrder_SortsThemByTime() =>
        LogBatches.Of([new LogEvent(2, "b"), new LogEvent(1, "a")]).Single().Select(item => item.Message).Should().Equal("a", "b");

    [Fact]
    public void Of_EventThatNoCallTakes_IsLeftOut() =>
        LogBatches.Of([new LogEvent(1, new string('ü', 524_276)), new LogEvent(2, "b")]).Single().Should().ContainSingle()
            .Which.Message.Should().Be("b");
}
