using TemporalVideo.Activities.Storytelling;
using TemporalVideo.Studio.Storytelling;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Activities.Tests.Agents;

public sealed class StoryTests
{
    [Theory]
    [InlineData(60)]
    [InlineData(45, "make it shorter")]
    [InlineData(80, "longer please")]
    [InlineData(143, "longer", "longer", "longer")]
    [InlineData(26, "too long", "shorter", "shorter")]
    [InlineData(40, "40 seconds")]
    [InlineData(53, "shorter", "40s", "longer")]
    public async Task PlanStory_WishesForTheLength_AreFollowedInOrder(double expected, params string[] feedback)
    {
        await using var bench = await AgentBench.StartAsync();

        await bench.RunAsync<PlanStory, Story>(activity => activity.PlanStoryAsync(TaskWith(feedback)));

        bench.Planned!.TargetSeconds.Should().Be(expected);
    }

    [Fact]
    public async Task PlanStory_OtherWish_FailsForGoodAndSaysWhatCanBe()
    {
        await using var bench = await AgentBench.StartAsync();

        var failure = await bench.FailureOfAsync<PlanStory, Story>(activity => activity.PlanStoryAsync(TaskWith("funnier")));

        failure.ErrorType.Should().Be(FailureTypes.StorySource);
        failure.Message.Should().Contain("funnier").And.Contain("shorter");
    }

    [Fact]
    public async Task PlanStory_ThinSource_FailsForGood()
    {
        await using var bench = await AgentBench.StartAsync();
        bench.Failure = new StorySourceException("No lesson fits.");

        (await bench.FailureOfAsync<PlanStory, Story>(activity => activity.PlanStoryAsync(TaskWith()))).ErrorType.Should().Be(FailureTypes.StorySource);
    }

    private static StoryTask TaskWith(params string[] feedback) =>
        new() { Session = AgentBench.Session, Source = "rainbow", TargetSeconds = 60, Feedback = feedback };
}
