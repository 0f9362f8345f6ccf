using System.Text.Json;
using TemporalVideo.Activities.Agent2;
using TemporalVideo.Studio.Film;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Activities.Tests.Agents;

public sealed class Agent2Tests
{
    [Fact]
    public async Task WriteStoryboard_Story_HasTheNamesOfTheFormat()
    {
        await using var bench = await AgentBench.StartAsync();

        await WriteAsync(bench, AgentBench.Story);

        var segment = JsonDocument.Parse(await bench.TextAsync("agent2/storyboard.json")).RootElement.GetProperty("segments")[1];
        segment.GetProperty("segment_id").GetString().Should().Be("s02");
        segment.GetProperty("visual_guidance").GetString().Should().Be("A prism.");
        segment.GetProperty("narration").GetString().Should().Be("Light bends. Colours part.");
        segment.GetProperty("duration").GetDouble().Should().Be(15);
    }

    [Fact]
    public async Task WriteStoryboard_ShorterStory_RemovesScenesOfTheEarlierOne()
    {
        await using var bench = await AgentBench.StartAsync();
        await DrawAsync(bench, AgentBench.Story, 0);
        await DrawAsync(bench, AgentBench.Story, 1);

        await WriteAsync(bench, AgentBench.Story with { Segments = [AgentBench.Story.Segments[0]] });

        (await bench.KeysAsync("agent2/")).Should().SatisfyRespectively(
            picture => picture.Should().MatchRegex("^agent2/s01/[0-9a-f]{32}/back.png$"),
            scene => scene.Should().Be("agent2/s01/scene.json"),
            storyboard => storyboard.Should().Be("agent2/storyboard.json"));
    }

    [Fact]
    public async Task DrawScene_Again_IsFoundAndNotDrawn()
    {
        await using var bench = await AgentBench.StartAsync();

        var first = await DrawAsync(bench, AgentBench.Story, 0);
        var second = await DrawAsync(bench, AgentBench.Story, 0);

        first.Should().BeEquivalentTo(new { Key = "scaffold_test/anna/s1/agent2/s01/scene.json", Files = 2, Found = false });
        second.Should().Be(first with { Found = true });
        bench.Made.Should().Equal("scene s01");
    }

    [Fact]
    public async Task DrawScene_OtherSegmentRevised_IsFound()
    {
        await using var bench = await AgentBench.StartAsync();
        await DrawAsync(bench, AgentBench.Story, 0);

        (await DrawAsync(bench, Revised(1), 0)).Found.Should().BeTrue();
        (await DrawAsync(bench, Revised(0), 0)).Found.Should().BeFalse();
    }

    [Fact]
    public async Task DrawScene_OtherSize_IsDrawnAgain()
    {
        await using var bench = await AgentBench.StartAsync();
        await DrawAsync(bench, AgentBench.Story, 0);

        (await DrawAsync(bench, AgentBench.Story with { Size = VideoSize.Tall }, 0)).Found.Should().BeFalse();
    }

    [Fact]
    public async Task DrawScene_PicturesPutButDocumentRefused_DoesNotTouchTheEarlierPictures()
    {
        await using var bench = await AgentBench.StartAsync();
        await DrawAsync(bench, AgentBench.Story, 0);
        bench.FailPut = key => key.EndsWith("scene.json", StringComparison.Ordinal);

        var draw = () => DrawAsync(bench, Revised(0), 0);

        await draw.Should().ThrowAsync<IOException>();
        (await PictureAsync(bench)).Should().Be("A prism.");
        bench.FailPut = null;
        (await DrawAsync(bench, AgentBench.Story, 0)).Found.Should().BeTrue();
        (await PictureAsync(bench)).Should().Be("A prism.");
    }

    [Fact]
    public async Task DrawScene_OtherIllustrator_IsDrawnAgain()
    {
        await using var bench = await AgentBench.StartAsync();
        await DrawAsync(bench, AgentBench.Story, 0);
        bench.Identity = "bench/2";

        (await DrawAsync(bench, AgentBench.Story, 0)).Found.Should().BeFalse();
    }

