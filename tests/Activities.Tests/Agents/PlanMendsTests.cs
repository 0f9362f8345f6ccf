using TemporalVideo.Activities.Agent2;
using TemporalVideo.Activities.Agent5;
using TemporalVideo.Storage.Objects;
using TemporalVideo.Studio.Pictures;
using TemporalVideo.Workflows.Contracts;
using static TemporalVideo.Activities.Tests.Agents.ForkSteps;

namespace TemporalVideo.Activities.Tests.Agents;

/// <summary>What of a poor video can be made better, and that it is the scene from before when that is undone.</summary>
public sealed class PlanMendsTests
{
    private static readonly FaultyPiece Second = new(PieceKind.Scene, "s02");

    [Fact]
    public async Task PlanMends_SceneWithABetterLayout_IsAnotherTakeAndTheFirstCanComeBack()
    {
        await using var bench = await MadeAsync(fits: layout => layout == 0 ? 0.05 : null);
        var (first, other) = (await HashesAsync(bench, AgentBench.Session, "agent2/s02/"),
            await HashesAsync(bench, AgentBench.Session, "agent2/s01/"));

        var plan = await PlanAsync(bench, Second);

        plan.Scenes.Should().Equal(new MendedScene("s02", 1, Painted: false));
        await ShowAsync(bench, plan.Version!);
        (await HashesAsync(bench, AgentBench.Session, "agent2/s02/")).Should().NotEqual(first);
        (await HashesAsync(bench, AgentBench.Session, "agent2/s01/")).Should().Equal(other);
        bench.Made.Clear();
        await ShowAsync(bench, plan.Version!, new SceneWish("s02", "") { Take = 1 });
        (await HashesAsync(bench, AgentBench.Session, "agent2/s02/")).Should().Equal(first);
        bench.Made.Should().BeEmpty();
    }

    [Fact]
    public async Task PlanMends_NothingBetter_TidiesUp()
    {
        await using var bench = await MadeAsync(fits: _ => 0.05);

        (await PlanAsync(bench, Second)).IsEmpty.Should().BeTrue();

        (await bench.KeysAsync("agent4/")).Should().NotContain("agent4/music.wav");
    }

    [Fact]
    public async Task PlanMends_SomethingToMend_KeepsWhatTheVideoIsMadeOf()
    {
        await using var bench = await MadeAsync(fits: _ => 0.05);

        var plan = await PlanAsync(bench, Second, new FaultyPiece(PieceKind.Music, null));

        plan.Should().BeEquivalentTo(new MendPlan { Quieter = 6 });
        (await bench.KeysAsync("agent4/")).Should().Contain("agent4/music.wav");
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public async Task PlanMends_PaintedScene_IsPaintedAnewWhereThereIsMoney(int mayPaint, bool expected)
    {
        await using var bench = await MadeAsync(fits: _ => null, painted: true);

        var plan = await PlanAsync(bench, task => task with { MayPaint = mayPaint }, Second, new FaultyPiece(PieceKind.Scene, "s01"));

        plan.Scenes.Should().Equal(expected ? [new MendedScene("s02", 1, Painted: true)] : []);
        if (expected)
        {
            var story = (await bench.Activity<Pieces>().ReadAsync<Story>(
                new SessionLayout(AgentBench.Session).Story(plan.Version!), default)).Content;
            story.Segments.Select(segment => segment.Take).Should()
                .Equal(null, new PictureTake { Number = 2, Ordered = "s1/mended/2" });
        }
    }

    [Theory]
    [InlineData("s01", 0, "s01")]
    [InlineData("s02", 0, null)]
    public async Task PlanMends_FlashingFootage_IsHeldWhereThereIsSome(string flashing, int quieter, string? still)
    {
        await using var bench = await MadeAsync(fits: _ => null);

        var plan = await PlanAsync(
            bench, task => task with { Filmed = ["s01"], Quieter = quieter }, new FaultyPiece(PieceKind.Footage, flashing));

        plan.Still.Should().Equal(still is null ? [] : [still]);
    }

    [Theory]
    [InlineData(12, 6)]
    [InlineData(18, 0)]
    public async Task PlanMends_Music_IsLoweredUntilItIsHardlyThere(int quieter, int by)
    {
        await using var bench = await MadeAsync(fits: _ => null);

        (await PlanAsync(bench, task => task with { Quieter = quieter }, new FaultyPiece(PieceKind.Music, null))).Quieter.Should().Be(by);
    }

    /// <param name="fits">How well the pictogram of s02 fits what is said, by layout; null: it shows none.</param>
    /// <param name="painted">Whether the scenes have a painting.</param>
    private static async Task<AgentBench> MadeAsync(Func<int, double?> fits, bool painted = false)
    {
        var bench = await AgentBench.StartAsync();
        bench.Footage = painted ? new LayerRoom(0, 0, 10, 10) : null;
        bench.Shows = request => request.Segment.Id == "s02" && fits(request.Segment.Take?.Layout ?? 0) is { } value
            ? [new ShownPictogram("prism", "A prism", 0.9) { ToSentence = value }] : [];
        await MakeParentAsync(bench);
        return bench;
    }

    private static Task<MendPlan> PlanAsync(AgentBench bench, params FaultyPiece[] faulty) => PlanAsync(bench, task => task, faulty);

    private static Task<MendPlan> PlanAsync(AgentBench bench, Func<MendTask, MendTask> change, params FaultyPiece[] faulty) =>
        bench.RunAsync((PlanMends step) => step.PlanMendsAsync(change(new MendTask
        {
            Session = AgentBench.Session,
            Agent = AgentName.Agent5,
            SegmentIds = ["s01", "s02"],
            Faulty = faulty,
        })));

    private static async Task ShowAsync(AgentBench bench, string version, params SceneWish[] wishes)
    {
        var board = await bench.RunAsync((WriteStoryboard step) => step.WriteStoryboardAsync(new WriteStoryboardTask
        {
            Session = AgentBench.Session,
            Agent = AgentName.Agent2,
            Version = version,
            Wishes = wishes,
        }));
        await bench.RunAsync((DrawScene step) => step.DrawSceneAsync(new SegmentTask
        {
            Session = AgentBench.Session,
            Agent = AgentName.Agent2,
            Version = board.Fingerprint!,
            SegmentId = "s02",
            Local = true,
        }));
    }
}
