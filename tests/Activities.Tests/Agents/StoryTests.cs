using System.Text.Json;
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
        await using var bench = await WithSourceAsync();

        await bench.RunAsync<PlanStory, StoryDigest>(activity => activity.PlanStoryAsync(TaskWith(feedback)));

        bench.Planned!.TargetSeconds.Should().Be(expected);
    }

    [Fact]
    public async Task EditStory_Sentence_IsInANewVersionAndSoAgainFound()
    {
        await using var bench = await WithSourceAsync();
        var task = new EditTask
        {
            Session = AgentBench.Session,
            Agent = AgentName.Orchestrator,
            Version = await bench.TellAsync(AgentBench.Story),
            Edits = [new SegmentEdit("s02") { Sentences = ["Light bends in water."] }],
        };

        var first = await bench.RunAsync<EditStory, StoryDigest>(activity => activity.EditStoryAsync(task));
        var second = await bench.RunAsync<EditStory, StoryDigest>(activity => activity.EditStoryAsync(task));

        first.Version.Should().NotBe(task.Version);
        second.Should().BeEquivalentTo(first, options => options.Excluding(digest => digest.Found));
        second.Found.Should().BeTrue();
        (await bench.TextAsync($"stories/{first.Version!.Replace(':', '-')}.json")).Should().Contain("Light bends in water.");
    }

    [Fact]
    public async Task PlanStory_OtherWish_FailsForGoodAndSaysWhatCanBe()
    {
        await using var bench = await WithSourceAsync();

        var failure = await bench.FailureOfAsync<PlanStory, StoryDigest>(activity => activity.PlanStoryAsync(TaskWith("funnier")));

        failure.ErrorType.Should().Be(FailureTypes.StorySource);
        failure.Message.Should().Contain("funnier").And.Contain("shorter");
    }

    [Fact]
    public async Task PlanStory_ThinSource_FailsForGood()
    {
        await using var bench = await WithSourceAsync();
        bench.Failure = new StorySourceException("No lesson fits.");

        (await bench.FailureOfAsync<PlanStory, StoryDigest>(activity => activity.PlanStoryAsync(TaskWith()))).ErrorType.Should()
            .Be(FailureTypes.StorySource);
    }

    [Fact]
    public async Task PlanStory_Again_AnswersWithTheSameDigestAndPlansOnce()
    {
        await using var bench = await WithSourceAsync();

        var first = await bench.RunAsync<PlanStory, StoryDigest>(activity => activity.PlanStoryAsync(TaskWith()));
        var second = await bench.RunAsync<PlanStory, StoryDigest>(activity => activity.PlanStoryAsync(TaskWith()));

        second.Should().BeEquivalentTo(first with { Found = true });
        first.Segments.Select(segment => segment.Id).Should().Equal("s01", "s02");
        JsonSerializer.Serialize(first).Should().NotContain("Light bends.");
        (await bench.TextAsync($"stories/{first.Version!.Replace(':', '-')}.json")).Should().Contain("Light bends.");
        bench.Made.Should().Equal("story");
    }

    [Fact]
    public async Task PlanStory_OtherSourceOrPlanner_IsAnotherVersion()
    {
        await using var bench = await WithSourceAsync();
        var first = await bench.RunAsync<PlanStory, StoryDigest>(activity => activity.PlanStoryAsync(TaskWith()));
        bench.Identity = "bench/2";
        var second = await bench.RunAsync<PlanStory, StoryDigest>(activity => activity.PlanStoryAsync(TaskWith()));
        await bench.PutAsync("source.md", "# Prisms");
        var third = await bench.RunAsync<PlanStory, StoryDigest>(activity => activity.PlanStoryAsync(TaskWith()));

        new[] { first.Version, second.Version, third.Version }.Should().OnlyHaveUniqueItems();
    }

    private static async Task<AgentBench> WithSourceAsync()
    {
        var bench = await AgentBench.StartAsync();
        await bench.PutAsync("source.md", "# Rainbows");
        return bench;
    }

    private static StoryTask TaskWith(params string[] feedback) =>
        new() { Session = AgentBench.Session, Agent = AgentName.Orchestrator, TargetSeconds = 60, Feedback = feedback };
}
