using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Workflows.Video;

/// <summary>Composes the video when Agent5 could not: one picture for each segment, its clip, its narration (R-B1 to R-B5).</summary>
internal sealed class Agent6(VideoRun run)
{
    private const AgentName Name = AgentName.Agent6;

    public Task<CheckedVideo> RunAsync(CancellationToken cancellationToken) => AgentWork.RunAsync(run, Name, async report =>
    {
        var cut = new FinalCut(run, Name, report);
        var segments = (await cut.DiscoverAsync(cancellationToken)).SegmentIds;
        var tasks = segments.Select((_, index) => TaskFor(segments, index)).ToList();
        report.Processing($"Drawing {Counted.Of(segments.Count, "image")}", (2 * segments.Count) + 2);
        await report.ForEachAsync(
            tasks,
            run.Input.Settings.FallbackImagesParallel,
            (task, token) => run.Decisions.MakeAsync(
                new StepOffer<Piece>(Name, "image", PieceKind.Image, task.SegmentId)
                {
                    HasLocal = true,
                    Edit = run.Input.Settings.IsByService(PieceKind.Image)
                        ? new StepEdit(IsPicture: true, () => run.Story!.Version ?? "", _ => RewriteAsync(token)) : null,
                },
                report,
                local => DrawAsync(task, local, token),
                token),
            task => ($"Image drawn for {task.SegmentId}", task.SegmentId),
            cancellationToken);
        await report.ForEachAsync(
            tasks,
            run.Input.Settings.MaxParallel,
            (task, token) => run.Decisions.MakeAsync(
                new StepOffer<Piece>(Name, "clip", PieceKind.Clip, task.SegmentId),
                report,
                _ => ClipAsync(task, token),
                token),
            task => ($"Clip made for {task.SegmentId}", task.SegmentId),
            cancellationToken);
        return await new Mending(run, Name, report, cut).BestAsync(segments, cancellationToken);
    });

    /// <summary>The pictures are made of the storyboard, which takes what is new.</summary>
    private async Task RewriteAsync(CancellationToken cancellationToken)
    {
        if (run.Edits.Any)
        {
            await run.Edits.TakeAsync(run);
        }

        await StoryboardStep.WriteAsync(run, cancellationToken);
    }

    private ClipTask TaskFor(IReadOnlyList<string> segments, int index) => new()
    {
        Session = run.Input.Session,
        Agent = Name,
        SegmentIds = segments,
        Index = index,
    };

    private Task<Piece> DrawAsync(ClipTask task, bool local, CancellationToken cancellationToken)
    {
        var priced = task with { Price = local ? 0 : run.Costs.PriceOf(PieceKind.Image, Name), Local = local };
        return run.Costs.PayAsync(Name, PieceKind.Image, task.SegmentId, () => run.DoAsync(
            (IDrawStill step) => step.DrawStillAsync(priced),
            run.Policies.ByService(
                PieceKind.Image, run.Policies.Still($"Agent6: image {task.SegmentId}", cancellationToken), local)));
    }

    private async Task<Piece> ClipAsync(ClipTask task, CancellationToken cancellationToken)
    {
        var priced = task with { Price = run.Costs.PriceOf(PieceKind.Clip, Name) };
        await run.Costs.PayAsync(Name, PieceKind.Clip, task.SegmentId, () => run.DoAsync(
            (IMakeSilentClip step) => step.MakeSilentClipAsync(priced),
            run.Policies.Render($"Agent6: clip {task.SegmentId}", cancellationToken)));
        return await run.DoAsync(
            (IAddNarration step) => step.AddNarrationAsync(task),
            run.Policies.Render($"Agent6: narration of {task.SegmentId}", cancellationToken));
    }
}
