using Temporalio.Client;
using Temporalio.Exceptions;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Workflows.Tests;

/// <summary>Steps that have used up their attempts wait for a person, or are done as the pipeline says (R-H5).</summary>
public sealed class DecisionTests(VideoWorkflowFixture fixture) : IClassFixture<VideoWorkflowFixture>
{
    [Fact]
    public async Task Retry_StepThatFailed_IsMadeAndTheSessionGoesOn()
    {
        var studio = new FakeStudio().Failing("ComposeMusic", FailureTypes.ToolFailed, "No synthesiser.");

        await InteractiveAsync(studio, async handle =>
        {
            var parked = await ParkedAsync(handle);
            parked.Should().ContainSingle().Which.Should().BeEquivalentTo(new
            {
                Id = "agent4-music",
                Agent = AgentName.Agent4,
                Error = FailureTypes.ToolFailed,
                Options = new[] { StepChoice.Retry, StepChoice.Skip, StepChoice.Fail },
            });
            parked[0].Reason.Should().Contain("No synthesiser.");
            studio.On("ComposeMusic", () => Task.CompletedTask);
            await DecideAsync(handle, StepChoice.Retry);
            await ApproveAsync(handle, ReviewSubject.Scenes);

            (await handle.GetResultAsync()).ComposedBy.Should().Be(AgentName.Agent5);
            (await handle.QueryAsync(workflow => workflow.Status())).Parked.Should().BeNull();
        });
    }

    [Theory]
    [InlineData("PlanStory", "orchestrator-story")]
    [InlineData("JudgeStory", "orchestrator-story-critic")]
    public async Task Retry_StoryThatAServiceCouldNotWrite_IsWrittenWhenAPersonSays(string activity, string step)
    {
        var studio = new FakeStudio().Failing(activity, FailureTypes.ProviderRefused, "No credit.");

        await fixture.RunAsync(studio, async handle =>
        {
            (await ParkedAsync(handle)).Should().ContainSingle().Which.Should().BeEquivalentTo(
                new { Id = step, Options = new[] { StepChoice.Retry, StepChoice.Fail } });
            studio.On(activity, () => Task.CompletedTask);
            await DecideAsync(handle, StepChoice.Retry);

            await ReviewTests.WaitedForAsync(handle, ReviewSubject.Story);
            await handle.TerminateAsync();
        }, input => input with { Interactive = true });
    }

    [Fact]
    public async Task StorySource_ThatGivesNone_FailsAtOnce() => await fixture.RunAsync(
        new FakeStudio().Failing("PlanStory", FailureTypes.StorySource, "No sentence."),
        async handle => (await FluentActions.Awaiting(() => handle.GetResultAsync()).Should().ThrowAsync<WorkflowFailedException>())
            .Which.InnerException!.Message.Should().Contain("No sentence."),
        input => input with { Interactive = true });

    [Fact]
    public async Task Skip_Music_MakesTheVideoWithoutAndSaysSo()
    {
        var studio = new FakeStudio().Failing("ComposeMusic", FailureTypes.ToolFailed);

        await InteractiveAsync(studio, async handle =>
        {
            await ParkedAsync(handle);
            await DecideAsync(handle, StepChoice.Skip);
            await ApproveAsync(handle, ReviewSubject.Scenes);

            (await handle.GetResultAsync()).ComposedBy.Should().Be(AgentName.Agent5);
            (await SaidAsync(handle)).Should().Contain(text => text.Contains("no music", StringComparison.Ordinal));
        });
    }

    [Fact]
    public async Task Fallback_OfAClip_LetsAgent6Compose()
    {
        var studio = new FakeStudio().Failing("RenderClip", FailureTypes.ToolFailed);

        await InteractiveAsync(studio, async handle =>
        {
            await ApproveAsync(handle, ReviewSubject.Scenes);
            await ParkedAsync(handle);
            studio.Count("DrawStill").Should().Be(0, "a person is asked before Agent6 begins");
            await DecideAsync(handle, StepChoice.Fallback);

            (await handle.GetResultAsync()).ComposedBy.Should().Be(AgentName.Agent6);
        });
    }

