using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Workflows.Video;

/// <summary>The scene of a segment.</summary>
internal static class SceneStep
{
    private const AgentName Name = AgentName.Agent2;

    /// <summary>Has it drawn, or painted by a service.</summary>
    /// <param name="run">The session.</param>
    /// <param name="version">The version of the story that it is of.</param>
    /// <param name="segmentId">Of which segment.</param>
    /// <param name="summary">What is done, for the Web UI.</param>
    /// <param name="local">Whether this machine is to draw it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static Task<Piece> DrawAsync(
        VideoRun run, string version, string segmentId, string summary, bool local, CancellationToken cancellationToken)
    {
        var task = new SegmentTask
        {
            Session = run.Input.Session,
            Agent = Name,
            Price = local ? 0 : run.Costs.PriceOf(PieceKind.Scene, Name),
            Version = version,
            SegmentId = segmentId,
            Local = local,
        };
        return run.Costs.PayAsync(Name, PieceKind.Scene, segmentId, () => run.DoAsync(
            (IDrawScene step) => step.DrawSceneAsync(task),
            run.Policies.ByService(PieceKind.Scene, run.Policies.Scene(summary, cancellationToken), local)));
    }
}
