using System.Text.RegularExpressions;
using Temporalio.Client;
using Temporalio.Exceptions;
using TemporalVideo.Tests.Support;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Workflows.Tests;

/// <summary>
/// Records the histories that <see cref="ReplayTests"/> replays. Run once for a release:
/// <c>RECORD_HISTORIES=1.2 dotnet test tests/Workflows.Tests --filter HistoryRecording</c>.
/// </summary>
public sealed partial class HistoryRecording(VideoWorkflowFixture fixture) : IClassFixture<VideoWorkflowFixture>
{
    internal static string? Release => Environment.GetEnvironmentVariable("RECORD_HISTORIES");

    [SkippableFact]
    public Task Record_Finished() => RecordAsync("finished", new FakeStudio(), handle => handle.GetResultAsync());

    [SkippableFact]
    public Task Record_FinishedByAgent6() => RecordAsync(
        "finished-by-agent6", new FakeStudio().Failing("RenderClip", FailureTypes.ToolFailed), handle => handle.GetResultAsync());

    [SkippableFact]
    public Task Record_Agent2Failed() => RecordAsync(
        "agent2-failed", new FakeStudio().Failing("WriteStoryboard", FailureTypes.ToolFailed), EndedAsync);

    [SkippableFact]
    public Task Record_WrittenAgain() => RecordAsync(
        "written-again", new FakeStudio { Scores = new([40, 70, 50]) }, handle => handle.GetResultAsync());

    [SkippableFact]
    public Task Record_ScenesWrittenAgain() => RecordAsync(
        "scenes-written-again",
        new FakeStudio { Written = 4, SceneScores = new([[90, 40, 85, 70], [90, 90, 85, 90]]) },
        handle => handle.GetResultAsync());

    [SkippableFact]
    public Task Record_EndsWithItsScenes() => RecordAsync(
        "ends-with-its-scenes",
        new FakeStudio(),
        handle => handle.GetResultAsync(),
        input => input with { Settings = input.Settings with { Stages = new() { Videos = false } } });

    [SkippableFact]
    public Task Record_LostWorkers() => RecordAsync("lost-workers", new FakeStudio().Losing("RenderClip", 3), EndedAsync, Serial);

    [SkippableFact]
    public Task Record_ReviewedAndCancelled() => RecordAsync(
        "reviewed-and-cancelled",
        new FakeStudio(),
        async handle =>
        {
            await ReviewTests.WaitedForAsync(handle, ReviewSubject.Story);
            var revision = new Review { Subject = ReviewSubject.Story, Feedback = "shorter" };
            await handle.ExecuteUpdateAsync(workflow => workflow.ReviewAsync(revision));
            await ReviewTests.WaitedForAsync(handle, ReviewSubject.Story);
            await handle.SignalAsync(workflow => workflow.SubmitReviewAsync(new Review { Subject = ReviewSubject.Story }));
            await ReviewTests.WaitedForAsync(handle, ReviewSubject.Scenes);
            await handle.CancelAsync();
            await EndedAsync(handle);
        },
        input => input with { Interactive = true });

    [SkippableFact]
    public Task Record_Rewritten() => RecordAsync(
        "rewritten",
        new FakeStudio(),
        async handle =>
        {
            await ReviewTests.WaitedForAsync(handle, ReviewSubject.Story);
            await handle.ExecuteUpdateAsync(workflow => workflow.ReviewAsync(ReviewTests.Rewritten));
            await ReviewTests.WaitedForAsync(handle, ReviewSubject.Scenes);
            await handle.ExecuteUpdateAsync(workflow => workflow.ReviewAsync(new Review { Subject = ReviewSubject.Scenes }));
            await handle.GetResultAsync();
        },
        input => input with { Interactive = true });

    [SkippableFact]
    public Task Record_Forked() => RecordAsync(
        "forked", new FakeStudio(), handle => handle.GetResultAsync(), input => input with { Fork = ForkTests.Origin });

    [SkippableFact]
    public Task Record_ForkedFromTheStory() => RecordAsync(
        "forked-from-the-story",
        new FakeStudio(),
        handle => handle.GetResultAsync(),
        input => input with { Fork = ForkTests.Origin with { From = ForkStep.Story, Changes = [] } });

    [SkippableFact]
    public Task Record_Decided() => RecordAsync(
        "decided",
        new FakeStudio
        {
            SpeechFault = task => task is { Local: false, SegmentId: "s03" } ? FailureTypes.ProviderRefused : null,
        }.Failing("ComposeMusic", FailureTypes.ToolFailed),
        async handle =>
        {
            await DecisionTests.ApproveAsync(handle, ReviewSubject.Story);
            await DecisionTests.ParkedAsync(handle);
            await DecisionTests.DecideAsync(handle, StepChoice.Fallback);
            await ReviewTests.EventuallyAsync(async () =>
                (await handle.QueryAsync(workflow => workflow.Status())).Parked is [{ Id: "agent4-music" }]);
            await DecisionTests.DecideAsync(handle, StepChoice.Skip, 9);
            await DecisionTests.ApproveAsync(handle, ReviewSubject.Scenes);
            await handle.GetResultAsync();
        },
        input => Serial(input) with { Interactive = true, CostLimit = 5 });

