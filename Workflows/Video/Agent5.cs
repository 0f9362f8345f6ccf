using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Workflows.Video;

/// <summary>Composes the video: a moving clip for each segment, then all of them together.</summary>
internal sealed class Agent5(VideoRun run)
{
    private const AgentName Name = AgentName.Agent5;

    public Task<CheckedVideo> RunAsync(CancellationToken cancellationToken) => AgentWork.RunAsync(run, Name, async report =>
    {
        var cut = new FinalCut(run, Name, report);
        var segments = (await cut.DiscoverAsync(cancellationToken)).SegmentIds;
        report.Processing($"Rendering {segments.Count} clips", segments.Count + 2);
        await report.ForEachAsync(
            Enumerable.Range(0, segments.Count).ToList(),
            run.Input.Settings.MaxParallel,
            (index, token) => run.Decisions.MakeAsync(
                new StepOffer<Piece>(Name, "clip", PieceKind.Clip, segments[index]),
                report,
                _ => RenderAsync(segments, index, token),
                token),
            index => ($"Clip {index + 1} of {segments.Count} rendered", segments[index]),
            cancellationToken);
        return await cut.MakeAsync(segments, cancellationToken);
    });

    private Task<Piece> RenderAsync(IReadOnlyList<string> segments, int index, CancellationToken cancellationToken)
    {
        var task = new ClipTask
        {
            Session = run.Input.Session,
            Agent = Name,
            Price = run.Costs.PriceOf(PieceKind.Clip, Name),
            SegmentIds = segments,
            Index = index,
        };
        return run.Costs.PayAsync(Name, PieceKind.Clip, task.SegmentId, () => run.DoAsync(
            (IRenderClip step) => step.RenderClipAsync(task), run.Policies.Render($"clip {task.SegmentId}", cancellationToken)));
    }
}
