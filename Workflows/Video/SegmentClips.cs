using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Workflows.Video;

/// <summary>Agent5's clips: a moving one for each segment, some of them with moving pictures that a service makes.</summary>
internal sealed class SegmentClips(VideoRun run, AgentReport report, IReadOnlyList<string> segments)
{
    private const AgentName Name = AgentName.Agent5;

    private readonly Dictionary<string, string> _footage = [];
    private readonly HashSet<string> _still = [];

    /// <summary>The segments, in playing order.</summary>
    public IReadOnlyList<string> SegmentIds => segments;

    /// <summary>The segments whose painting moves.</summary>
    public IReadOnlyList<string> Filmed => [.. segments.Where(IsFilmed)];

    /// <summary>Films and renders a segment; what fails for good is decided.</summary>
    /// <param name="index">Which segment, counted from 0.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<Piece> MakeAsync(int index, CancellationToken cancellationToken)
    {
        if (run.Input.Settings.IsByService(PieceKind.Footage))
        {
            await FilmAsync(segments[index], cancellationToken);
        }

        return await run.Decisions.MakeAsync(
            new StepOffer<Piece>(Name, "clip", PieceKind.Clip, segments[index]),
            report,
            _ => RenderAsync(index, cancellationToken),
            cancellationToken);
    }

    /// <summary>Lets the paintings of segments stand still when they are rendered next, or move again.</summary>
    public void Hold(IEnumerable<string> segmentIds, bool still)
    {
        if (still)
        {
            _still.UnionWith(segmentIds);
        }
        else
        {
            _still.ExceptWith(segmentIds);
        }
    }

    /// <summary>Sets the painting of a segment in motion once more, where it moves.</summary>
    public Task FilmAgainAsync(string segmentId, CancellationToken cancellationToken) =>
        IsFilmed(segmentId) ? FilmAsync(segmentId, cancellationToken) : Task.CompletedTask;

    /// <summary>Renders a segment with what there is of it.</summary>
    public Task<Piece> RenderAsync(int index, CancellationToken cancellationToken)
    {
        var task = new ClipTask
        {
            Session = run.Input.Session,
            Agent = Name,
            Price = run.Costs.PriceOf(PieceKind.Clip, Name),
            SegmentIds = segments,
            Index = index,
            Footage = IsFilmed(segments[index]) ? _footage[segments[index]] : null,
        };
        return run.Costs.PayAsync(Name, PieceKind.Clip, task.SegmentId, () => run.DoAsync(
            (IRenderClip step) => step.RenderClipAsync(task), run.Policies.Render($"clip {task.SegmentId}", cancellationToken)));
    }

    private bool IsFilmed(string segmentId) => _footage.ContainsKey(segmentId) && !_still.Contains(segmentId);

    /// <summary>Moving pictures of a scene's painting; where there are none, the painting stays.</summary>
    private async Task FilmAsync(string segmentId, CancellationToken cancellationToken)
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

        _footage.Remove(segmentId);
        if (piece.Key.Length > 0)
        {
            _footage[segmentId] = piece.Key;
        }
    }
}
