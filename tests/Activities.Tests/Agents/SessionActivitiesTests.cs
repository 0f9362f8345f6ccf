using TemporalVideo.Activities.Session;
using TemporalVideo.Storage.Objects;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Activities.Tests.Agents;

public sealed class SessionActivitiesTests
{
    private static readonly OpenTask Opening = new() { Session = AgentBench.Session, Agent = AgentName.Orchestrator };

    [Fact]
    public async Task OpenSession_Row_WritesTheRawTimestampOnce()
    {
        await using var bench = await AgentBench.StartAsync();

        await OpenAsync(bench);
        var written = await bench.TextAsync("timestamp.json");
        await OpenAsync(bench);

        written.Should().MatchRegex(@"\A\d{10}\z");
        (await bench.TextAsync("timestamp.json")).Should().Be(written);
    }

    [Fact]
    public async Task OpenSession_NoRow_FailsForGoodAndWritesNothing()
    {
        await using var bench = await AgentBench.StartAsync(withRow: false);

        var failure = await bench.FailureOfAsync<OpenSession, bool>(async activity =>
        {
            await activity.OpenSessionAsync(Opening);
            return true;
        });

        failure.ErrorType.Should().Be(FailureTypes.SessionNotFound);
        failure.Message.Should().Contain("'s1'").And.Contain("'anna'");
        (await bench.KeysAsync("")).Should().BeEmpty();
    }

    [Fact]
    public async Task OpenSession_NoRowAndATopic_MakesTheRow()
    {
        await using var bench = await AgentBench.StartAsync(withRow: false);

        await bench.RunAsync<OpenSession, bool>(async activity =>
        {
            await activity.OpenSessionAsync(Opening with { Topic = "The water cycle", Source = "# The water cycle" });
            return true;
        });

        (await bench.Sessions.FindAsync(AgentBench.Session, default)).Should()
            .BeEquivalentTo(new { Topic = "The water cycle", Outcome = "Running" });
        (await bench.TextAsync("source.md")).Should().Be("# The water cycle");
    }

    [Fact]
    public async Task CloseSession_Failed_KeepsTheReason()
    {
        await using var bench = await AgentBench.StartAsync();

        await bench.RunAsync<CloseSession, bool>(async activity =>
        {
            await activity.CloseSessionAsync(
                new CloseTask { Session = AgentBench.Session, Outcome = VideoOutcome.Failed, Reason = "It broke.", Cost = 0.02m });
            return true;
        });

        (await bench.Sessions.FindAsync(AgentBench.Session, default)).Should()
            .BeEquivalentTo(new { Outcome = "Failed", Error = "It broke.", Cost = 0.02m });
    }

    [Fact]
    public async Task RecordGeneration_ScenesAndClipsInTheStore_AreInTheRow()
    {
        await using var bench = await AgentBench.StartAsync();
        var order = new GenerationOrder(
            new GenerationSpec { Topic = "rainbows", Seconds = 30, Sound = new() },
            new BroughtAssets("Prism 2", new Dictionary<string, string>()),
            new PipelineSettings());
        await bench.RunAsync<OpenSession, bool>(async activity =>
        {
            await activity.OpenSessionAsync(Opening with { Generation = order });
            return true;
        });
        var root = new SessionLayout(AgentBench.Session).Root;
        foreach (var key in new[]
        {
            "agent2/s01/0a/01-sky.png", "agent5/clips/s01.mp4", "agent5/silent/s01_clip.mp4", "agent5/stitched.mp4",
        })
        {
            await bench.Store.PutAsync(root + key, new byte[] { 1 }, ObjectTags.None, default);
        }

        var version = await bench.TellAsync(AgentBench.Story);
        var stand = new GenerationStand
        {
            Stage = GenerationStage.Videos,
            Phase = VideoPhase.Stitching,
            Story = version,
            Costs = new Dictionary<string, decimal> { ["planning"] = 0.01m, ["storyboarding"] = 0.25m },
        };
        await bench.RunAsync<RecordGeneration, bool>(async activity =>
        {
            await activity.RecordGenerationAsync(new RecordTask { Session = AgentBench.Session, Stand = stand });
            return true;
        });

        var row = (await bench.Generations.FindAsync(AgentBench.Session, default))!;
        row.Should().BeEquivalentTo(new
        {
            Status = "videos",
            CurrentStage = "stitching",
            Chunks = 1,
            Cost = 0.26m,
            StitchedKey = $"{root}agent5/stitched.mp4",
            StoryText = "Light bends. Colours part.\n\nLight bends. Colours part.",
            VideoClips = $"[\"{root}agent5/clips/s01.mp4\"]",
            StoryboardImages = $"[\"{root}agent2/s01/0a/01-sky.png\"]",
            CostByPhase = """{"planning":0.01,"storyboarding":0.25}""",
            CompletedAt = (DateTime?)null,
        });
        row.Spec.Should().Contain("\"topic\":\"rainbows\"").And.Contain("\"seconds\":30");
        row.Config.Should().Contain("\"story_rounds\":3");
        row.BrandAssets.Should().Contain("Prism 2");
        row.Scenes.Should().Contain("\"segment_id\":\"s02\"");
    }

    private static Task<bool> OpenAsync(AgentBench bench) => bench.RunAsync<OpenSession, bool>(async activity =>
    {
        await activity.OpenSessionAsync(Opening);
        return true;
    });
}