    [Fact]
    public async Task Fail_OfAClip_EndsTheSessionWithoutAgent6()
    {
        var studio = new FakeStudio().Failing("RenderClip", FailureTypes.ToolFailed, "No space.");

        await InteractiveAsync(studio, async handle =>
        {
            await ApproveAsync(handle, ReviewSubject.Scenes);
            await ParkedAsync(handle);
            await DecideAsync(handle, StepChoice.Fail);

            var failure = await FluentActions.Awaiting(() => handle.GetResultAsync()).Should().ThrowAsync<WorkflowFailedException>();
            failure.Which.InnerException!.Message.Should().Contain("No space.");
            studio.Count("DrawStill").Should().Be(0);
        });
    }

    [Fact]
    public async Task Fallback_OfAService_IsDoneByThisMachineForNothing()
    {
        var studio = new FakeStudio { SpeechFault = task => task.Local ? null : FailureTypes.ProviderRefused };

        await fixture.RunAsync(studio, async handle =>
        {
            (await handle.GetResultAsync()).ComposedBy.Should().Be(AgentName.Agent5);
            studio.Spoken.Where(task => task.Local).Should().HaveCount(FakeStudio.Story.Segments.Count)
                .And.OnlyContain(task => task.Price == 0);
            (await SaidAsync(handle)).Should().Contain(text => text.StartsWith("agent4-narration-s01: fallback", StringComparison.Ordinal));
        }, input => input with
        {
            Settings = input.Settings with { Prices = new PriceList { Charged = [PieceKind.Narration], Estimates = Priced } },
        });
    }

    [Fact]
    public async Task Limit_Raised_LetsTheSessionGoOn()
    {
        await InteractiveAsync(
            new FakeStudio(),
            async handle =>
            {
                (await ParkedAsync(handle)).Should().OnlyContain(step => step.Error == FailureTypes.CostLimit);
                await FluentActions.Awaiting(() => DecideAsync(handle, StepChoice.Retry, 0.001m))
                    .Should().ThrowAsync<WorkflowUpdateFailedException>();
                await DecideAsync(handle, StepChoice.Retry, 5);
                await ApproveAsync(handle, ReviewSubject.Scenes);

                (await handle.GetResultAsync()).ComposedBy.Should().Be(AgentName.Agent5);
            },
            input => input with
            {
                CostLimit = 0.01m,
                Settings = input.Settings with
                {
                    MaxParallel = 1,
                    Prices = new PriceList { Charged = [PieceKind.Narration], Estimates = Priced },
                },
            });
    }

    [Fact]
    public async Task LimitBySignal_ThatCannotBeRaised_LeavesTheStepWaiting()
    {
        var studio = new FakeStudio().Failing("ComposeMusic", FailureTypes.ToolFailed);

        await InteractiveAsync(studio, async handle =>
        {
            await ParkedAsync(handle);
            studio.Failing("OpenSession", FailureTypes.SessionNotFound, "The row is gone.");
            await handle.SignalAsync(workflow =>
                workflow.SubmitDecisionAsync(new Decision { Choice = StepChoice.Retry, CostLimit = 9 }));
            await ReviewTests.EventuallyAsync(async () =>
                (await SaidAsync(handle)).Any(text => text.Contains("The row is gone.", StringComparison.Ordinal)));
            await DecideAsync(handle, StepChoice.Skip);
            await ApproveAsync(handle, ReviewSubject.Scenes);

            (await handle.GetResultAsync()).ComposedBy.Should().Be(AgentName.Agent5);
        });
    }

    [Fact]
    public async Task Retry_CallThatMayHaveBeenPaid_NeedsAWordAndTellsItTheBookForThatCallOnly()
    {
        var lost = true;
        var studio = new FakeStudio { SpeechFault = task => lost && task.SegmentId == "s02" ? FailureTypes.PaymentUnclear : null }
            .On("SettleCalls", () =>
            {
                lost = false;
                return Task.CompletedTask;
            });

        await InteractiveAsync(studio, async handle =>
        {
            (await ParkedAsync(handle)).Should().ContainSingle().Which.Should()
                .BeEquivalentTo(new { Id = "agent4-narration-s02", LostCall = "call-s02" });
            (await RefusalAsync(handle, new Decision { Choice = StepChoice.Retry })).Should().Contain("--paid yes or no");
            studio.Settled.Should().BeNull();
            var word = new Decision { Choice = StepChoice.Retry, Paid = true };
            await handle.ExecuteUpdateAsync(workflow => workflow.DecideAsync(word));

            studio.Settled.Should().BeEquivalentTo(
                new { Paid = true, Steps = new[] { new PaidStep(AgentName.Agent4, "s02", "call-s02") } });
            await ApproveAsync(handle, ReviewSubject.Scenes);
            (await handle.GetResultAsync()).ComposedBy.Should().Be(AgentName.Agent5);
        });
    }