    [SkippableFact]
    public Task Record_Footage() => RecordAsync(
        "footage",
        new FakeStudio { Painted = "s02" }.Failing("FilmSegment", FailureTypes.ProviderRefused),
        async handle =>
        {
            await DecisionTests.ApproveAsync(handle, ReviewSubject.Story);
            await DecisionTests.ApproveAsync(handle, ReviewSubject.Scenes);
            await DecisionTests.ParkedAsync(handle);
            await DecisionTests.DecideAsync(handle, StepChoice.Skip);
            await ReviewTests.EventuallyAsync(async () =>
                (await handle.QueryAsync(workflow => workflow.Status())).Parked is [{ Id: "agent5-footage-s02" }]);
            await DecisionTests.DecideAsync(handle, StepChoice.Fallback);
            await handle.TerminateAsync("It has been recorded.");
        },
        input => FootageStepTests.Filmed(Serial(input)) with { Interactive = true });

    [SkippableFact]
    public Task Record_ReferencePictures() => RecordAsync(
        "reference-pictures",
        new FakeStudio { Written = 4, ToPaint = ["style", "thing1"] }.Failing("PaintReference", FailureTypes.ProviderRefused),
        async handle =>
        {
            await DecisionTests.ApproveAsync(handle, ReviewSubject.Story);
            await DecisionTests.ParkedAsync(handle);
            await DecisionTests.DecideAsync(handle, StepChoice.Skip);
            await ReviewTests.EventuallyAsync(async () =>
                (await handle.QueryAsync(workflow => workflow.Status())).Parked is [{ Id: "agent2-reference-thing1" }]);
            await DecisionTests.DecideAsync(handle, StepChoice.Fallback);
            await DecisionTests.ApproveAsync(handle, ReviewSubject.Scenes);
            await handle.GetResultAsync();
        },
        input => Serial(input) with { Interactive = true });

    [SkippableFact]
    public Task Record_Mended() => RecordAsync(
        "mended",
        new FakeStudio
        {
            Qualities = new([41, 77]),
            Mends = new() { Version = "mended:1", Scenes = [new MendedScene("s02", 1, Painted: false)], Quieter = 6 },
        },
        handle => handle.GetResultAsync(),
        Serial);

    [SkippableFact]
    public Task Record_MendedAndUndone() => RecordAsync(
        "mended-and-undone",
        new FakeStudio
        {
            Qualities = new([41, 40, 41]),
            Mends = new() { Version = "mended:1", Scenes = [new MendedScene("s02", 1, Painted: false)] },
        },
        handle => handle.GetResultAsync(),
        Serial);

    [SkippableFact]
    public Task Record_Edited() => RecordAsync(
        "edited",
        new FakeStudio { SpeechFault = task => EditedStepTests.Refused(task, "s02") },
        async handle =>
        {
            await DecisionTests.ApproveAsync(handle, ReviewSubject.Story);
            await DecisionTests.ParkedAsync(handle);
            await EditedStepTests.EditAsync(handle, "Light bends.");
            await DecisionTests.ApproveAsync(handle, ReviewSubject.Scenes);
            await handle.GetResultAsync();
        },
        input => Serial(input) with { Interactive = true });

    private static VideoInput Serial(VideoInput input) => input with { Settings = input.Settings with { MaxParallel = 1 } };

    /// <summary>Who recorded it, and where its sources lie, belongs into no repository; a replay looks at neither.</summary>
    internal static string WithoutMachine(string history) =>
        Identity().Replace(SourcePlace().Replace(history, ""), "\"recorder\"");

    /// <summary>Who worked, and the name of that worker's own task queue: <c>PID@MACHINE</c>.</summary>
    [GeneratedRegex("""
        "\d+@[^":]*"
        """)]
    private static partial Regex Identity();

    /// <summary>What a stack trace says behind a method: <c>in FILE:line N</c>.</summary>
    [GeneratedRegex(@" in /[^\s""\\]*:line \d+")]
    private static partial Regex SourcePlace();

    private static async Task EndedAsync(WorkflowHandle<VideoWorkflow, VideoResult> handle)
    {
        try
        {
            await handle.GetResultAsync();
        }
        catch (WorkflowFailedException)
        {
            // How it ended is what is recorded.
        }
    }

    private async Task RecordAsync(
        string name,
        FakeStudio studio,
        Func<WorkflowHandle<VideoWorkflow, VideoResult>, Task> act,
        Func<VideoInput, VideoInput>? change = null)
    {
        Skip.If(Release is null, "Histories are recorded only for a release (RECORD_HISTORIES).");
        var folder = Path.Combine(TestPaths.RepositoryRoot, "tests", "Workflows.Tests", "Histories", Release!);
        await fixture.RunAsync(studio, async handle =>
        {
            await act(handle);
            Directory.CreateDirectory(folder);
            await File.WriteAllTextAsync(Path.Combine(folder, $"{name}.json"), WithoutMachine((await handle.FetchHistoryAsync()).ToJson()));
        }, change);
    }
}
