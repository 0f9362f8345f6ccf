using Temporalio.Exceptions;
using Temporalio.Workflows;
using TemporalVideo.Workflows.Contracts;
using TemporalVideo.Workflows.Policies;

namespace TemporalVideo.Workflows.Video;

/// <summary>The session's row in <c>generations</c>: what it says at each change.</summary>
internal static class GenerationSteps
{
    /// <summary>A session does not wait longer than this for a row that only tells of it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>What was ordered.</summary>
    public static GenerationOrder OrderOf(VideoInput input) => new(
        GenerationSpec.Of(input), new BroughtAssets(input.Product, input.LessonPictures), input.Settings);

    /// <summary>Writes down that a stage begins. A row that cannot be written stops nothing; it is said.</summary>
    public static async Task RecordAsync(VideoRun run)
    {
        if (!Workflow.Patched(Patches.Generations))
        {
            return;
        }

        var task = new RecordTask { Session = run.Input.Session, Stand = StandOf(run) };
        var options = run.Policies.Bookkeeping($"generation: {run.State.Generation}", Workflow.CancellationToken);
        options.ScheduleToCloseTimeout = Patience;
        try
        {
            await Workflow.ExecuteActivityAsync((IRecordGeneration step) => step.RecordGenerationAsync(task), options);
        }
        catch (ActivityFailureException failure) when (!TemporalException.IsCanceledException(failure))
        {
            run.SayMeanwhile($"The row of the generation is not up to date. {FailureReason.Of(failure).Text}");
        }
    }

    /// <summary>How far the session is.</summary>
    /// <param name="run">The session.</param>
    /// <param name="seconds">How long it took; null while it runs.</param>
    public static GenerationStand StandOf(VideoRun run, double? seconds = null) => new()
    {
        Stage = run.State.Generation,
        Phase = run.State.Phase,
        Story = run.Story?.Version,
        Costs = VideoPhases.CostsOf(run.Costs.Report),
        Seconds = seconds,
    };
}
