using System.Text.Json;
using System.Text.Json.Nodes;
using TemporalVideo.Activities.Agent2;
using TemporalVideo.Activities.Agent5;
using TemporalVideo.Storage.Objects;
using TemporalVideo.Workflows.Contracts;
using static TemporalVideo.Activities.Tests.Agents.ForkSteps;

namespace TemporalVideo.Activities.Tests.Agents;

/// <summary>A picture that gives way stays as a take, and is shown again with the bytes that it had.</summary>
public sealed class TakeTests
{
    private static readonly SessionKey Grandchild = new("anna", "s3");

    private static readonly StoryChange Another = new() { Change = StoryChangeKind.Take, SegmentId = "s02" };

    [Fact]
    public async Task Fork_AnotherTake_MakesThatSceneAloneAndKeepsTheOneBefore()
    {
        await using var bench = await AgentBench.StartAsync();
        var version = await MakeParentAsync(bench);
        bench.Made.Clear();

        var digest = await ForkAsync(bench, version, Another);
        var made = await MakeAsync(bench, Child, digest!.Version!);

        made.Should().Equal(("s01", true, true), ("s02", false, true));
        bench.Made.Where(what => !what.StartsWith("music")).Should().Equal("scene s02");
        (await TakeAsync(bench, Child, 1)).Should().Equal(await SceneAsync(bench, AgentBench.Session)).And.HaveCount(2);
        (await SceneAsync(bench, Child)).Should().NotEqual(await SceneAsync(bench, AgentBench.Session));
        (await HashesAsync(bench, Child, "agent2/s01/")).Should().Equal(await HashesAsync(bench, AgentBench.Session, "agent2/s01/"));
        (await ListAsync(bench, Child)).Should().Equal((1, false), (2, true));
    }

    [Fact]
    public async Task Fork_ChosenTake_IsShownWithItsBytesAndNothingIsMadeOrCharged()
    {
        await using var bench = await AgentBench.StartAsync();
        var version = await MakeParentAsync(bench);
        var child = await MakeChildAsync(bench, version, Another);
        await OpenAsync(bench, Grandchild, "run-3");
        bench.Made.Clear();

        var digest = await ForkAsync(bench, Child, Grandchild, child, ForkStep.Changes, Another with { Take = 1 });
        var made = await MakeAsync(bench, Grandchild, digest!.Version!);

        made.Should().Equal(("s01", true, true), ("s02", true, true));
        bench.Made.Should().NotContain(what => what.StartsWith("scene") || what.StartsWith("sentence"));
        (await SceneAsync(bench, Grandchild)).Should().Equal(await SceneAsync(bench, AgentBench.Session));
        (await TakeAsync(bench, Grandchild, 2)).Should().Equal(await SceneAsync(bench, Child));
        (await ListAsync(bench, Grandchild)).Should().Equal((1, true), (2, false));
        var scene = await bench.RunAsync((DrawScene step) => step.DrawSceneAsync(TaskOf(Grandchild, digest.Version!)));
        (scene.Found, scene.Making).Should().Be((true, null));
    }

    [Fact]
    public async Task Fork_OfASegmentThatIsNotChanged_TakesItsTakesAlong()
    {
        await using var bench = await AgentBench.StartAsync();
        var version = await MakeParentAsync(bench);
        var child = await MakeChildAsync(bench, version, Another);
        await OpenAsync(bench, Grandchild, "run-3");

        await ForkAsync(
            bench, Child, Grandchild, child, ForkStep.Changes, new StoryChange { Change = StoryChangeKind.Move, SegmentId = "s02" });

        (await TakeAsync(bench, Grandchild, 1)).Should().Equal(await SceneAsync(bench, AgentBench.Session));
        (await HashesAsync(bench, Grandchild, "agent2/s02/")).Should().Equal(await HashesAsync(bench, Child, "agent2/s02/"));
    }

