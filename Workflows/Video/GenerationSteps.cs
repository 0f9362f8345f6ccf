using Temporalio.Workflows;
using TemporalVideo.Workflows.Contracts;
using TemporalVideo.Workflows.Policies;

namespace TemporalVideo.Workflows.Video;

/// <summary>The session's row in <c>generations</c>: what it says at each change.</summary>
internal static class GenerationSteps
{
    /// <summary>What was ordered.</summary>
    public static GenerationOrder OrderOf(VideoInput input) => new(
        GenerationSpec.Of(input), new BroughtAssets(input.Product, input.LessonPictures) { Brand = input.Brand },
        input.Settings);

    /// <summary>Writes down that a stage begins.</summary>
    public static async Task RecordAsync(VideoRun run)
    {
        if (!Workflow.Patched(Patches.Generations))
        {
            return;
        }

        var task = new RecordTask { Session = run.Input.Session, Stand = StandOf(run) };
        await run.DoAsideAsync(
            (IRecordGeneration step) => step.RecordGenerationAsync(task),
            $"generation: {run.State.Generation}",
            "The row of the generation is not up to date.");
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
