using Temporalio.Exceptions;
using Temporalio.Workflows;
using TemporalVideo.Workflows.Contracts;
using TemporalVideo.Workflows.Policies;

namespace TemporalVideo.Workflows.Video;

/// <summary>What all pictures have in common: the style, the people and things that come again, the pictures that were brought.</summary>
internal static class ReferenceSteps
{
    /// <summary>Makes it; the run's story is then the version that has it.</summary>
    public static async Task MakeAsync(VideoRun run)
    {
        if (!run.Input.Settings.Stages.ReferenceImages || !Workflow.Patched(Patches.References))
        {
            return;
        }

        run.Enter(VideoStage.References, 20, "Looking for what the pictures have in common");
        await GenerationSteps.RecordAsync(run);
        var made = await DescribeAsync(run);
        run.Costs.Add(AgentName.Orchestrator, PieceKind.Storyboard, made.Cost);
        run.Story = run.Story! with { Version = made.Version };
        if (made.Described > 0 || made.Brought > 0)
        {
            run.SayMeanwhile($"References: {made.Described} described, {made.Brought} pictures brought");
        }
    }

    /// <summary>What a service cannot do, this machine does: the pictures are then made without.</summary>
    private static async Task<References> DescribeAsync(VideoRun run)
    {
        var task = new StoryboardTask
        {
            Session = run.Input.Session,
            Agent = AgentName.Orchestrator,
            Version = run.Story!.Version ?? "",
        };
        try
        {
            return await StepAsync(run, task);
        }
        catch (ActivityFailureException failure) when (FailureReason.Of(failure).IsOfService)
        {
            run.Costs.Add(AgentName.Orchestrator, PieceKind.Storyboard, PaidDetail.In(failure));
            return await StepAsync(run, task with { Local = true });
        }
    }

    private static Task<References> StepAsync(VideoRun run, StoryboardTask task) => run.DoAsync(
        (IMakeReferences step) => step.MakeReferencesAsync(task),
        run.Policies.ByService(
            PieceKind.Storyboard, run.Policies.Scene("references", Workflow.CancellationToken), task.Local));
}