    [Fact]
    public async Task Fork_OtherWords_LeavesTheTakesOfTheEarlierOnes()
    {
        await using var bench = await AgentBench.StartAsync();
        var version = await MakeParentAsync(bench);
        var child = await MakeChildAsync(bench, version, Another);
        await OpenAsync(bench, Grandchild, "run-3");

        var digest = await ForkAsync(bench, Child, Grandchild, child, ForkStep.Changes, new StoryChange
        {
            Change = StoryChangeKind.Text,
            SegmentId = "s02",
            Sentences = ["Colours part."],
        });
        await MakeAsync(bench, Grandchild, digest!.Version!);

        (await HashesAsync(bench, Grandchild, "takes/")).Should().BeEmpty();
        (await ListAsync(bench, Grandchild)).Should().Equal((1, true));
    }

    [Fact]
    public async Task Fork_SceneOfAnEarlierRelease_CanBeChosenLater()
    {
        await using var bench = await AgentBench.StartAsync();
        var version = await MakeParentAsync(bench);
        await ForgetOriginAsync(bench, new SessionLayout(AgentBench.Session).Scene("s02"));
        var child = await MakeChildAsync(bench, version, Another);
        await OpenAsync(bench, Grandchild, "run-3");
        bench.Made.Clear();

        var digest = await ForkAsync(bench, Child, Grandchild, child, ForkStep.Changes, Another with { Take = 1 });
        await MakeAsync(bench, Grandchild, digest!.Version!);

        bench.Made.Should().NotContain(what => what.StartsWith("scene"));
        (await PicturesAsync(bench, Grandchild)).Should().Equal(await PicturesAsync(bench, AgentBench.Session));
    }

    [Fact]
    public async Task Fork_ChosenTakeOfAnOwnPicture_NamesThatInTheNewSession()
    {
        await using var bench = await AgentBench.StartAsync();
        await bench.PutAsync("lesson/photo.png");
        var own = new Diagram { Kind = DiagramKind.Picture, Picture = new SessionLayout(AgentBench.Session).LessonPicture("photo.png") };
        var version = await MakeParentAsync(bench, AgentBench.Story with
        {
            Segments = [AgentBench.Story.Segments[0], AgentBench.Story.Segments[1] with { Diagram = own }],
        });
        var child = await MakeChildAsync(
            bench, version, new StoryChange { Change = StoryChangeKind.Picture, SegmentId = "s02", Show = "prism" });
        (await SegmentAsync(bench, Child)).Diagram.Should().BeNull();
        await OpenAsync(bench, Grandchild, "run-3");

        var digest = await ForkAsync(bench, Child, Grandchild, child, ForkStep.Changes, Another with { Take = 1 });
        await MakeAsync(bench, Grandchild, digest!.Version!);

        (await SegmentAsync(bench, Grandchild)).Diagram!.Picture.Should().Be(new SessionLayout(Grandchild).LessonPicture("photo.png"));
        (await SceneAsync(bench, Grandchild)).Should().Equal(await SceneAsync(bench, AgentBench.Session));
    }

    [Fact]
    public async Task Fork_AnotherTakeOfTheVoice_IsSpokenAnewUnderItsOrder()
    {
        await using var bench = await AgentBench.StartAsync();
        var version = await MakeParentAsync(bench);
        bench.Made.Clear();

        var digest = await ForkAsync(bench, version, Another with { Of = TakeOf.Voice });
        var made = await MakeAsync(bench, Child, digest!.Version!);

        made.Should().Equal(("s01", true, true), ("s02", true, false));
        bench.Required!.Take.Should().Be("s2/voice/2");
        (await SegmentAsync(bench, Child)).VoiceTake!.Orders.Should().Equal("s2/voice/2");
    }

    [Fact]
    public async Task DrawScene_WishOfAReviewer_KeepsTheSceneBeforeWithItsCost()
    {
        await using var bench = await AgentBench.StartAsync();
        var version = await bench.TellAsync(AgentBench.Story);
        await DrawAsync(bench, version);
        var first = await SceneAsync(bench, AgentBench.Session);

        await DrawAsync(bench, version, new SceneWish("s02", "A lens."));

        (await TakeAsync(bench, AgentBench.Session, 1)).Should().Equal(first);
        var takes = await TakesAsync(bench, AgentBench.Session);
        takes.Select(take => (take.Number, take.Shown, take.Cost, take.Maker)).Should()
            .Equal((1, false, 0.04m, "bench/1"), (2, true, 0.04m, "bench/1"));
        takes.Should().OnlyContain(take => take.At > DateTimeOffset.UtcNow.AddMinutes(-10));
    }

