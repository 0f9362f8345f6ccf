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

        (await bench.KeysAsync("agent2/")).Should().Equal("agent2/s01/back.png", "agent2/s01/scene.json", "agent2/storyboard.json");
    }

    [Fact]
    public async Task DrawScene_Again_IsFoundAndNotDrawn()
    {
        await using var bench = await AgentBench.StartAsync();

        var first = await DrawAsync(bench, AgentBench.Story, 0);
        var second = await DrawAsync(bench, AgentBench.Story, 0);

        first.Should().Be(new Piece("scaffold_test/anna/s1/agent2/s01/scene.json", 2, Found: false));
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
    public async Task DrawScene_LostBeforeItsDocument_IsDrawnAgain()
    {
        await using var bench = await AgentBench.StartAsync();
        await bench.PutAsync("agent2/s01/back.png", "half");

        (await DrawAsync(bench, AgentBench.Story, 0)).Found.Should().BeFalse();
        (await bench.TextAsync("agent2/s01/back.png")).Should().Be("A prism.");
    }

    [Fact]
    public async Task DrawScene_ToolMissing_FailsForGoodWithItsType()
    {
        await using var bench = await AgentBench.StartAsync();
        bench.Failure = new ToolMissingException("ffprobe", new IOException("not found"));

        var failure = await bench.FailureOfAsync<DrawScene, Piece>(activity => activity.DrawSceneAsync(TaskOf(AgentBench.Story, 0)));

        failure.ErrorType.Should().Be(FailureTypes.ToolFailed);
        failure.Message.Should().Contain("apt-get install ffmpeg");
    }

    private static Story Revised(int index) => AgentBench.Story with
    {
        Segments = [.. AgentBench.Story.Segments.Select((segment, at) => at == index ? segment with { VisualGuidance = "A lens." } : segment)],
    };

    private static SegmentTask TaskOf(Story story, int index) => new() { Session = AgentBench.Session, Agent = AgentName.Agent2, Story = story, Index = index };

    private static Task<Piece> DrawAsync(AgentBench bench, Story story, int index) =>
        bench.RunAsync<DrawScene, Piece>(activity => activity.DrawSceneAsync(TaskOf(story, index)));

    private static Task<Piece> WriteAsync(AgentBench bench, Story story) => bench.RunAsync<WriteStoryboard, Piece>(activity =>
        activity.WriteStoryboardAsync(new StoryboardTask { Session = AgentBench.Session, Agent = AgentName.Agent2, Story = story }));
}
