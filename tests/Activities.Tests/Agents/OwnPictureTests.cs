using TemporalVideo.Activities.Agent2;
using TemporalVideo.Activities.Storytelling;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Activities.Tests.Agents;

/// <summary>The pictures beside a lesson come from the object store: the worker's machine has no folder of the lesson.</summary>
public sealed class OwnPictureTests
{
    private const string Key = "scaffold_test/anna/s1/lesson/0a1b.png";

    [Fact]
    public async Task PlanStory_PictureInTheStore_IsPlannedFromAFolderAndKeptByKey()
    {
        await using var bench = await BenchAsync();
        string? seen = null;
        bench.PlanAs = request =>
        {
            seen = File.ReadAllText(Path.Combine(request.LessonFolder!, "fig", "my lens.png"));
            return Showing(Path.Combine(request.LessonFolder!, "fig", "my lens.png"));
        };

        var digest = await PlanAsync(bench, new() { ["fig/my%20lens.png"] = Key });

        seen.Should().Be("a lens");
        (await bench.TextAsync($"stories/{digest.Version!.Replace(':', '-')}.json")).Should().Contain($"\"picture\": \"{Key}\"");
        Directory.Exists(bench.Planned!.LessonFolder).Should().BeFalse("the folder was for the planning only");
    }

    [Theory]
    [InlineData("../lens.png", Key)]
    [InlineData("lens.png", "scaffold_test/berta/s9/lesson/0a1b.png")]
    public async Task PlanStory_NameOrKeyThatLeadsElsewhere_IsNotFetched(string name, string key)
    {
        await using var bench = await BenchAsync();

        await PlanAsync(bench, new() { [name] = key });

        bench.Planned!.LessonFolder.Should().BeNull();
    }

    [Fact]
    public async Task DrawScene_PictureByKey_IsAtHandOnThisMachine()
    {
        await using var bench = await BenchAsync();

        var piece = await DrawAsync(bench, Showing(Key));

        bench.OwnPicture.Should().Be("a lens");
        piece.Warning.Should().BeNull();
    }

    [Fact]
    public async Task DrawScene_PictureThatIsGone_IsWarnedOf()
    {
        await using var bench = await BenchAsync();

        (await DrawAsync(bench, Showing(Key.Replace("0a1b", "ffff")))).Warning.Should().Contain("ffff.png");
        bench.OwnPicture.Should().BeNull();
    }

    private static async Task<AgentBench> BenchAsync()
    {
        var bench = await AgentBench.StartAsync();
        await bench.PutAsync("source.md", "![A lens](fig/my%20lens.png)");
        await bench.PutAsync("lesson/0a1b.png", "a lens");
        return bench;
    }

    private static Story Showing(string picture) => AgentBench.Story with
    {
        Segments = [AgentBench.Story.Segments[0] with { Diagram = new Diagram { Kind = DiagramKind.Picture, Picture = picture } }],
    };

    private static Task<StoryDigest> PlanAsync(AgentBench bench, Dictionary<string, string> pictures) =>
        bench.RunAsync<PlanStory, StoryDigest>(activity => activity.PlanStoryAsync(
            new StoryTask { Session = AgentBench.Session, Agent = AgentName.Orchestrator, LessonPictures = pictures }));

    private static async Task<Piece> DrawAsync(AgentBench bench, Story story)
    {
        var task = await bench.SegmentTaskAsync(AgentName.Agent2, story, 0);
        return await bench.RunAsync<DrawScene, Piece>(activity => activity.DrawSceneAsync(task));
    }
}