    [Fact]
    public async Task DrawScene_TakeThatAReviewerChooses_IsShownAndAWishAfterItIsTheNext()
    {
        await using var bench = await AgentBench.StartAsync();
        var version = await bench.TellAsync(AgentBench.Story);
        SceneWish lens = new("s02", "A lens."), back = new("s02", "") { Take = 1 }, bluer = new("s02", "Bluer.");
        await DrawAsync(bench, version);
        var first = await SceneAsync(bench, AgentBench.Session);
        await DrawAsync(bench, version, lens);
        var second = await SceneAsync(bench, AgentBench.Session);
        bench.Made.Clear();

        var shown = await DrawAsync(bench, version, lens, back);

        (shown.Found, bench.Made.Count).Should().Be((true, 0));
        (await SceneAsync(bench, AgentBench.Session)).Should().Equal(first);
        (await TakeAsync(bench, AgentBench.Session, 2)).Should().Equal(second);
        (await DrawAsync(bench, version, lens, back)).Found.Should().BeTrue("it is another try of the same");
        (await DrawAsync(bench, version, lens, back, bluer)).Found.Should().BeFalse();
        (await ListAsync(bench, AgentBench.Session)).Should().Equal((1, false), (2, false), (3, true));
    }

    [Fact]
    public async Task DrawScene_TakeThatIsNotThere_LeavesTheSceneAsItIs()
    {
        await using var bench = await AgentBench.StartAsync();
        var version = await bench.TellAsync(AgentBench.Story);
        await DrawAsync(bench, version);

        (await DrawAsync(bench, version, new SceneWish("s02", "") { Take = 7 })).Found.Should().BeTrue();
    }

    [Fact]
    public async Task DrawScene_MoreTakesThanAreKept_LetsTheOldestGoAndSaysSo()
    {
        await using var bench = await AgentBench.StartAsync();
        var version = await bench.TellAsync(AgentBench.Story);
        var wishes = Enumerable.Range(1, PictureTake.Most).Select(number => new SceneWish("s02", $"Bluer {number}.")).ToArray();
        for (var count = 0; count < wishes.Length; count++)
        {
            (await DrawAsync(bench, version, wishes[..count])).Warning.Should().BeNull();
        }

        var last = await DrawAsync(bench, version, wishes);

        last.Warning.Should().Be("s02 keeps 10 takes: without 1 now");
        (await ListAsync(bench, AgentBench.Session)).Should()
            .Equal([.. Enumerable.Range(2, 9).Select(number => (number, false)), (11, true)]);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(0.04, true)]
    public async Task TakeRoom_SessionLargerThanThreeVideos_LosesTheFilesOfTakesThatCostNothing(double price, bool stored)
    {
        await using var bench = await AgentBench.StartAsync();
        var version = await bench.TellAsync(AgentBench.Story);
        await DrawAsync(bench, version, (decimal)price);
        var first = await PicturesAsync(bench, AgentBench.Session);
        await DrawAsync(bench, version, (decimal)price, new SceneWish("s02", "A lens."));
        await bench.PutAsync("agent5/final.mp4");

        await bench.Activity<TakeRoom>().KeepAsync(AgentBench.Session, AgentBench.Story, default);

        (await TakesAsync(bench, AgentBench.Session)).Select(take => (take.Number, take.Stored)).Should().Equal((1, stored), (2, true));
        var made = await DrawAsync(bench, version, (decimal)price, new SceneWish("s02", "A lens."), new SceneWish("s02", "") { Take = 1 });
        made.Found.Should().Be(stored, "what is gone is made again, of the same");
        (await PicturesAsync(bench, AgentBench.Session)).Select(picture => picture.Hash)
            .Should().Equal(first.Select(picture => picture.Hash));
    }

