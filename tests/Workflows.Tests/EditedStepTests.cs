using Temporalio.Client;
using Temporalio.Exceptions;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Workflows.Tests;

/// <summary>A person writes anew what a step could not make (R-H5).</summary>
public sealed class EditedStepTests(VideoWorkflowFixture fixture) : IClassFixture<VideoWorkflowFixture>
{
    [Fact]
    public async Task Edit_Narration_IsSpokenAnewAndWhatDependsOnItIsMadeAgain()
    {
        var studio = new FakeStudio { SpeechFault = task => Refused(task, "s02") };

        await InteractiveAsync(studio, async handle =>
        {
            (await DecisionTests.ParkedAsync(handle)).Should().ContainSingle().Which.Options.Should().Contain(StepChoice.Edit);
            await EditAsync(handle, "Light bends.\nIt slows down.");
            await DecisionTests.ApproveAsync(handle, ReviewSubject.Scenes);
            await handle.GetResultAsync();

            studio.Edited!.Edits.Should().ContainSingle().Which.Sentences.Should().Equal("Light bends.", "It slows down.");
            studio.Spoken.Where(task => task.SegmentId == "s02").Select(task => task.Version).Should()
                .Equal("plan:1", "edit:plan:1", "edit:plan:1");
            studio.Storyboard!.Version.Should().Be("edit:plan:1", "the video is made of the new words");
            studio.Count("TimeNarration").Should().Be(2);
            studio.Count("EditStory").Should().Be(2, "once for the step, once for the story");
        });
    }

    [Fact]
    public async Task Edit_PaintedScene_IsPaintedByTheNewWords()
    {
        FakeStudio? studio = null;
        studio = new FakeStudio { PictureFault = task => studio!.Edited is null ? Refused(task, "s03") : null };

        await InteractiveAsync(studio, async handle =>
        {
            (await DecisionTests.ParkedAsync(handle))[0].Id.Should().Be("agent2-scene-s03");
            await EditAsync(handle, "A prism on a table");
            await DecisionTests.ApproveAsync(handle, ReviewSubject.Scenes);
            await handle.GetResultAsync();

            studio.Edited!.Edits.Should().ContainSingle().Which.Should().BeEquivalentTo(
                new SegmentEdit("s03") { Picture = "A prism on a table" });
            studio.Drawn.Should().Contain("edit:storyboard:0");
            studio.Drawn.Should().HaveCount(9, "four, one of them once more, and all of the new story");
        }, Painted);
    }

    [Fact]
    public async Task Edit_SceneThatIsDrawnHere_IsNotOffered()
    {
        var studio = new FakeStudio { PictureFault = task => task.SegmentId == "s03" ? FailureTypes.ToolFailed : null };

        await InteractiveAsync(studio, async handle =>
        {
            (await DecisionTests.ParkedAsync(handle))[0].Options.Should().Equal(StepChoice.Retry, StepChoice.Fail);
            await handle.TerminateAsync();
        });
    }

    [Fact]
    public async Task Edit_ImageOfAgent6_GoesIntoTheStoryboard()
    {
        var refused = true;
        var studio = new FakeStudio().Failing("RenderClip", FailureTypes.ToolFailed)
            .On("DrawStill", () => refused ? throw new ApplicationFailureException("No.", errorType: FailureTypes.ProviderRefused,
                nonRetryable: true) : Task.CompletedTask);

        await InteractiveAsync(studio, async handle =>
        {
            await DecisionTests.ApproveAsync(handle, ReviewSubject.Scenes);
            await DecisionTests.ParkedAsync(handle);
            await DecisionTests.DecideAsync(handle, StepChoice.Fallback);
            await ReviewTests.EventuallyAsync(async () => (await handle.QueryAsync(workflow => workflow.Status())).Parked is
                [{ Id: "agent6-image-s01" }]);
            refused = false;
            await EditAsync(handle, "A prism", "agent6-image-s01");

            (await handle.GetResultAsync()).ComposedBy.Should().Be(AgentName.Agent6);
            studio.Storyboard!.Version.Should().Be("edit:plan:1");
        }, input => Painted(input) with { Settings = Painted(input).Settings with { FallbackImagesParallel = 1, MaxParallel = 1 } });
    }

