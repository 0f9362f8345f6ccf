using Temporalio.Exceptions;
using Temporalio.Workflows;
using TemporalVideo.Workflows.Contracts;
using TemporalVideo.Workflows.Policies;

namespace TemporalVideo.Workflows.Video;

/// <summary>What all pictures have in common: the style, the people and things that come again, the pictures that were brought.</summary>
internal static class ReferenceSteps
{
    private const AgentName Describer = AgentName.Orchestrator;
    private const AgentName Painter = AgentName.Agent2;

    /// <summary>Makes it; the run's story is then the version that has it.</summary>
    public static async Task MakeAsync(VideoRun run)
    {
        if (!run.Input.Settings.Stages.ReferenceImages || !Workflow.Patched(Patches.References))
        {
            return;
        }

        run.Enter(VideoStage.References, 20, "Looking for what the pictures have in common");
        await GenerationSteps.RecordAsync(run);
        var made = Workflow.Patched(Patches.ReferencePictures) ? await DecideAsync(run) : await DescribeAsync(run);
        run.Costs.Add(Describer, PieceKind.Storyboard, made.Cost);
        run.Story = run.Story! with { Version = made.Version };
        if (made.Described > 0 || made.Brought > 0)
        {
            run.SayMeanwhile($"References: {made.Described} described, {Counted.Of(made.Brought, "picture")} brought");
        }

        foreach (var note in made.Notes ?? [])
        {
            run.SayMeanwhile(note);
        }

        if (made.ToPaint is { } pictures)
        {
            await Together.ForEachAsync(
                pictures, run.Input.Settings.MaxParallel, (id, token) => PaintAsync(run, id, token), Workflow.CancellationToken);
            run.SayMeanwhile($"References: {Counted.Of(pictures.Count, "picture")} that the scenes keep to");
        }
    }

    /// <summary>What a service cannot do, this machine does, or a person decides: the pictures are then made without.</summary>
    private static Task<References> DecideAsync(VideoRun run)
    {
        var version = run.Story!.Version ?? "";
        return run.Decisions.MakeAsync(
            new StepOffer<References>(Describer, "references", PieceKind.Storyboard)
            {
                HasLocal = true,
                Without = new References(version, 0, 0),
            },
            (text, _) => run.SayMeanwhile(text),
            local => StepAsync(run, TaskOf(run) with { Local = local }),
            Workflow.CancellationToken);
    }

    /// <summary>As earlier releases did it: a person was not asked.</summary>
    private static async Task<References> DescribeAsync(VideoRun run)
    {
        var task = TaskOf(run);
        try
        {
            return await StepAsync(run, task);
        }
        catch (ActivityFailureException failure) when (FailureReason.Of(failure).IsOfService)
        {
            run.Costs.Add(Describer, PieceKind.Storyboard, PaidDetail.In(failure));
            return await StepAsync(run, task with { Local = true });
        }
    }

    private static ReferencesTask TaskOf(VideoRun run) => new()
    {
        Session = run.Input.Session,
        Agent = Describer,
        Version = run.Story!.Version ?? "",
        Brand = run.Input.Brand,
    };

    private static Task<References> StepAsync(VideoRun run, ReferencesTask task) => run.DoAsync(
        (IMakeReferences step) => step.MakeReferencesAsync(task),
        run.Policies.ByService(
            PieceKind.Storyboard, run.Policies.Scene("references", Workflow.CancellationToken), task.Local));

    /// <summary>A picture that cannot be painted is done without: the words stay.</summary>
    private static Task<Piece> PaintAsync(VideoRun run, string id, CancellationToken cancellationToken)
    {
        var without = new Piece("", 0, Found: false, $"The scenes keep to words in place of the picture {id}.");
        var task = new ReferenceTask
        {
            Session = run.Input.Session,
            Agent = Painter,
            Price = run.Costs.PriceOf(PieceKind.Reference, Painter),
            Version = run.Story!.Version ?? "",
            PictureId = id,
        };
        return run.Decisions.MakeAsync(
            new StepOffer<Piece>(Painter, "reference", PieceKind.Reference, id) { HasLocal = true, Without = without },
            (text, _) => run.SayMeanwhile(text),
            local => local ? Task.FromResult(without) : run.Costs.PayAsync(Painter, PieceKind.Reference, id, () => run.DoAsync(
                (IPaintReference step) => step.PaintReferenceAsync(task),
                run.Policies.ByService(PieceKind.Reference, run.Policies.Scene($"reference {id}", cancellationToken)))),
            cancellationToken);
    }
}
