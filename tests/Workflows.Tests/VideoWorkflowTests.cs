using Temporalio.Client;
using Temporalio.Exceptions;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Workflows.Tests;

public sealed class VideoWorkflowTests(VideoWorkflowFixture fixture) : IClassFixture<VideoWorkflowFixture>
{
    [Fact]
    public async Task RunAsync_EverythingWorks_EndsWithTheVideoAndMessagesInOrder()
    {
        var studio = new FakeStudio();

        await fixture.RunAsync(studio, async handle =>
        {
            var result = await handle.GetResultAsync();
            var messages = await handle.QueryAsync(workflow => workflow.Statuses(0));

            result.Should().BeEquivalentTo(
                new { VideoKey = "agent5/final.mp4", Segments = 4, ComposedBy = AgentName.Agent5, Title = "Rainbows" });
            messages.Select(message => message.Sequence).Should().Equal(Enumerable.Range(1, messages.Count));
            messages[0].Should().BeEquivalentTo(new { Agent = AgentName.Orchestrator, Status = AgentStatus.Starting });
            foreach (var agent in new[] { AgentName.Agent2, AgentName.Agent4, AgentName.Agent5 })
            {
                var own = messages.Where(message => message.Agent == agent).Select(message => message.Status).ToList();
                own.Should().StartWith([AgentStatus.Starting, AgentStatus.Processing])
                    .And.EndWith(AgentStatus.Finished).And.NotContain(AgentStatus.Error);
            }

            messages.Should().NotContain(message => message.Agent == AgentName.Agent6);
            messages[^1].Should().BeEquivalentTo(
                new { Agent = AgentName.Orchestrator, Status = AgentStatus.Finished, VideoKey = "agent5/final.mp4", Progress = 100 });
            messages[^2].Should()
                .BeEquivalentTo(new { Agent = AgentName.Agent5, Status = AgentStatus.Finished, VideoKey = "agent5/final.mp4" });
        });

        studio.Closed.Should()
            .BeEquivalentTo(new { Outcome = VideoOutcome.Finished, VideoKey = "agent5/final.mp4", Reason = (string?)null });
        studio.Recorded.Append(studio.Closed!.Stand!).Select(stand => (stand.Stage, stand.Phase, stand.Story)).Should().Equal(
            (GenerationStage.Story, VideoPhase.Planning, null),
            (GenerationStage.References, VideoPhase.Planning, "plan:1"),
            (GenerationStage.Scenes, VideoPhase.Storyboarding, "plan:1"),
            (GenerationStage.Videos, VideoPhase.GeneratingChunks, "plan:1"),
            (GenerationStage.Completed, VideoPhase.Complete, "plan:1"));
    }

    [Fact]
    public async Task RunAsync_ServiceWithAQueue_HasOnlyItsStepsThere()
    {
        var studio = new FakeStudio();

        await fixture.RunAsync(studio, async handle =>
        {
            await ReviewTests.EventuallyAsync(async () =>
                studio.Count("DrawScene") > 0 && (await QueuesAsync(handle)).Contains("nobody"));
            (await QueuesAsync(handle))["nobody"].Should().OnlyContain(step => step == "SpeakSegment");
            studio.Count("SpeakSegment").Should().Be(0, "nobody polls that queue");
            await handle.TerminateAsync();
        }, input => input with
        {
            Settings = input.Settings with { ServiceTaskQueues = new Dictionary<PieceKind, string> { [PieceKind.Narration] = "nobody" } },
        });

        static async Task<ILookup<string, string>> QueuesAsync(WorkflowHandle handle) => (await handle.FetchHistoryAsync()).Events
            .Select(each => each.ActivityTaskScheduledEventAttributes).Where(scheduled => scheduled is not null)
            .ToLookup(scheduled => scheduled.TaskQueue.Name, scheduled => scheduled.ActivityType.Name);
    }

    [Fact]
    public async Task RunAsync_RowOfTheGenerationCannotBeWritten_IsSaidAndTheVideoIsMade()
    {
        var studio = new FakeStudio().Failing("RecordGeneration", FailureTypes.InputUnusable, "No such table.");

        await fixture.RunAsync(studio, async handle =>
        {
            (await handle.GetResultAsync()).VideoKey.Should().Be("agent5/final.mp4");
            (await handle.QueryAsync(workflow => workflow.Statuses(0)))
                .Should().Contain(message => message.Message != null && message.Message.Contains("No such table."));
        });
    }

