using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Workflows.Tests;

public sealed class ForkTests(VideoWorkflowFixture fixture) : IClassFixture<VideoWorkflowFixture>
{
    internal static ForkOrigin Origin { get; } = new()
    {
        Parent = new SessionKey("anna", "parent"),
        Version = "plan:1",
        Changes = [new StoryChange { Change = StoryChangeKind.Text, SegmentId = "s02", Sentences = ["It bends."] }],
    };

    [Fact]
    public async Task Run_Fork_TakesTheStoryOverInPlaceOfWritingOne()
    {
        var studio = new FakeStudio();

        await fixture.RunAsync(
            studio,
            async handle =>
            {
                await handle.GetResultAsync();
                (await handle.QueryAsync(workflow => workflow.Status())).Parent.Should().Be(Origin.Parent);
                (await handle.QueryAsync(workflow => workflow.Storyboard()))!.Version.Should().Be("fork:1");
            },
            input => input with { Fork = Origin });

        studio.Forked.Should().BeEquivalentTo(Origin);
        (studio.Count("PlanStory"), studio.Count("JudgeStory"), studio.Count("CheckVideo")).Should().Be((0, 0, 1));
    }

    [Fact]
    public async Task Run_ForkFromTheStory_WritesIt()
    {
        var studio = new FakeStudio();

        await fixture.RunAsync(
            studio,
            handle => handle.GetResultAsync(),
            input => input with { Fork = Origin with { From = ForkStep.Story, Changes = [] } });

        (studio.Count("ForkSession"), studio.Count("PlanStory")).Should().Be((1, 1));
    }

    [Fact]
    public async Task Run_ForkThatCannotBe_FailsWithTheReason()
    {
        var studio = new FakeStudio().Failing("ForkSession", FailureTypes.StorySource, "Change 1 (text): there is no segment 's09'.");

        await fixture.RunAsync(
            studio,
            async handle => await handle.Awaiting(run => run.GetResultAsync()).Should().ThrowAsync<Exception>(),
            input => input with { Fork = Origin });

        studio.Closed!.Reason.Should().Contain("s09");
        studio.Count("DrawScene").Should().Be(0);
    }
}
