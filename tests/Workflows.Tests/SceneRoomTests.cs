using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Workflows.Tests;

public sealed class SceneRoomTests(VideoWorkflowFixture fixture) : IClassFixture<VideoWorkflowFixture>
{
    [Fact]
    public async Task Run_PoorScenes_AreWrittenAgainAloneUpToTheLimitAndTheBestIsKept()
    {
        var studio = new FakeStudio { Written = 4, SceneScores = new([[90, 40, 85, 70], [90, 90, 85, 75], [10, 10, 10, 10]]) };

        var (result, summaries) = await RunAsync(studio, settings => settings with { SceneRounds = 3 });

        studio.ScenesAsked.Select(task => (task.Round, task.Version)).Should().Equal((1, "plan:1"), (2, "scenes:1"), (3, "scenes:2"));
        studio.ScenesAsked.ElementAt(1).Critique!.Select(scene => scene.SegmentId).Should().Equal("s02", "s04");
        studio.ScenesAsked.ElementAt(2).Critique!.Select(scene => scene.SegmentId).Should().Equal("s04");
        studio.Storyboard!.Version.Should().Be("coherent:scenes:2", "the second was the best");
        studio.JudgedHere.Should().NotContain(true);
        result.SceneScore.Should().Be(85);
        summaries.Should().Contain("scenes in words, round 2: 2 again (before: 71 of 100)").And.Contain("critic: scenes, round 3")
            .And.Contain("cohesor: scenes (85 of 100)");
    }

    [Fact]
    public async Task Run_ScenesOfThePlanner_GoTheSamePathAndAreJudgedHereOnce()
    {
        var studio = new FakeStudio { SceneScores = new([[10, 10, 10, 10]]) };

        var (result, _) = await RunAsync(studio);

        (studio.Count("WriteScenes"), studio.Count("JudgeScenes"), studio.Count("CohereScenes")).Should().Be((1, 1, 1));
        studio.JudgedHere.Should().Equal(true, true);
        studio.Storyboard!.Version.Should().Be("plan:1");
        result.SceneScore.Should().Be(10);
    }

    [Fact]
    public async Task Run_ServiceThatFails_IsReplacedByThisMachine()
    {
        var studio = new FakeStudio { Written = 4 };
        studio.On("CohereScenes", () => studio.JudgedHere.Last() ? Task.CompletedTask
            : throw new Temporalio.Exceptions.ApplicationFailureException("No.", FailureTypes.ProviderRefused, nonRetryable: true));

        var (result, _) = await RunAsync(studio);

        studio.JudgedHere.Should().Equal(false, false, true);
        result.ComposedBy.Should().Be(AgentName.Agent5);
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public async Task Run_ReferencesOnOrOff_AreMadeOrNot(bool on, int made)
    {
        var studio = new FakeStudio { Written = 4 };

        var (result, _) = await RunAsync(studio, settings => settings with { Stages = new() { ReferenceImages = on } });

        studio.Count("MakeReferences").Should().Be(made);
        studio.Recorded.Any(stand => stand.Stage == GenerationStage.References).Should().Be(on);
        result.Cost.Charged.Should().Be(0.01m * made);
    }

    [Fact]
    public async Task Run_QualityOff_WritesOnceAndJudgesNothing()
    {
        var studio = new FakeStudio { Written = 4 };

        var (result, _) = await RunAsync(studio, settings => settings with { Quality = new() { Enabled = false } });

        (studio.Count("WriteScenes"), studio.Count("JudgeScenes")).Should().Be((1, 0));
        result.SceneScore.Should().BeNull();
    }

    private async Task<(VideoResult Result, IReadOnlyList<string> Summaries)> RunAsync(
        FakeStudio studio, Func<PipelineSettings, PipelineSettings>? change = null)
    {
        VideoResult? result = null;
        IReadOnlyList<string> summaries = [];
        await fixture.RunAsync(
            studio,
            async handle =>
            {
                result = await handle.GetResultAsync();
                summaries = [.. (await handle.FetchHistoryAsync()).Events
                    .Where(each => each.ActivityTaskScheduledEventAttributes is not null)
                    .Select(each => each.UserMetadata?.Summary?.Data.ToStringUtf8().Trim('"') ?? "")];
            },
            input => input with { Settings = change?.Invoke(input.Settings) ?? input.Settings });
        return (result!, summaries);
    }
}