    [Fact]
    public async Task DrawScene_MadeByAWorkerThatDiedBeforeItAnswered_IsFoundWithItsCost()
    {
        await using var bench = await AgentBench.StartAsync();
        var lost = await DrawAsync(bench, AgentBench.Story, 0, price: 0.04m);

        var again = await DrawAsync(bench, AgentBench.Story, 0, price: 0.04m);

        again.Found.Should().BeTrue();
        again.Making.Should().Be(lost.Making).And.Match<Making>(making => making.Cost == 0.04m);
    }

    [Fact]
    public async Task DrawScene_MadeInAnEarlierRun_IsFoundAndNotCharged()
    {
        await using var bench = await AgentBench.StartAsync();
        await DrawAsync(bench, AgentBench.Story, 0, price: 0.04m);
        bench.RunId = "run-2";

        (await DrawAsync(bench, AgentBench.Story, 0, price: 0.04m)).Should().BeEquivalentTo(new { Found = true, Making = (Making?)null });
    }

    [Fact]
    public async Task WriteStoryboard_Wishes_MakeAnotherVersionAndLeaveTheEarlierOne()
    {
        await using var bench = await AgentBench.StartAsync();
        var planned = await WriteAsync(bench, AgentBench.Story);

        var wished = await WriteAsync(bench, AgentBench.Story, new SceneWish("s02", "Show a lens."), new SceneWish(null, "Bluer"));

        wished.Fingerprint.Should().NotBe(planned.Fingerprint);
        var segments = JsonSerializer.Deserialize<Story>(await bench.TextAsync("agent2/storyboard.json"))!.Segments;
        segments.Select(segment => segment.VisualGuidance).Should().Equal("Bluer. A prism.", "Bluer. Show a lens. A prism.");
        segments[1].Feedback.Should().Equal("Show a lens.", "Bluer");
        (await bench.KeysAsync("stories/")).Should().HaveCount(2);
    }

    [Fact]
    public async Task DrawScene_VersionOfTheStoryGone_NamesIt()
    {
        await using var bench = await AgentBench.StartAsync();
        var task = new SegmentTask { Session = AgentBench.Session, Agent = AgentName.Agent2, Version = "plan:00", SegmentId = "s01" };

        var failure = await bench.FailureOfAsync<DrawScene, Piece>(activity => activity.DrawSceneAsync(task));

        failure.ErrorType.Should().Be(FailureTypes.InputMissing);
        failure.Message.Should().Contain("stories/plan-00.json");
    }

    [Fact]
    public async Task DrawScene_ToolMissing_FailsForGoodWithItsType()
    {
        await using var bench = await AgentBench.StartAsync();
        bench.Failure = new ToolMissingException("ffprobe", new IOException("not found"));
        var task = await bench.SegmentTaskAsync(AgentName.Agent2, AgentBench.Story, 0);

        var failure = await bench.FailureOfAsync<DrawScene, Piece>(activity => activity.DrawSceneAsync(task));

        failure.ErrorType.Should().Be(FailureTypes.ToolFailed);
        failure.Message.Should().Contain("apt-get install ffmpeg");
    }

    /// <summary>The picture that the scene's document names.</summary>
    private static async Task<string> PictureAsync(AgentBench bench)
    {
        var folder = JsonDocument.Parse(await bench.TextAsync("agent2/s01/scene.json")).RootElement.GetProperty("Folder").GetString();
        return await bench.TextAsync($"agent2/s01/{folder}/back.png");
    }

    private static Story Revised(int index) => AgentBench.Story with
    {
        Segments =
            [.. AgentBench.Story.Segments.Select((segment, at) => at == index ? segment with { VisualGuidance = "A lens." } : segment)],
    };

    private static async Task<Piece> DrawAsync(AgentBench bench, Story story, int index, decimal price = 0)
    {
        var task = await bench.SegmentTaskAsync(AgentName.Agent2, story, index, price);
        return await bench.RunAsync<DrawScene, Piece>(activity => activity.DrawSceneAsync(task));
    }

    private static async Task<Piece> WriteAsync(AgentBench bench, Story story, params SceneWish[] wishes)
    {
        var task = new WriteStoryboardTask
        {
            Session = AgentBench.Session,
            Agent = AgentName.Agent2,
            Version = await bench.TellAsync(story),
            Wishes = wishes,
        };
        return await bench.RunAsync<WriteStoryboard, Piece>(activity => activity.WriteStoryboardAsync(task));
    }
}
