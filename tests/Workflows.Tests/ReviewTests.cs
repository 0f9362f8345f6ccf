using Temporalio.Client;
using Temporalio.Exceptions;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Workflows.Tests;

public sealed class ReviewTests(VideoWorkflowFixture fixture) : IClassFixture<VideoWorkflowFixture>
{
    private static readonly Review ApproveStory = new() { Subject = ReviewSubject.Story };
    private static readonly Review ApproveScenes = new() { Subject = ReviewSubject.Scenes };

    internal static readonly Review Rewritten = ApproveStory with
    {
        Version = "plan:1",
        Edits = [new SegmentEdit("s02") { Sentences = ["Light bends in water."] }],
    };

    [Fact]
    public async Task Review_ApprovedByUpdates_GoesOn()
    {
        var studio = new FakeStudio();

        await InteractiveAsync(studio, async handle =>
        {
            await WaitedForAsync(handle, ReviewSubject.Story);
            studio.Count("DrawScene").Should().Be(0);
            await handle.ExecuteUpdateAsync(workflow => workflow.ReviewAsync(ApproveStory));
            await WaitedForAsync(handle, ReviewSubject.Scenes);
            studio.Count("RenderClip").Should().Be(0);
            await handle.ExecuteUpdateAsync(workflow => workflow.ReviewAsync(ApproveScenes));

            (await handle.GetResultAsync()).ComposedBy.Should().Be(AgentName.Agent5);
        });
    }

    [Fact]
    public async Task Review_ApprovedBySignals_GoesOn() => await InteractiveAsync(new FakeStudio(), async handle =>
    {
        await WaitedForAsync(handle, ReviewSubject.Story);
        await handle.SignalAsync(workflow => workflow.SubmitReviewAsync(ApproveScenes));
        await handle.SignalAsync(workflow => workflow.SubmitReviewAsync(ApproveStory));
        await WaitedForAsync(handle, ReviewSubject.Scenes);
        await handle.SignalAsync(workflow => workflow.SubmitReviewAsync(ApproveScenes));

        (await handle.GetResultAsync()).ComposedBy.Should().Be(AgentName.Agent5);
    });

    [Fact]
    public async Task Review_StoryRevised_IsPlannedAgainWithTheFeedback()
    {
        var studio = new FakeStudio();

        await InteractiveAsync(studio, async handle =>
        {
            await WaitedForAsync(handle, ReviewSubject.Story);
            await handle.ExecuteUpdateAsync(workflow =>
                workflow.ReviewAsync(new Review { Subject = ReviewSubject.Story, Feedback = "shorter" }));
            await EventuallyAsync(() => Task.FromResult(studio.Count("PlanStory") == 2));
            await WaitedForAsync(handle, ReviewSubject.Story);

            studio.Planned!.Feedback.Should().Equal("shorter");
            await handle.TerminateAsync();
        });
    }

    [Fact]
    public async Task Review_StoryRevisionThatCannotBe_KeepsTheStoryAndTellsWhy()
    {
        var studio = new FakeStudio();

        await InteractiveAsync(studio, async handle =>
        {
            await WaitedForAsync(handle, ReviewSubject.Story);
            studio.Failing("PlanStory", FailureTypes.StorySource, "Only lengths.");
            await handle.ExecuteUpdateAsync(workflow =>
                workflow.ReviewAsync(new Review { Subject = ReviewSubject.Story, Feedback = "funnier" }));
            await EventuallyAsync(async () => (await handle.QueryAsync(workflow => workflow.Statuses(0)))
                .Any(message => message.Message?.Contains("Only lengths.", StringComparison.Ordinal) == true));
            await WaitedForAsync(handle, ReviewSubject.Story);
            await handle.TerminateAsync();
        });
    }

    [Fact]
    public async Task Review_OneSceneRevised_DrawsAgainWithTheFeedbackInItsGuidance()
    {
        var studio = new FakeStudio();

        await InteractiveAsync(studio, async handle =>
        {
            await WaitedForAsync(handle, ReviewSubject.Story);
            await handle.ExecuteUpdateAsync(workflow => workflow.ReviewAsync(ApproveStory));
            await WaitedForAsync(handle, ReviewSubject.Scenes);
            await handle.ExecuteUpdateAsync(workflow => workflow.ReviewAsync(
                new Review { Subject = ReviewSubject.Scenes, SegmentId = "s02", Feedback = "Show a lens" }));
            await EventuallyAsync(() => Task.FromResult(studio.Count("WriteStoryboard") == 2));
            await WaitedForAsync(handle, ReviewSubject.Scenes);

            studio.Storyboard!.Wishes.Should().Equal(new SceneWish("s02", "Show a lens"));
            await EventuallyAsync(() => Task.FromResult(studio.Drawn.Contains("storyboard:1")));
            await handle.TerminateAsync();
        });
    }