    [Fact]
    public async Task TakeRoom_SessionWithinThreeVideos_KeepsAll()
    {
        await using var bench = await AgentBench.StartAsync();
        var version = await bench.TellAsync(AgentBench.Story);
        await DrawAsync(bench, version);
        await DrawAsync(bench, version, new SceneWish("s02", "A lens."));
        await bench.PutAsync("agent5/final.mp4", new string('x', 100_000));

        await bench.Activity<TakeRoom>().KeepAsync(AgentBench.Session, AgentBench.Story, default);

        (await TakesAsync(bench, AgentBench.Session)).Should().OnlyContain(take => take.Stored);
    }

    private static async Task<string> MakeChildAsync(AgentBench bench, string version, StoryChange change)
    {
        var digest = await ForkAsync(bench, version, change);
        await MakeAsync(bench, Child, digest!.Version!);
        return digest.Version!;
    }

    private static Task<Piece> DrawAsync(AgentBench bench, string version, params SceneWish[] wishes) =>
        DrawAsync(bench, version, 0.04m, wishes);

    /// <summary>Has the scene of s02 drawn with a reviewer's wishes.</summary>
    private static async Task<Piece> DrawAsync(AgentBench bench, string version, decimal price, params SceneWish[] wishes)
    {
        var board = await bench.RunAsync((WriteStoryboard step) => step.WriteStoryboardAsync(new WriteStoryboardTask
        {
            Session = AgentBench.Session,
            Agent = AgentName.Agent2,
            Version = version,
            Wishes = wishes,
        }));
        return await bench.RunAsync((DrawScene step) =>
            step.DrawSceneAsync(TaskOf(AgentBench.Session, board.Fingerprint!) with { Price = price }));
    }

    private static SegmentTask TaskOf(SessionKey session, string version) =>
        new() { Session = session, Agent = AgentName.Agent2, Version = version, SegmentId = "s02" };

    private static async Task<IEnumerable<(int Number, bool Shown)>> ListAsync(AgentBench bench, SessionKey session) =>
        (await TakesAsync(bench, session)).Select(take => (take.Number, take.Shown));

    private static async Task<IReadOnlyList<SegmentTake>> TakesAsync(AgentBench bench, SessionKey session) =>
        await new SceneTakes(bench.Store).OfAsync(session, await SegmentAsync(bench, session), default);

    private static async Task<Segment> SegmentAsync(AgentBench bench, SessionKey session)
    {
        var board = await bench.Store.ReadAsync(new SessionLayout(session).Storyboard, default);
        return JsonSerializer.Deserialize<Story>(board.Bytes.Span)!.Segments.Single(segment => segment.Id == "s02");
    }

    private static Task<IReadOnlyList<(string Path, string Hash)>> SceneAsync(AgentBench bench, SessionKey session) =>
        BelowAsync(bench, session, "agent2/s02/");

    private static Task<IReadOnlyList<(string Path, string Hash)>> TakeAsync(AgentBench bench, SessionKey session, int number) =>
        BelowAsync(bench, session, $"takes/s02/{number}/");

    private static async Task<IReadOnlyList<(string Path, string Hash)>> PicturesAsync(AgentBench bench, SessionKey session) =>
        [.. (await SceneAsync(bench, session)).Where(file => SessionLayout.IsPicture(file.Path))];

    private static async Task<IReadOnlyList<(string Path, string Hash)>> BelowAsync(AgentBench bench, SessionKey session, string folder) =>
        [.. (await HashesAsync(bench, session, folder)).Select(file => (file.Path[folder.Length..], file.Hash))];

    /// <summary>Makes a scene as earlier releases did.</summary>
    private static async Task ForgetOriginAsync(AgentBench bench, string key)
    {
        var read = await bench.Store.ReadAsync(key, default);
        var scene = JsonNode.Parse(read.Bytes.Span)!;
        scene["Document"]!.AsObject().Remove("Origin").Should().BeTrue();
        await bench.Store.PutAsync(key, JsonSerializer.SerializeToUtf8Bytes(scene), read.Object.Tags, default);
    }
}