    [Fact]
    public async Task Edit_ThatDoesNotFit_IsRefusedAndTheStepWaitsOn()
    {
        var studio = new FakeStudio { SpeechFault = task => Refused(task, "s02") ?? Refused(task, "s04") };

        await InteractiveAsync(studio, async handle =>
        {
            await ReviewTests.EventuallyAsync(async () =>
                (await handle.QueryAsync(workflow => workflow.Status())).Parked is { Count: 2 });
            (await RefusalAsync(handle, new Decision { Choice = StepChoice.Edit })).Should().Contain("needs the new words");
            (await RefusalAsync(handle, new Decision { Choice = StepChoice.Edit, Text = "Light." })).Should()
                .Contain("Say which step is edited: agent4-narration-s0");
            studio.Failing("EditStory", FailureTypes.StorySource, "No words for ☃.");
            (await RefusalAsync(handle, Edit("☃", "agent4-narration-s02"))).Should().Contain("No words for ☃.");
            (await handle.QueryAsync(workflow => workflow.Status())).Parked.Should().HaveCount(2);
            await handle.TerminateAsync();
        });
    }

    [Fact]
    public async Task Edit_CallThatMayHaveBeenPaid_NeedsAWord()
    {
        var studio = new FakeStudio
        {
            SpeechFault = task => task.SegmentId == "s02" && !task.Version.StartsWith("edit", StringComparison.Ordinal)
                ? FailureTypes.PaymentUnclear : null,
        };

        await InteractiveAsync(studio, async handle =>
        {
            await DecisionTests.ParkedAsync(handle);
            (await RefusalAsync(handle, Edit("Light.", "agent4-narration-s02"))).Should().Contain("--paid yes or no");
            var word = Edit("Light.", "agent4-narration-s02") with { Paid = true };
            await handle.ExecuteUpdateAsync(workflow => workflow.DecideAsync(word));

            studio.Settled!.Steps.Select(step => (step.Agent, step.SegmentId)).Should().Equal((AgentName.Agent4, "s02"));
            await DecisionTests.ApproveAsync(handle, ReviewSubject.Scenes);
            await handle.TerminateAsync();
        });
    }

    internal static Task EditAsync(WorkflowHandle<VideoWorkflow, VideoResult> handle, string text, string? step = null)
    {
        var decision = Edit(text, step);
        return handle.ExecuteUpdateAsync(workflow => workflow.DecideAsync(decision));
    }

    internal static string? Refused(SegmentTask task, string segment) =>
        task.SegmentId == segment && !task.Version.StartsWith("edit", StringComparison.Ordinal) ? FailureTypes.ProviderRefused : null;

    internal static VideoInput Painted(VideoInput input) => input with
    {
        Settings = input.Settings with
        {
            ServiceTaskQueues = new Dictionary<PieceKind, string>
            {
                [PieceKind.Scene] = input.Settings.RenderTaskQueue,
                [PieceKind.Image] = input.Settings.RenderTaskQueue,
            },
        },
    };

    private static Decision Edit(string text, string? step) =>
        new() { Choice = StepChoice.Edit, Text = text, Steps = step is null ? [] : [step] };

    private static async Task<string> RefusalAsync(WorkflowHandle<VideoWorkflow, VideoResult> handle, Decision decision)
    {
        var refusal = await FluentActions.Awaiting(() => handle.ExecuteUpdateAsync(workflow => workflow.DecideAsync(decision)))
            .Should().ThrowAsync<WorkflowUpdateFailedException>();
        return refusal.Which.InnerException!.Message;
    }

    private Task InteractiveAsync(
        FakeStudio studio, Func<WorkflowHandle<VideoWorkflow, VideoResult>, Task> act, Func<VideoInput, VideoInput>? change = null) =>
        fixture.RunAsync(
            studio,
            async handle =>
            {
                await DecisionTests.ApproveAsync(handle, ReviewSubject.Story);
                await act(handle);
            },
            input => (change?.Invoke(input) ?? input) with { Interactive = true });
}
