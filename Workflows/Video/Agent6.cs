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
        report.Processing($"Drawing {segments.Count} images", (2 * segments.Count) + 2);
        await Together.ForEachAsync(
            tasks,
            run.Input.Settings.FallbackImagesParallel,
            async (task, token) => report.Made(await DrawAsync(task, token), $"Image drawn for {task.SegmentId}", task.SegmentId),
            cancellationToken);
        await Together.ForEachAsync(
            tasks,
            run.Input.Settings.MaxParallel,
            async (task, token) => report.Made(await ClipAsync(task, token), $"Clip made for {task.SegmentId}", task.SegmentId),
            cancellationToken);
        return await cut.MakeAsync(segments, cancellationToken);
    });

    private ClipTask TaskFor(IReadOnlyList<string> segments, int index) => new()
    {
        Session = run.Input.Session,
        Agent = Name,
        SegmentIds = segments,
        Index = index,
    };

    private Task<Piece> DrawAsync(ClipTask task, CancellationToken cancellationToken) =>
        run.Costs.PayAsync(Name, PieceKind.Image, task.SegmentId, () => run.DoAsync(
            (IDrawStill step) => step.DrawStillAsync(task), run.Policies.Still($"Agent6: image {task.SegmentId}", cancellationToken)));

    private async Task<Piece> ClipAsync(ClipTask task, CancellationToken cancellationToken)
    {
        await run.Costs.PayAsync(Name, PieceKind.Clip, task.SegmentId, () => run.DoAsync(
            (IMakeSilentClip step) => step.MakeSilentClipAsync(task), run.Policies.Render($"Agent6: clip {task.SegmentId}", cancellationToken)));
        return await run.DoAsync(
            (IAddNarration step) => step.AddNarrationAsync(task),
            run.Policies.Render($"Agent6: narration of {task.SegmentId}", cancellationToken));
    }
}
