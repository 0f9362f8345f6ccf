using Temporalio.Client;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Workflows.Tests;

public sealed class StoryRoomTests(VideoWorkflowFixture fixture) : IClassFixture<VideoWorkflowFixture>
{
    [Fact]
    public async Task Run_GoodStory_IsWrittenOnceAndItsScoreIsSeen()
    {
        var studio = new FakeStudio { Scores = new([80, 99]) };

        var (result, summaries) = await RunAsync(studio);

        (studio.Count("PlanStory"), studio.Count("JudgeStory")).Should().Be((1, 1));
        result.StoryScore.Should().Be(80);
        summaries.Should().Contain("critic: story, round 1").And.Contain("storyboard (story: 80 of 100; scenes: 90 of 100)");
    }

    [Fact]
    public async Task Run_PoorStory_IsWrittenAgainWithTheCritiqueUpToTheLimitAndTheBestIsKept()
    {
        var studio = new FakeStudio { Scores = new([40, 70, 50, 99]) };

        var (result, summaries) = await RunAsync(studio);

        studio.Count("PlanStory").Should().Be(3);
        studio.Planned!.Critique.Should().Equal("Say less.");
        studio.Storyboard!.Version.Should().Be("plan:2", "the second was the best");
        result.StoryScore.Should().Be(70);
        summaries.Should().Contain("story, round 3 (before: 70 of 100)");
    }

    [Fact]
    public async Task Run_DirectorThatWouldWriteTheSame_IsNotAskedAgain()
    {
        var studio = new FakeStudio { Scores = new([40]), CanRevise = false };

        await RunAsync(studio);

        studio.Count("PlanStory").Should().Be(1);
    }

    [Theory]
    [InlineData(1, 80, 1)]
    [InlineData(2, 80, 2)]
    [InlineData(3, 40, 1)]
    [InlineData(3, 45, 2)]
    public async Task Run_LimitsOfTheSettings_DecideHowOften(int rounds, int good, int expected)
    {
        var studio = new FakeStudio { Scores = new([42, 46, 50]) };

        await RunAsync(studio, settings => settings with { StoryRounds = rounds, Quality = new() { Good = good } });

        studio.Count("PlanStory").Should().Be(expected);
    }

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public async Task Run_StageOrQualityOff_JudgesNothing(bool stage, bool quality)
    {
        var studio = new FakeStudio { Scores = new([10]) };

        var (result, _) = await RunAsync(
            studio, settings => settings with { Stages = new() { Story = stage }, Quality = new() { Enabled = quality } });

        (studio.Count("PlanStory"), studio.Count("JudgeStory")).Should().Be((1, 0));
        result.StoryScore.Should().BeNull();
    }

    [Theory]
    [InlineData(false, true, 0, 0)]
    [InlineData(true, false, 4, 0)]
    [InlineData(true, true, 4, 4)]
    public async Task Run_StagesOff_EndsBeforeThem(bool scenes, bool videos, int drawn, int rendered)
    {
        var studio = new FakeStudio();

        var (result, _) = await RunAsync(studio, settings => settings with { Stages = new() { Scenes = scenes, Videos = videos } });

        (studio.Count("DrawScene"), studio.Count("RenderClip")).Should().Be((drawn, rendered));
        studio.Closed!.Outcome.Should().Be(VideoOutcome.Finished);
        (result.VideoKey is null).Should().Be(rendered == 0);
        result.ComposedBy.Should().Be(rendered == 0 ? AgentName.Orchestrator : AgentName.Agent5);
    }

    [Theory]
    [InlineData(59, true)]
    [InlineData(60, false)]
    public async Task Run_BelowAcceptable_IsTold(int score, bool told)
    {
        var studio = new FakeStudio { Scores = new([score]), CanRevise = false };
        IReadOnlyList<StatusMessage> messages = [];

        await RunAsync(studio, act: async handle => messages = await handle.QueryAsync(workflow => workflow.Statuses(0)));

        messages.Any(message => message.Message?.StartsWith("The story is poor", StringComparison.Ordinal) == true).Should().Be(told);
    }

    private async Task<(VideoResult Result, IReadOnlyList<string> Summaries)> RunAsync(
        FakeStudio studio,
        Func<PipelineSettings, PipelineSettings>? change = null,
        Func<WorkflowHandle<VideoWorkflow, VideoResult>, Task>? act = null)
    {
        VideoResult? result = null;
        IReadOnlyList<string> summaries = [];
        await fixture.RunAsync(
            studio,
            async handle =>
            {
                result = await handle.GetResultAsync();
                await (act?.Invoke(handle) ?? Task.CompletedTask);
                summaries = [.. (await handle.FetchHistoryAsync()).Events
                    .Where(each => each.ActivityTaskScheduledEventAttributes is not null)
                    .Select(each => each.UserMetadata?.Summary?.Data.ToStringUtf8().Trim('"') ?? "")];
            },
            input => input with { Settings = change?.Invoke(input.Settings) ?? input.Settings });
        return (result!, summaries);
    }
}
