using TemporalVideo.Studio.Narration;

namespace TemporalVideo.Studio.Tests.Narration;

public sealed class NarrationTimingTests
{
    [Theory]
    [InlineData(27)]
    [InlineData(28.6)]
    [InlineData(30)]
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
    public void Schedule_LittleSpeech_IsAShorterVideoWithoutSilence()
    {
        var schedule = NarrationTiming.Schedule(Speech(2, 2, 2, 2, 2, 2), 60);

        schedule.Tempo.Should().Be(NarrationTiming.SlowestTempo);
        schedule.Duration.Should().BeLessThan(20);
        Silences(schedule).Should().OnlyContain(seconds => seconds <= 1.0);
    }

    [Fact]
    public void Schedule_SegmentThatTakesLongToRead_StaysThatLong()
    {
        var schedule = NarrationTiming.Schedule(Speech(2, 2, 2, 2), 20, [9, 0]);

        schedule.Segments[0].Duration.Should().BeApproximately(9, 0.02);
        schedule.Segments[1].Duration.Should().BeLessThan(7);
    }

    [Fact]
    public void Schedule_WordTimes_FollowTempoAndPlace()
    {
        SegmentSpeech[] speech =
        [
            new("s01", [new("One.", 4) { Words = [new("One.", 1, 3)] }, new("Two.", 4) { Words = [new("Two.", 0, 4)] }]),
        ];

        var schedule = NarrationTiming.Schedule(speech, 60);

        var (first, second) = (schedule.Segments[0].Sentences[0], schedule.Segments[0].Sentences[1]);
        first.Words.Should().ContainSingle().Which.Start.Should().BeApproximately(first.Start + (1 / schedule.Tempo), 1e-9);
        second.Words[0].Start.Should().BeApproximately(second.Start, 1e-9);
        second.Words[0].End.Should().BeApproximately(second.End, 1e-9);
    }

    [Fact]
    public void Schedule_SegmentsThatAreKept_HaveTheirTimesWhateverIsAroundThem()
    {
        var before = NarrationTiming.Schedule(Speech(2, 2, 3, 3), 17);
        var speech = Speech(2, 2, 3, 3);
        SegmentSpeech[] after = [new("s09", [new("New.", 5)]), speech[1], speech[0] with { Sentences = Speech(4, 2)[0].Sentences }];

        var schedule = NarrationTiming.Schedule(after, 60, kept: before);

        schedule.Tempo.Should().Be(before.Tempo);
        schedule.Segments[1].Should().Be(before.Segments[1]);
        schedule.Segments[2].Duration.Should().BeGreaterThan(before.Segments[0].Duration, "it is said in more time");
    }

    /// <summary>Between two sentences, wherever they stand.</summary>
    private static IEnumerable<double> Silences(NarrationSchedule schedule)
    {
        var offset = 0.0;
        var sentences = new List<(double Start, double End)>();
        foreach (var segment in schedule.Segments)
        {
            sentences.AddRange(segment.Sentences.Select(sentence => (offset + sentence.Start, offset + sentence.End)));
            offset += segment.Duration;
        }

        return sentences.Zip(sentences.Skip(1), (one, next) => next.Start - one.End);
    }

    /// <summary>Two sentences in each segment.</summary>
    private static List<SegmentSpeech> Speech(params double[] seconds) => seconds
        .Select((length, index) => new SentenceSpeech($"Sentence {index}.", length))
        .Chunk(2)
        .Select((sentences, index) => new SegmentSpeech($"s{index + 1:00}", sentences))
        .ToList();
}
