using System.Text.Json;
using Temporalio.Exceptions;
using TemporalVideo.Activities.Agent2;
using TemporalVideo.Activities.Session;
using TemporalVideo.Storage.Objects;
using TemporalVideo.Studio.Film;
using TemporalVideo.Workflows.Contracts;
using static TemporalVideo.Activities.Tests.Agents.ForkSteps;

namespace TemporalVideo.Activities.Tests.Agents;

/// <summary>A fork takes over what stays as it is; the steps after it find that, and make only the rest.</summary>
public sealed class ForkSessionTests
{
    [Fact]
    public async Task Fork_TextOfOneSegment_OnlyThatOneIsMadeAndTheOthersAreTheSameBytes()
    {
        await using var bench = await AgentBench.StartAsync();
        var version = await MakeParentAsync(bench);
        bench.Made.Clear();

        var digest = await ForkAsync(bench, version, new StoryChange
        {
            Change = StoryChangeKind.Text,
            SegmentId = "s02",
            Sentences = ["Colours part."],
        });
        var made = await MakeAsync(bench, Child, digest!.Version!);

        made.Should().Equal(("s01", true, true), ("s02", false, false));
        bench.Made.Where(what => !what.StartsWith("music")).Should().Equal("scene s02", "sentence Colours part.");
        (await HashesAsync(bench, Child, "agent2/s01/")).Should().Equal(await HashesAsync(bench, AgentBench.Session, "agent2/s01/"))
            .And.NotBeEmpty();
        (await HashesAsync(bench, Child, "agent4/s01/")).Should().Equal(await HashesAsync(bench, AgentBench.Session, "agent4/s01/"))
            .And.NotBeEmpty();
    }

    [Fact]
    public async Task Fork_SegmentsInAnotherOrder_KeepTheirScenesAndSpeech()
    {
        await using var bench = await AgentBench.StartAsync();
        var version = await MakeParentAsync(bench);
        bench.Made.Clear();

        var digest = await ForkAsync(bench, version, new StoryChange { Change = StoryChangeKind.Move, SegmentId = "s02" });
        var made = await MakeAsync(bench, Child, digest!.Version!);

        made.Should().Equal(("s02", true, true), ("s01", true, true));
        bench.Made.Should().NotContain(what => what.StartsWith("scene") || what.StartsWith("sentence"));
    }

    [Fact]
    public async Task Fork_ClipThatStays_KeepsItsTimesWhateverTheOthersLast()
    {
        await using var bench = await AgentBench.StartAsync();
        var version = await MakeParentAsync(bench);

        var digest = await ForkAsync(bench, version, new StoryChange
        {
            Change = StoryChangeKind.Text,
            SegmentId = "s02",
            Sentences = ["One.", "Two.", "Three."],
        });
        await MakeAsync(bench, Child, digest!.Version!);

        (await TimesAsync(bench, Child))[0].Should().Be((await TimesAsync(bench, AgentBench.Session))[0]);
    }

    [Fact]
    public async Task Fork_FromTheStory_TakesNothingButAPersonsOwnFiles()
    {
        await using var bench = await AgentBench.StartAsync();
        var version = await MakeParentAsync(bench);
        await bench.PutAsync("lesson/photo.png");

        (await ForkAsync(bench, version, ForkStep.Story)).Should().BeNull();

        (await bench.Store.ListAsync(new SessionLayout(Child).Root, default)).Select(item => item.Key)
            .Should().Equal(new SessionLayout(Child).LessonPicture("photo.png"), new SessionLayout(Child).Source);
    }

    [Fact]
    public async Task Fork_OfAnotherUser_IsRefused()
    {
        await using var bench = await AgentBench.StartAsync();
        await bench.Sessions.OpenAsync(new SessionKey("berta", "s2"), "rainbows", default);

        var failure = await bench.FailureOfAsync((ForkSession fork) => fork.ForkSessionAsync(new ForkTask
        {
            Session = new SessionKey("berta", "s2"),
            Agent = AgentName.Orchestrator,
            Origin = new() { Parent = AgentBench.Session },
        }));

        failure.ErrorType.Should().Be(FailureTypes.InputUnusable);
    }