    [Fact]
    public async Task Review_TakeChosen_IsAskedOfTheStoryboardAndCountsAsNoRevision()
    {
        var studio = new FakeStudio();
        var take = new Review { Subject = ReviewSubject.Scenes, SegmentId = "s02", Take = 1 };

        await InteractiveAsync(
            studio,
            async handle =>
            {
                await WaitedForAsync(handle, ReviewSubject.Story);
                await handle.ExecuteUpdateAsync(workflow => workflow.ReviewAsync(ApproveStory));
                await WaitedForAsync(handle, ReviewSubject.Scenes);
                await handle.ExecuteUpdateAsync(workflow => workflow.ReviewAsync(take));
                await EventuallyAsync(() => Task.FromResult(studio.Count("WriteStoryboard") == 2));
                await WaitedForAsync(handle, ReviewSubject.Scenes);

                studio.Storyboard!.Wishes.Should().Equal(new SceneWish("s02", "") { Take = 1 });
                await handle.TerminateAsync();
            },
            input => input with { Settings = input.Settings with { MaxRevisions = 0 } });
    }

    public static TheoryData<Review> TakesOfNothing =>
    [
        new Review { Subject = ReviewSubject.Scenes, Take = 1 },
        new Review { Subject = ReviewSubject.Scenes, SegmentId = "s02", Take = 1, Feedback = "Bluer." },
    ];

    [Theory]
    [MemberData(nameof(TakesOfNothing))]
    public async Task Review_TakeWithoutASegmentOrWithFeedback_IsRefused(Review review)
    {
        await InteractiveAsync(new FakeStudio(), async handle =>
        {
            await WaitedForAsync(handle, ReviewSubject.Story);
            await handle.ExecuteUpdateAsync(workflow => workflow.ReviewAsync(ApproveStory));
            await WaitedForAsync(handle, ReviewSubject.Scenes);

            var refused = () => handle.ExecuteUpdateAsync(workflow => workflow.ReviewAsync(review));

            (await refused.Should().ThrowAsync<WorkflowUpdateFailedException>()).Which.InnerException!.Message.Should().Contain("A take");
            await handle.TerminateAsync();
        });
    }

    [Fact]
    public async Task Review_StoryRewritten_GoesOnWithTheEditedVersion()
    {
        var studio = new FakeStudio();

        await InteractiveAsync(studio, async handle =>
        {
            await WaitedForAsync(handle, ReviewSubject.Story);
            await handle.ExecuteUpdateAsync(workflow => workflow.ReviewAsync(Rewritten));
            await WaitedForAsync(handle, ReviewSubject.Scenes);

            studio.Edited.Should().BeEquivalentTo(new { Version = "plan:1", Rewritten.Edits });
            studio.Storyboard!.Version.Should().Be("edit:plan:1");
            (await handle.QueryAsync(workflow => workflow.Storyboard()))!.Version.Should().Be("edit:plan:1");
            await handle.TerminateAsync();
        });
    }

    [Fact]
    public async Task Review_RewrittenSoThatItCannotBeSaid_FailsTheUpdateAndWaitsOn()
    {
        var studio = new FakeStudio().Failing("EditStory", FailureTypes.StorySource, "No words for Ω.");

        await InteractiveAsync(studio, async handle =>
        {
            await WaitedForAsync(handle, ReviewSubject.Story);

            (await RejectionAsync(handle, Rewritten)).Should().Contain("No words for Ω.");
            (await handle.QueryAsync(workflow => workflow.Status())).WaitingFor.Should().Be(ReviewSubject.Story);
            (await handle.QueryAsync(workflow => workflow.Storyboard()))!.Version.Should().Be("plan:1");
            await handle.ExecuteUpdateAsync(workflow => workflow.ReviewAsync(ApproveStory));
            await WaitedForAsync(handle, ReviewSubject.Scenes);
            await handle.TerminateAsync();
        });
    }

    [Fact]
    public async Task Review_WhileAnotherIsBeingTaken_IsRejected()
    {
        var (begun, end) = (new TaskCompletionSource(), new TaskCompletionSource());
        var studio = new FakeStudio().On("EditStory", () =>
        {
            begun.SetResult();
            return end.Task;
        });

        await InteractiveAsync(studio, async handle =>
        {
            await WaitedForAsync(handle, ReviewSubject.Story);
            var first = handle.ExecuteUpdateAsync(workflow => workflow.ReviewAsync(Rewritten));
            await begun.Task;

            (await RejectionAsync(handle, ApproveStory)).Should().Contain("being taken");
            end.SetResult();
            await first;
            await handle.TerminateAsync();
        });
    }