    [Fact]
    public async Task RunAsync_SizeOrdered_IsAskedOfThePlanner()
    {
        var studio = new FakeStudio();

        await fixture.RunAsync(studio, handle => handle.GetResultAsync(), input => input with { Size = VideoSize.Tall });

        studio.Planned!.Size.Should().Be(VideoSize.Tall);
    }

    [Fact]
    public async Task Statuses_AfterANumber_GivesOnlyWhatFollows() => await fixture.RunAsync(new FakeStudio(), async handle =>
    {
        await handle.GetResultAsync();
        var all = await handle.QueryAsync(workflow => workflow.Statuses(0));

        (await handle.QueryAsync(workflow => workflow.Statuses(3))).Should().Equal(all.Skip(3));
        (await handle.QueryAsync(workflow => workflow.Statuses(all.Count))).Should().BeEmpty();
    });

    [Fact]
    public async Task RunAsync_EverythingWorks_ShowsInSearchAttributesMemoAndState() =>
        await fixture.RunAsync(new FakeStudio(), async handle =>
    {
        await handle.GetResultAsync();
        var description = await handle.DescribeAsync();
        var state = await handle.QueryAsync(workflow => workflow.Status());

        description.TypedSearchAttributes.Get(VideoSearchAttributes.User).Should().Be("anna");
        description.TypedSearchAttributes.Get(VideoSearchAttributes.Session).Should().Be(state.Session.SessionId);
        description.TypedSearchAttributes.Get(VideoSearchAttributes.Stage).Should().Be("Closed");
        description.TypedSearchAttributes.Get(VideoSearchAttributes.Outcome).Should().Be("Finished");
        (await description.Memo["title"].ToValueAsync<string>()).Should().Be("Rainbows");
        state.Should().BeEquivalentTo(
            new { Stage = VideoStage.Closed, Outcome = VideoOutcome.Finished, Title = "Rainbows", WaitingFor = (ReviewSubject?)null });
        (await handle.QueryAsync(workflow => workflow.Storyboard()))!.Segments.Should().HaveCount(4);
    });

    [Theory]
    [InlineData("WriteStoryboard", "SpeakSegment", AgentName.Agent2, AgentName.Agent4)]
    [InlineData("SpeakSegment", "DrawScene", AgentName.Agent4, AgentName.Agent2)]
    public async Task RunAsync_OnePreparingAgentFails_StopsTheOtherAndStartsNothingMore(string failing, string hanging, AgentName failed,
        AgentName stopped)
    {
        var begun = new TaskCompletionSource();
        var studio = new FakeStudio().Hanging(hanging, begun);
        studio.On(failing, async () =>
        {
            await begun.Task;
            throw new ApplicationFailureException("It broke.", errorType: "Broken", nonRetryable: true);
        });

        await fixture.RunAsync(studio, async handle =>
        {
            var failure = await Failure(handle);
            var messages = await handle.QueryAsync(workflow => workflow.Statuses(0));

            failure.ErrorType.Should().Be("Broken");
            messages.Last(message => message.Agent == failed).Should()
                .BeEquivalentTo(new { Status = AgentStatus.Error, Error = "Broken", Reason = $"{failing}: It broke." });
            messages.Last(message => message.Agent == stopped).Should()
                .BeEquivalentTo(new { Status = AgentStatus.Error, Error = FailureTypes.Cancelled });
            messages[^1].Should().BeEquivalentTo(new { Agent = AgentName.Orchestrator, Status = AgentStatus.Error, Error = "Broken" });
        });

        studio.Count("DiscoverInput").Should().Be(0);
        studio.Closed!.Outcome.Should().Be(VideoOutcome.Failed);
    }

    [Fact]
    public async Task RunAsync_NoRow_FailsAtOnceWithoutRetry()
    {
        var studio = new FakeStudio().Failing("OpenSession", FailureTypes.SessionNotFound, "No row.");

        await fixture.RunAsync(studio, async handle => (await Failure(handle)).ErrorType.Should().Be(FailureTypes.SessionNotFound));

        studio.Calls.Should().Equal("OpenSession", "CloseSession");
    }