    [Fact]
    public async Task Decision_ThatDoesNotFit_IsRefusedWithTheReason()
    {
        var studio = new FakeStudio().Failing("ComposeMusic", FailureTypes.ToolFailed);

        await InteractiveAsync(studio, async handle =>
        {
            await ParkedAsync(handle);
            (await RefusalAsync(handle, new Decision { Choice = StepChoice.Fallback })).Should().Contain("retry, skip, fail");
            (await RefusalAsync(handle, new Decision { Choice = StepChoice.Retry, Steps = ["agent9"] })).Should().Contain("agent4-music");
            await DecideAsync(handle, StepChoice.Skip);
            await ReviewTests.WaitedForAsync(handle, ReviewSubject.Scenes);
            (await RefusalAsync(handle, new Decision { Choice = StepChoice.Skip })).Should().Contain("No step waits");
            await handle.TerminateAsync();
        });
    }

    [Fact]
    public async Task Decision_BySignal_IsTaken()
    {
        var studio = new FakeStudio().Failing("ComposeMusic", FailureTypes.ToolFailed);

        await InteractiveAsync(studio, async handle =>
        {
            await ParkedAsync(handle);
            await handle.SignalAsync(workflow => workflow.SubmitDecisionAsync(new Decision { Choice = StepChoice.Fallback }));
            await handle.SignalAsync(workflow => workflow.SubmitDecisionAsync(new Decision { Choice = StepChoice.Skip }));
            await ReviewTests.WaitedForAsync(handle, ReviewSubject.Scenes);
            await handle.TerminateAsync();
        });
    }

    private static IReadOnlyDictionary<PieceKind, decimal> Priced { get; } =
        new Dictionary<PieceKind, decimal> { [PieceKind.Narration] = 0.01m };

    internal static async Task<IReadOnlyList<ParkedStep>> ParkedAsync(WorkflowHandle<VideoWorkflow, VideoResult> handle)
    {
        IReadOnlyList<ParkedStep>? parked = null;
        await ReviewTests.EventuallyAsync(async () =>
            (parked = (await handle.QueryAsync(workflow => workflow.Status())).Parked) is not null);
        return parked!;
    }

    internal static Task DecideAsync(WorkflowHandle<VideoWorkflow, VideoResult> handle, StepChoice choice, decimal? limit = null) =>
        handle.ExecuteUpdateAsync(workflow => workflow.DecideAsync(new Decision { Choice = choice, CostLimit = limit, By = "anna" }));

    internal static async Task ApproveAsync(WorkflowHandle<VideoWorkflow, VideoResult> handle, ReviewSubject subject)
    {
        await ReviewTests.WaitedForAsync(handle, subject);
        await handle.ExecuteUpdateAsync(workflow => workflow.ReviewAsync(new Review { Subject = subject }));
    }

    private static async Task<string> RefusalAsync(WorkflowHandle<VideoWorkflow, VideoResult> handle, Decision decision)
    {
        var refusal = await FluentActions.Awaiting(() => handle.ExecuteUpdateAsync(workflow => workflow.DecideAsync(decision)))
            .Should().ThrowAsync<WorkflowUpdateFailedException>();
        return refusal.Which.InnerException!.Message;
    }

    private static async Task<IEnumerable<string>> SaidAsync(WorkflowHandle<VideoWorkflow, VideoResult> handle) =>
        (await handle.QueryAsync(workflow => workflow.Statuses(0))).Select(message => message.Message ?? "");

    private Task InteractiveAsync(
        FakeStudio studio, Func<WorkflowHandle<VideoWorkflow, VideoResult>, Task> act, Func<VideoInput, VideoInput>? change = null) =>
        fixture.RunAsync(
            studio,
            async handle =>
            {
                await ApproveAsync(handle, ReviewSubject.Story);
                await act(handle);
            },
            input => (change?.Invoke(input) ?? input) with { Interactive = true });
}