    /// <summary>The session is cancelled while an update's activity runs: whoever sent the update hears what became of it.</summary>
    [Fact]
    public async Task Review_SessionCancelledMeanwhile_IsAnsweredBeforeTheWorkflowEnds()
    {
        var begun = new TaskCompletionSource();
        var studio = new FakeStudio().Hanging("EditStory", begun);

        await InteractiveAsync(studio, async handle =>
        {
            await WaitedForAsync(handle, ReviewSubject.Story);
            var review = handle.ExecuteUpdateAsync(workflow => workflow.ReviewAsync(Rewritten));
            await begun.Task;
            await handle.CancelAsync();

            (await FluentActions.Awaiting(() => review).Should().ThrowAsync<WorkflowUpdateFailedException>())
                .Which.InnerException!.Message.Should().Contain("stopped");
            await FluentActions.Awaiting(() => handle.GetResultAsync()).Should().ThrowAsync<WorkflowFailedException>();
        });
    }

    public static TheoryData<Review, string> Unfit => new()
    {
        { ApproveScenes, "story is waiting" },
        { new Review { Subject = ReviewSubject.Story, Feedback = "  " }, "needs feedback" },
        { ApproveStory with { Version = "plan:0" }, "has changed since" },
        { Rewritten with { Feedback = "shorter" }, "not with feedback" },
        { ApproveStory with { Edits = [new SegmentEdit("s09")] }, "no segment 's09'" },
        { ApproveStory with { Edits = [new SegmentEdit("s01"), new SegmentEdit("s01")] }, "twice" },
        { ApproveStory with { Edits = [.. FakeStudio.Story.Segments.Select(s => new SegmentEdit(s.Id) { Sentences = [] })] }, "least one" },
        { new Review { Subject = ReviewSubject.Story, SegmentId = "s01", Feedback = "x" }, "only with feedback on the scenes" },
    };

    [Theory]
    [MemberData(nameof(Unfit))]
    public async Task Review_ThatDoesNotFit_IsRejectedWithTheReason(Review review, string reason) =>
        await InteractiveAsync(new FakeStudio(), async handle =>
    {
        await WaitedForAsync(handle, ReviewSubject.Story);

        (await RejectionAsync(handle, review)).Should().Contain(reason);
        (await handle.QueryAsync(workflow => workflow.Status())).WaitingFor.Should().Be(ReviewSubject.Story);
        await handle.TerminateAsync();
    });

    [Fact]
    public async Task Review_MoreRevisionsThanAllowed_IsRejected() => await InteractiveAsync(
        new FakeStudio(),
        async handle =>
        {
            await WaitedForAsync(handle, ReviewSubject.Story);

            (await RejectionAsync(handle, new Review { Subject = ReviewSubject.Story, Feedback = "shorter" })).Should().Contain("limit");
            await handle.TerminateAsync();
        },
        input => input with { Settings = input.Settings with { MaxRevisions = 0 } });

    [Fact]
    public async Task Review_AutomatedSession_IsRejected()
    {
        var begun = new TaskCompletionSource();

        await fixture.RunAsync(new FakeStudio().Hanging("RenderClip", begun), async handle =>
        {
            await begun.Task;

            (await RejectionAsync(handle, ApproveStory)).Should().Contain("Nobody is waited for");
            await handle.TerminateAsync();
        });
    }

    private Task InteractiveAsync(
        FakeStudio studio, Func<WorkflowHandle<VideoWorkflow, VideoResult>, Task> act, Func<VideoInput, VideoInput>? change = null) =>
        fixture.RunAsync(studio, act, input => (change?.Invoke(input) ?? input) with { Interactive = true });

    private static async Task<string> RejectionAsync(WorkflowHandle<VideoWorkflow, VideoResult> handle, Review review) =>
        (await FluentActions.Awaiting(() => handle.ExecuteUpdateAsync(workflow => workflow.ReviewAsync(review))).Should()
            .ThrowAsync<WorkflowUpdateFailedException>())
        .Which.InnerException!.Message;

    internal static Task WaitedForAsync(WorkflowHandle<VideoWorkflow, VideoResult> handle, ReviewSubject subject) =>
        EventuallyAsync(async () => (await handle.QueryAsync(workflow => workflow.Status())).WaitingFor == subject);

    internal static async Task EventuallyAsync(Func<Task<bool>> condition)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!await condition())
        {
            await Task.Delay(20, limit.Token);
        }
    }
}