    [Fact]
    public async Task RunAsync_Agent5Fails_Agent6MakesTheVideo()
    {
        var studio = new FakeStudio().Failing("RenderClip", FailureTypes.ToolFailed);
        var two = new TaskCompletionSource();
        studio.On("DrawStill", () =>
        {
            if (studio.MostAtOnce("DrawStill") >= 2)
            {
                two.TrySetResult();
            }

            return two.Task;
        });

        await fixture.RunAsync(studio, async handle =>
        {
            (await handle.GetResultAsync()).ComposedBy.Should().Be(AgentName.Agent6);
            var messages = await handle.QueryAsync(workflow => workflow.Statuses(0));

            messages.Last(message => message.Agent == AgentName.Agent5).Status.Should().Be(AgentStatus.Error);
            messages.Should().ContainSingle(message => message.Message == "Agent5 failed, starting Agent6 fallback...")
                .Which.Should().BeEquivalentTo(new { Agent = AgentName.Orchestrator, Status = AgentStatus.Processing });
            messages.Last(message => message.Agent == AgentName.Agent6).Status.Should().Be(AgentStatus.Finished);
        });

        studio.Closed!.Outcome.Should().Be(VideoOutcome.FinishedByFallback);
        studio.MostAtOnce("DrawStill").Should().Be(2);
        studio.Count("AddNarration").Should().Be(4);
    }

    [Fact]
    public async Task RunAsync_BothComposersFail_EndsInError()
    {
        var studio = new FakeStudio().Failing("RenderClip", FailureTypes.ToolFailed).Failing("MakeSilentClip", "SixToo");

        await fixture.RunAsync(studio, async handle => (await Failure(handle)).ErrorType.Should().Be("SixToo"));

        studio.Closed.Should().BeEquivalentTo(new { Outcome = VideoOutcome.Failed, Reason = "MakeSilentClip: It broke." });
    }

    [Fact]
    public async Task RunAsync_ImageFailsTwice_IsNotTriedAThirdTime()
    {
        var studio = new FakeStudio().Failing("RenderClip", FailureTypes.ToolFailed);
        studio.On("DrawStill", () => throw new ApplicationFailureException("No picture.", errorType: "NoPicture"));

        await fixture.RunAsync(
            studio,
            async handle => (await Failure(handle)).ErrorType.Should().Be("NoPicture"),
            input => input with { Settings = input.Settings with { FallbackImagesParallel = 1 } });

        studio.Count("DrawStill").Should().Be(2);
    }

    [Fact]
    public async Task CancelAsync_WhileRendering_StopsAndClosesTheSession()
    {
        var begun = new TaskCompletionSource();
        var studio = new FakeStudio().Hanging("RenderClip", begun);

        await fixture.RunAsync(studio, async handle =>
        {
            await begun.Task;
            await handle.CancelAsync();

            (await FailedAsync(handle)).InnerException.Should().BeOfType<CanceledFailureException>();
            var messages = await handle.QueryAsync(workflow => workflow.Statuses(0));
            messages[^1].Should()
                .BeEquivalentTo(new { Agent = AgentName.Orchestrator, Status = AgentStatus.Error, Error = FailureTypes.Cancelled });
        });

        studio.Closed!.Outcome.Should().Be(VideoOutcome.Cancelled);
        studio.Count("DrawStill").Should().Be(0);
    }

    [Fact]
    public async Task RunAsync_CostLimit_StopsBeforeTheStepThatWouldExceedIt()
    {
        var studio = new FakeStudio();
        var prices = new PriceList
        {
            Charged = [PieceKind.Clip],
            Estimates = new Dictionary<PieceKind, decimal> { [PieceKind.Clip] = 0.10m, [PieceKind.Stitch] = 0.01m },
        };

        await fixture.RunAsync(
            studio,
            async handle =>
            {
                var failure = await Failure(handle);
                var cost = await handle.QueryAsync(workflow => workflow.Cost());

                failure.ErrorType.Should().Be(FailureTypes.CostLimit);
                cost.Charged.Should().Be(0.20m);
            },
            input => input with { CostLimit = 0.25m, Settings = input.Settings with { Prices = prices, MaxParallel = 1 } });

        studio.Count("RenderClip").Should().Be(2);
        studio.Count("DrawStill").Should().Be(0);
    }

