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
            async (index, token) =>
            {
                var footage = run.Input.Settings.IsByService(PieceKind.Footage) ? await FilmAsync(segments[index], report, token) : null;
                return await run.Decisions.MakeAsync(
                    new StepOffer<Piece>(Name, "clip", PieceKind.Clip, segments[index]),
                    report,
                    _ => RenderAsync(segments, index, footage, token),
                    token);
            },
            index => ($"Clip {index + 1} of {segments.Count} rendered", segments[index]),
            cancellationToken);
        return await cut.MakeAsync(segments, cancellationToken);
    });

    /// <summary>Moving pictures of a scene's painting; null where there are none, and the painting stays.</summary>
    private async Task<string?> FilmAsync(string segmentId, AgentReport report, CancellationToken cancellationToken)
    {
        var task = new SegmentTask
        {
            Session = run.Input.Session,
            Agent = Name,
            Price = run.Costs.PriceOf(PieceKind.Footage, Name),
            Version = run.Story!.Version ?? "",
            SegmentId = segmentId,
        };
        var still = new Piece("", 0, Found: false, $"{segmentId} keeps its painting");
        var piece = await run.Decisions.MakeAsync(
            new StepOffer<Piece>(Name, "footage", PieceKind.Footage, segmentId) { HasLocal = true, Without = still },
            report,
            local => local ? Task.FromResult(still) : run.Costs.PayAsync(Name, PieceKind.Footage, segmentId, () => run.DoAsync(
                (IFilmSegment step) => step.FilmSegmentAsync(task),
                run.Policies.ByService(PieceKind.Footage, run.Policies.Film($"footage {segmentId}", cancellationToken)))),
            cancellationToken);
        if (piece.Warning is { } warning)
        {
            report.Waiting(warning, segmentId);
        }

        return piece.Key.Length > 0 ? piece.Key : null;
    }

    private Task<Piece> RenderAsync(
        IReadOnlyList<string> segments, int index, string? footage, CancellationToken cancellationToken)
    {
        var task = new ClipTask
        {
            Session = run.Input.Session,
            Agent = Name,
            Price = run.Costs.PriceOf(PieceKind.Clip, Name),
            SegmentIds = segments,
            Index = index,
            Footage = footage,
        };
        return run.Costs.PayAsync(Name, PieceKind.Clip, task.SegmentId, () => run.DoAsync(
            (IRenderClip step) => step.RenderClipAsync(task), run.Policies.Render($"clip {task.SegmentId}", cancellationToken)));
    }
}