    [Fact]
    public async Task DrawScene_KeptSceneThatAReviewerWishesOtherwise_IsDrawn()
    {
        await using var bench = await AgentBench.StartAsync();
        var version = await MakeParentAsync(bench);
        var digest = await ForkAsync(bench, version, new StoryChange { Change = StoryChangeKind.Move, SegmentId = "s02" });
        var board = await bench.RunAsync((WriteStoryboard step) => step.WriteStoryboardAsync(new WriteStoryboardTask
        {
            Session = Child,
            Agent = AgentName.Agent2,
            Version = digest!.Version!,
            Wishes = [new SceneWish("s01", "A lens.")],
        }));

        (await MakeAsync(bench, Child, board.Fingerprint!)).Should().Equal(("s02", true, true), ("s01", false, true));
    }

    [Fact]
    public async Task Fork_RecordingOfASegment_IsHeardInPlaceOfTheVoice()
    {
        await using var bench = await AgentBench.StartAsync();
        var version = await MakeParentAsync(bench);
        var key = new SessionLayout(Child).Recording("mine.wav");
        await PutToneAsync(bench, key, seconds: 2);
        bench.Made.Clear();

        var digest = await ForkAsync(
            bench, version, new StoryChange { Change = StoryChangeKind.Voice, SegmentId = "s02", Recording = key });
        var made = await MakeAsync(bench, Child, digest!.Version!);

        made.Should().Equal(("s01", true, true), ("s02", true, false));
        bench.Made.Should().NotContain(what => what.StartsWith("sentence"));
        var speech = await bench.Store.ReadAsync(new SessionLayout(Child).Sentences("s02"), default);
        JsonSerializer.Deserialize<JsonElement>(speech.Bytes.Span).GetProperty("Document").GetProperty("Sentences").EnumerateArray()
            .Sum(sentence => sentence.GetProperty("Seconds").GetDouble()).Should().BeApproximately(2, 0.1);
    }

    [Fact]
    public async Task Fork_OfASessionWithARecording_TakesItAlong()
    {
        await using var bench = await AgentBench.StartAsync();
        var key = new SessionLayout(AgentBench.Session).Recording("mine.wav");
        await PutToneAsync(bench, key, seconds: 2);
        var story = AgentBench.Story;
        var version = await MakeParentAsync(
            bench, story with { Segments = [.. story.Segments.Select(segment => segment with { Recording = key })] });
        bench.Made.Clear();

        var digest = await ForkAsync(bench, version, new StoryChange { Change = StoryChangeKind.Move, SegmentId = "s02" });
        var made = await MakeAsync(bench, Child, digest!.Version!);

        made.Should().Equal(("s02", true, true), ("s01", true, true));
        (await bench.Store.FindAsync(new SessionLayout(Child).Recording("mine.wav"), default)).Should().NotBeNull();
        var board = await bench.Store.ReadAsync(new SessionLayout(Child).Storyboard, default);
        JsonSerializer.Deserialize<Story>(board.Bytes.Span)!.Segments.Select(segment => segment.Recording)
            .Should().AllBe(new SessionLayout(Child).Recording("mine.wav"));
    }

    [Fact]
    public async Task Fork_RecordingOfAnotherSession_IsNotRead()
    {
        await using var bench = await AgentBench.StartAsync();
        var version = await MakeParentAsync(bench);
        var key = new SessionLayout(new SessionKey("berta", "s1")).Recording("hers.wav");
        await PutToneAsync(bench, key, seconds: 2);
        var digest = await ForkAsync(
            bench, version, new StoryChange { Change = StoryChangeKind.Voice, SegmentId = "s02", Recording = key });

        var make = () => MakeAsync(bench, Child, digest!.Version!);

        (await make.Should().ThrowAsync<ApplicationFailureException>()).Which.ErrorType.Should().Be(FailureTypes.InputUnusable);
    }

    private static async Task PutToneAsync(AgentBench bench, string key, int seconds)
    {
        using var folder = new TemporaryFolder();
        await new FfmpegRunner().RunAsync(["-f", "lavfi", "-i", "sine=r=48000", "-t", $"{seconds}", folder.File("tone.wav")], default);
        await bench.Store.PutAsync(key, folder.File("tone.wav"), ObjectTags.None, default);
    }

    private static async Task<IReadOnlyList<string>> TimesAsync(AgentBench bench, SessionKey session)
    {
        var timing = await bench.Store.ReadAsync(new SessionLayout(session).Timing, default);
        return [.. JsonSerializer.Deserialize<JsonElement>(timing.Bytes.Span).GetProperty("Segments").EnumerateArray()
            .Select(segment => segment.GetRawText())];
    }
}