    [Fact]
    public async Task RunAsync_PiecesFound_ChargesNothingForThem()
    {
        var prices =
            new PriceList { Charged = [PieceKind.Clip], Estimates = new Dictionary<PieceKind, decimal> { [PieceKind.Clip] = 0.10m } };

        await fixture.RunAsync(
            new FakeStudio { Found = true },
            async handle =>
            {
                var cost = (await handle.GetResultAsync()).Cost;
                (cost.Charged, cost.Estimate).Should().Be((0m, 0.40m));
            },
            input => input with { Settings = input.Settings with { Prices = prices } });
    }

    [Fact]
    public async Task RunAsync_PieceFoundThatADeadWorkerHadMade_IsChargedOnce()
    {
        var prices =
            new PriceList { Charged = [PieceKind.Clip], Estimates = new Dictionary<PieceKind, decimal> { [PieceKind.Clip] = 0.10m } };
        var clips = 0;
        var studio = new FakeStudio
        {
            Found = true,
            Making = activity => activity == "RenderClip" ? new Making($"run/{Math.Min(Interlocked.Increment(ref clips), 3)}", 0.07m)
                : null,
        };

        await fixture.RunAsync(
            studio,
            async handle =>
            {
                var cost = (await handle.GetResultAsync()).Cost;
                cost.Charged.Should().Be(0.21m, "three of the four clips are of makings that were not charged yet");
            },
            input => input with { Settings = input.Settings with { Prices = prices } });
    }

    [Fact]
    public async Task RunAsync_AStoryOfManyWords_KeepsTheHistorySmall() => await fixture.RunAsync(
        new FakeStudio(),
        async handle =>
        {
            await handle.GetResultAsync();
            var history = await handle.FetchHistoryAsync();

            history.Events.Sum(written => written.CalculateSize()).Should()
                .BeLessThan(250_000, "the source travels into the workflow and into the store, and nowhere else");
        },
        input => input with { Source = new string('x', 100_000) });

    [Fact]
    public async Task RunAsync_RowCannotBeCompleted_EndsWithTheVideoAndSaysSo()
    {
        var studio = new FakeStudio().Failing("CloseSession", FailureTypes.Unexpected, "The database is away.");

        await fixture.RunAsync(studio, async handle =>
        {
            (await handle.GetResultAsync()).VideoKey.Should().Be("agent5/final.mp4");
            (await handle.QueryAsync(workflow => workflow.Statuses(0)))[^1].Should().Match<StatusMessage>(message =>
                message.Status == AgentStatus.Finished && message.VideoKey == "agent5/final.mp4"
                    && message.Message!.Contains("The database is away."));
        });
    }

    [Fact]
    public async Task RunAsync_FailsAndRowCannotBeCompleted_EndsWithTheFirstReason()
    {
        var studio = new FakeStudio().Failing("PlanStory", FailureTypes.StorySource, "No lesson fits.")
            .Failing("CloseSession", FailureTypes.Unexpected, "Away.");

        await fixture.RunAsync(studio, async handle =>
        {
            (await Failure(handle)).Should().Match<ApplicationFailureException>(failure =>
                failure.ErrorType == FailureTypes.StorySource && failure.Message.Contains("No lesson fits."));
            var closing =
                (await handle.FetchHistoryAsync()).Events.Last(written => written.ActivityTaskScheduledEventAttributes is not null);
            closing.ActivityTaskScheduledEventAttributes.ScheduleToCloseTimeout.ToTimeSpan().Should().Be(TimeSpan.FromMinutes(1));
        });
    }

    internal static async Task<ApplicationFailureException> Failure(WorkflowHandle<VideoWorkflow, VideoResult> handle) =>
        (await FailedAsync(handle)).InnerException.Should().BeOfType<ApplicationFailureException>().Which;

    private static async Task<WorkflowFailedException> FailedAsync(WorkflowHandle<VideoWorkflow, VideoResult> handle) =>
        (await FluentActions.Awaiting(() => handle.GetResultAsync()).Should().ThrowAsync<WorkflowFailedException>()).Which;
}
