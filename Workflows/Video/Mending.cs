using Temporalio.Exceptions;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Workflows.Video;

/// <summary>
/// While the quality of the finished video is below what is acceptable, the pieces that are at fault are made again, those alone, within
/// the limits, and the video is joined anew. The best is kept: what does not make it better is undone, and nothing of it fails the video.
/// </summary>
/// <param name="run">The session.</param>
/// <param name="agent">Who composes.</param>
/// <param name="report">What the agent says.</param>
/// <param name="cut">Joins, mixes and checks.</param>
/// <param name="clips">The clips that can be rendered again; null: none of them.</param>
internal sealed class Mending(VideoRun run, AgentName agent, AgentReport report, FinalCut cut, SegmentClips? clips = null)
{
    private int _quieter;

    /// <summary>Makes the final cut, and again while that helps.</summary>
    /// <param name="segmentIds">The segments.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<CheckedVideo> BestAsync(IReadOnlyList<string> segmentIds, CancellationToken cancellationToken)
    {
        var task = cut.TaskFor(segmentIds);
        var best = await cut.MakeAsync(task with { Acceptable = AcceptableIn(1) }, cancellationToken);
        for (var round = 1; best.Faulty is not null; round++)
        {
            var plan = await PlanAsync(task, best, cancellationToken);
            if (plan.IsEmpty)
            {
                break;
            }

            var mended = await MendedAsync(task with { Acceptable = AcceptableIn(round + 1) }, best, plan, cancellationToken);
            if (mended is null)
            {
                best = await UndoneAsync(task, plan, cancellationToken);
                break;
            }

            run.SayMeanwhile($"Quality {mended.Quality} of 100 now, {best.Quality} before");
            best = mended;
        }

        report.Finished(best.Measured, best);
        return best;
    }

    /// <summary>Below which quality a video of a round is made again; null in the last.</summary>
    private int? AcceptableIn(int round) =>
        run.Input.Settings is { Quality: { Enabled: true, Acceptable: var least } } settings && round < settings.VideoRounds ? least : null;

    private Task<MendPlan> PlanAsync(ComposeTask task, CheckedVideo video, CancellationToken cancellationToken)
    {
        var mend = new MendTask
        {
            Session = task.Session,
            Agent = task.Agent,
            SegmentIds = task.SegmentIds,
            Quieter = _quieter,
            Faulty = [.. video.Faulty!.Where(MayBeMadeAgain)],
            MayPaint = MayPaint(),
            Filmed = clips?.Filmed ?? [],
        };
        return run.DoAsync(
            (IPlanMends step) => step.PlanMendsAsync(mend),
            run.Policies.Render($"{agent}: what can be better than {video.Quality} of 100", cancellationToken));
    }

    /// <summary>Scenes that a person has approved, and those that are to stay as they are beside a change, are not made again.</summary>
    private bool MayBeMadeAgain(FaultyPiece piece) => piece.Kind switch
    {
        PieceKind.Scene => clips is not null && run.Input is { Interactive: false, Fork: null },
        PieceKind.Footage => clips is not null,
        _ => true,
    };

    /// <summary>As many as the limit of costs has room for.</summary>
    private int MayPaint()
    {
        const int most = VideoInput.MostPaintedAnew;
        var price = run.Costs.PriceOf(PieceKind.Scene, AgentName.Agent2)
            + (run.Input.Settings.IsByService(PieceKind.Footage) ? run.Costs.PriceOf(PieceKind.Footage, AgentName.Agent5) : 0);
        return run.Costs.Room is { } room && price > 0 ? (int)Math.Clamp(room / price, 0, most) : most;
    }

    /// <summary>The video with the plan carried out; null where that cannot be done, or is not better.</summary>
    private async Task<CheckedVideo?> MendedAsync(
        ComposeTask task, CheckedVideo before, MendPlan plan, CancellationToken cancellationToken)
    {
        run.SayMeanwhile($"Quality {before.Quality} of 100. Made again: {Named(plan)}");
        var quieter = _quieter;
        try
        {
            if (plan.Version is { } version)
            {
                run.Story = run.Story! with { Version = version };
                run.SceneWishes.Clear();
                await ShowAsync(plan, isNew: true, cancellationToken);
            }

            _quieter = quieter + plan.Quieter;
            clips?.Hold(plan.Still, still: true);
            var mended = await ComposeAsync(task with { Before = before.Quality }, plan, cancellationToken);
            if (mended.Quality > before.Quality)
            {
                return mended;
            }

            run.SayMeanwhile($"Quality {mended.Quality} of 100 with that: it is undone");
        }
        catch (FailureException failure) when (
            !cancellationToken.IsCancellationRequested && !TemporalException.IsCanceledException(failure))
        {
            run.SayMeanwhile($"It is not made again: {FailureReason.Of(failure).Text}");
        }

        _quieter = quieter;
        clips?.Hold(plan.Still, still: false);
        return null;
    }

    /// <summary>The video as it was before the plan.</summary>
    private async Task<CheckedVideo> UndoneAsync(ComposeTask task, MendPlan plan, CancellationToken cancellationToken)
    {
        run.SceneWishes.AddRange(plan.Scenes.Select(scene => new SceneWish(scene.SegmentId, "") { Take = scene.Before }));
        if (plan.Scenes.Count > 0)
        {
            await ShowAsync(plan, isNew: false, cancellationToken);
        }

        return await ComposeAsync(task, plan, cancellationToken);
    }

    /// <summary>Puts the scenes of the plan in place: the new takes, or those from before.</summary>
    private async Task ShowAsync(MendPlan plan, bool isNew, CancellationToken cancellationToken)
    {
        var version = (await StoryboardStep.WriteAsync(run, cancellationToken)).Fingerprint ?? "";
        await Together.ForEachAsync(
            plan.Scenes,
            run.Input.Settings.MaxParallel,
            async (scene, token) =>
            {
                await SceneStep.DrawAsync(
                    run, version, scene.SegmentId, $"scene {scene.SegmentId}, {(isNew ? "another take" : $"take {scene.Before} again")}",
                    local: !(isNew && scene.Painted), token);
                await clips!.FilmAgainAsync(scene.SegmentId, token);
            },
            cancellationToken);
    }

    /// <summary>Renders the clips of the plan, and makes the final cut.</summary>
    private async Task<CheckedVideo> ComposeAsync(ComposeTask task, MendPlan plan, CancellationToken cancellationToken)
    {
        var touched = plan.Scenes.Select(scene => scene.SegmentId).Concat(plan.Still).ToHashSet();
        await Together.ForEachAsync(
            [.. task.SegmentIds.Index().Where(segment => touched.Contains(segment.Item)).Select(segment => segment.Index)],
            run.Input.Settings.MaxParallel,
            async (index, token) => await clips!.RenderAsync(index, token),
            cancellationToken);
        return await cut.MakeAgainAsync(task with { Quieter = _quieter }, cancellationToken);
    }

    private static string Named(MendPlan plan) => string.Join(", ",
    [
        .. plan.Scenes.Select(scene => $"the picture of {scene.SegmentId}{(scene.Painted ? ", painted anew" : "")}"),
        .. plan.Still.Select(id => $"{id} with its painting at rest"),
        .. plan.Quieter > 0 ? (string[])[$"music {plan.Quieter} dB quieter"] : [],
    ]);
}
