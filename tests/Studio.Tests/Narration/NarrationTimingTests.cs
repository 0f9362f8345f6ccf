using TemporalVideo.Studio.Narration;

namespace TemporalVideo.Studio.Tests.Narration;

public sealed class NarrationTimingTests
{
    [Theory]
    [InlineData(30)]
    [InlineData(33.3)]
    [InlineData(40)]
    [InlineData(60)]
    public void Schedule_SpeechThatFits_LastsExactlyAsPlannedInWholeFrames(double planned)
    {
        var schedule = NarrationTiming.Schedule(Speech(2.31, 3.77, 1.93, 4.05, 2.6, 3.14, 5.01), planned);

        schedule.Duration.Should().BeApproximately(planned, 0.5 / 30);
        schedule.Tempo.Should().BeInRange(NarrationTiming.SlowestTempo, NarrationTiming.FastestTempo);
        schedule.Segments.Should().OnlyContain(segment => Math.Abs((segment.Duration * 30) - Math.Round(segment.Duration * 30)) < 1e-6);
    }

    [Fact]
    public void Schedule_Sentences_FollowOneAnotherInsideTheirSegment()
    {
        var schedule = NarrationTiming.Schedule(Speech(2.31, 3.77, 1.93, 4.05), 17);

        foreach (var segment in schedule.Segments)
        {
            segment.Sentences[0].Start.Should().BePositive();
            segment.Sentences[^1].End.Should().BeLessThan(segment.Duration);
            segment.Sentences.Zip(segment.Sentences.Skip(1)).Should().OnlyContain(pair => pair.Second.Start > pair.First.End);
        }
    }

    [Fact]
    public void Schedule_SpeechTooLong_SpeaksALittleFasterAndNoMore()
    {
        var slightly = NarrationTiming.Schedule(Speech(9, 9, 9), 28.5);
        var hopeless = NarrationTiming.Schedule(Speech(20, 20, 20), 30);

        slightly.Tempo.Should().BeInRange(1.001, NarrationTiming.FastestTempo);
        slightly.Duration.Should().BeApproximately(28.5, 0.02);
        hopeless.Tempo.Should().Be(NarrationTiming.FastestTempo);
        hopeless.Duration.Should().BeGreaterThan(30);
    }

    [Fact]
    public void Schedule_LittleSpeech_FillsWithPausesNotWithDrawl()
    {
        var schedule = NarrationTiming.Schedule(Speech(2, 2, 2, 2), 40);

        schedule.Tempo.Should().Be(NarrationTiming.SlowestTempo);
        schedule.Duration.Should().BeApproximately(40, 0.02);
    }

    /// <summary>Two sentences in each segment.</summary>
    private static List<SegmentSpeech> Speech(params double[] seconds) => seconds
        .Select((length, index) => new SentenceSpeech($"Sentence {index}.", length))
        .Chunk(2)
        .Select((sentences, index) => new SegmentSpeech($"s{index + 1:00}", sentences))
        .ToList();
}
