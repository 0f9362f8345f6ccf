using System.Text.Json;
using Temporalio.Exceptions;
using TemporalVideo.Activities.Agent4;
using TemporalVideo.Studio.Film;
using TemporalVideo.Studio.Narration;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Activities.Tests.Agents;

public sealed class Agent4Tests
{
    [Fact]
    public async Task SpeakSegment_TwoSentences_SpeaksEachOnce()
    {
        await using var bench = await AgentBench.StartAsync();

        var first = await SpeakAsync(bench, 0);
        var second = await SpeakAsync(bench, 0);

        (first.Found, second.Found).Should().Be((false, true));
        bench.Made.Should().Equal("sentence Light bends.", "sentence Colours part.");
        (await bench.KeysAsync("agent4/")).Select(key => key.Split('/')[^1]).Should()
            .Equal("sentence-01.wav", "sentence-02.wav", "sentences.json");
    }

    [Fact]
    public async Task SpeakSegment_OtherVoice_IsSpokenAgain()
    {
        await using var bench = await AgentBench.StartAsync();
        await SpeakAsync(bench, 0);
        bench.Identity = "another voice";

        (await SpeakAsync(bench, 0)).Found.Should().BeFalse();
    }

    [Fact]
    public async Task SpeakSegment_NarratorFails_StoresNothing()
    {
        await using var bench = await AgentBench.StartAsync();
        bench.Failure = new ToolMissingException("flite", new IOException("not found"));

        await FailureOfSpeakingAsync(bench);

        (await bench.KeysAsync("agent4/")).Should().BeEmpty();
    }

    public static TheoryData<Exception> FollowingFromTheInput =>
        [new StitchException("x"), new InvalidDataException("x"), new UnusableInputException("x")];

