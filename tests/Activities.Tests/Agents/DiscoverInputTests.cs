using System.Text.Json;
using TemporalVideo.Activities.Agent5;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Activities.Tests.Agents;

public sealed class DiscoverInputTests
{
    private static readonly string[] Pieces =
        ["agent2/s01/scene.json", "agent2/s02/scene.json", "agent4/s01.wav", "agent4/s02.wav", "agent4/timing.json", "agent4/music.wav"];

    [Fact]
    public async Task DiscoverInput_AllThere_ListsTheSegmentsInPlayingOrder()
    {
        await using var bench = await FilledAsync(without: null);

        var input = await DiscoverAsync(bench, AgentName.Agent5);

        input.SegmentIds.Should().Equal("s01", "s02");
        input.Files.Should().Be(7);
    }

    [Theory]
    [InlineData("agent2/s02/scene.json")]
    [InlineData("agent4/s01.wav")]
    [InlineData("agent4/timing.json")]
    [InlineData("agent4/music.wav")]
    public async Task DiscoverInput_PieceMissing_NamesIt(string missing)
    {
        await using var bench = await FilledAsync(missing);

        var failure = await bench.FailureOfAsync<DiscoverInput, ComposerInput>(
            activity => activity.DiscoverInputAsync(TaskOf(AgentName.Agent5)));

        failure.ErrorType.Should().Be(FailureTypes.InputMissing);
        failure.Message.Should().Contain(missing);
    }

    [Fact]
    public async Task DiscoverInput_Agent6_NeedsNoScenes()
    {
        await using var bench = await FilledAsync("agent2/s02/scene.json");

        (await DiscoverAsync(bench, AgentName.Agent6)).SegmentIds.Should().HaveCount(2);
    }

    private static async Task<AgentBench> FilledAsync(string? without)
    {
        var bench = await AgentBench.StartAsync();
        await bench.PutAsync("agent2/storyboard.json", JsonSerializer.Serialize(AgentBench.Story));
        foreach (var piece in Pieces.Where(piece => piece != without))
        {
            await bench.PutAsync(piece);
        }

        return bench;
    }

    private static AgentTask TaskOf(AgentName agent) => new() { Session = AgentBench.Session, Agent = agent };

    private static Task<ComposerInput> DiscoverAsync(AgentBench bench, AgentName agent) =>
        bench.RunAsync<DiscoverInput, ComposerInput>(activity => activity.DiscoverInputAsync(TaskOf(agent)));
}