    [Theory]
    [MemberData(nameof(FollowingFromTheInput))]
    public async Task SpeakSegment_FailureThatFollowsFromTheInput_FailsForGood(Exception failure)
    {
        await using var bench = await AgentBench.StartAsync();
        bench.Failure = failure;

        (await FailureOfSpeakingAsync(bench)).ErrorType.Should().Be(FailureTypes.InputUnusable);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task SpeakSegment_ToolFails_IsTriedAgainUnlessTheInputIsTheReasonAndKeepsItsWordsToItself(bool tryAgain)
    {
        await using var bench = await AgentBench.StartAsync();
        bench.Failure = new ToolFailedException("espeak-ng", 1, ["root:x:0:0"], tryAgain);

        var speak = () => SpeakAsync(bench, 0);

        var failure = (await speak.Should().ThrowAsync<ApplicationFailureException>()).Which;

        (failure.ErrorType, failure.NonRetryable).Should().Be((FailureTypes.ToolFailed, !tryAgain));
        failure.Message.Should().Contain("espeak-ng").And.NotContain("root:");
    }

    [Fact]
    public async Task TimeNarration_AllSpoken_FillsThePlannedTimeWithOneNarrationEach()
    {
        await using var bench = await AgentBench.StartAsync();
        await SpeakAsync(bench, 0);
        await SpeakAsync(bench, 1);

        var whole = await WholeAsync(bench, AgentBench.Story);

        var timed = await bench.RunAsync<TimeNarration, Piece>(activity => activity.TimeNarrationAsync(whole));
        await bench.RunAsync<ComposeMusic, Piece>(activity => activity.ComposeMusicAsync(whole));

        timed.Should().BeEquivalentTo(new { Files = 3, Warning = (string?)null });
        var timing = JsonSerializer.Deserialize<NarrationSchedule>(await bench.TextAsync("agent4/timing.json"))!;
        timing.Duration.Should().BeInRange(29, 30);
        (await bench.KeysAsync("agent4/")).Should().Contain(["agent4/s01.wav", "agent4/s02.wav", "agent4/timing.json", "agent4/music.wav"]);
        bench.Made.Should().Contain(FormattableString.Invariant($"music {timing.Duration:0.0}"));
    }

    [Fact]
    public async Task ComposeMusic_NoMusicWanted_TakesAwayWhatWasThere()
    {
        await using var bench = await AgentBench.StartAsync();
        await bench.PutAsync("agent4/music.wav");
        var silent = await WholeAsync(bench, AgentBench.Story with { Sound = new SoundChoice { Music = SoundChoice.NoMusic } });

        await bench.RunAsync<ComposeMusic, Piece>(activity => activity.ComposeMusicAsync(silent));

        (await bench.KeysAsync("agent4/")).Should().BeEmpty();
        bench.Made.Should().BeEmpty();
    }

    [Fact]
    public async Task ComposeMusic_OwnTracks_PlaysThemFromTheStoreInTheirOrder()
    {
        await using var bench = await AgentBench.StartAsync();
        await bench.PutAsync("tracks/1.mp3", "first");
        await bench.PutAsync("tracks/2.mp3", "second");
        var own = await TracksAsync(bench, "scaffold_test/anna/s1/tracks/2.mp3", "scaffold_test/anna/s1/tracks/1.mp3");

        await bench.RunAsync<ComposeMusic, Piece>(activity => activity.ComposeMusicAsync(own));

        bench.Made.Should().Contain("tracks song.mp3: second, song.mp3: first");
    }

    [Fact]
    public async Task ComposeMusic_TrackOfAnotherSession_IsNotRead()
    {
        await using var bench = await AgentBench.StartAsync();
        var others = await TracksAsync(bench, "scaffold_test/ben/s1/tracks/1.mp3");

        var failure = await bench.FailureOfAsync<ComposeMusic, Piece>(activity => activity.ComposeMusicAsync(others));

        failure.ErrorType.Should().Be(FailureTypes.InputUnusable);
        failure.Message.Should().Contain("song.mp3");
    }

    [Fact]
    public async Task TimeNarration_MoreSpeechThanPlanned_Warns()
    {
        await using var bench = await AgentBench.StartAsync();
        await SpeakAsync(bench, 0);
        await SpeakAsync(bench, 1);
        var tight = await WholeAsync(
            bench, AgentBench.Story with { Segments = [.. AgentBench.Story.Segments.Select(segment => segment with { Duration = 8 })] });

        (await bench.RunAsync<TimeNarration, Piece>(activity => activity.TimeNarrationAsync(tight))).Warning.Should()
            .Contain("longer than planned");
    }

    [Fact]
    public async Task TimeNarration_NotSpoken_SaysWhatIsMissing()
    {
        await using var bench = await AgentBench.StartAsync();
        var whole = await WholeAsync(bench, AgentBench.Story);

        var failure = await bench.FailureOfAsync<TimeNarration, Piece>(activity => activity.TimeNarrationAsync(whole));

        failure.ErrorType.Should().Be(FailureTypes.InputMissing);
        failure.Message.Should().Contain("agent4/s01/sentences.json");
    }

    [Fact]
    public async Task TimeNarration_DocumentThatCannotBeRead_FailsForGoodAndNamesIt()
    {
        await using var bench = await AgentBench.StartAsync();
        await SpeakAsync(bench, 0);
        await bench.PutAsync("agent4/s02/sentences.json", "{ broken");
        var whole = await WholeAsync(bench, AgentBench.Story);

        var failure = await bench.FailureOfAsync<TimeNarration, Piece>(activity => activity.TimeNarrationAsync(whole));

        failure.ErrorType.Should().Be(FailureTypes.InputUnusable);
        failure.Message.Should().Contain("agent4/s02/sentences.json");
    }

    /// <summary>The whole story with tracks, and the narration's times in the store.</summary>
    private static async Task<StoryboardTask> TracksAsync(AgentBench bench, params string[] keys)
    {
        var story = AgentBench.Story with { Sound = new SoundChoice { Tracks = [.. keys.Select(key => new OwnTrack("song.mp3", key))] } };
        await SpeakAsync(bench, 0);
        await SpeakAsync(bench, 1);
        var whole = await WholeAsync(bench, story);
        await bench.RunAsync<TimeNarration, Piece>(activity => activity.TimeNarrationAsync(whole));
        return whole;
    }

    private static async Task<StoryboardTask> WholeAsync(AgentBench bench, Story story) =>
        new() { Session = AgentBench.Session, Agent = AgentName.Agent4, Version = await bench.TellAsync(story) };

    private static async Task<ApplicationFailureException> FailureOfSpeakingAsync(AgentBench bench)
    {
        var task = await bench.SegmentTaskAsync(AgentName.Agent4, AgentBench.Story, 0);
        return await bench.FailureOfAsync<SpeakSegment, Piece>(activity => activity.SpeakSegmentAsync(task));
    }

    private static async Task<Piece> SpeakAsync(AgentBench bench, int index)
    {
        var task = await bench.SegmentTaskAsync(AgentName.Agent4, AgentBench.Story, index);
        return await bench.RunAsync<SpeakSegment, Piece>(activity => activity.SpeakSegmentAsync(task));
    }
}
