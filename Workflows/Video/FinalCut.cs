using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Workflows.Video;

/// <summary>What Agent5 and Agent6 have in common: they find their input, and make the final cut of their clips.</summary>
internal sealed class FinalCut(VideoRun run, AgentName agent, AgentReport report)
{
    public Task<ComposerInput> DiscoverAsync(CancellationToken cancellationToken)
    {
        var task = new AgentTask { Session = run.Input.Session, Agent = agent };
        return run.DoAsync(
            (IDiscoverInput step) => step.DiscoverInputAsync(task), run.Policies.Bookkeeping($"{agent}: input", cancellationToken));
    }

    /// <summary>What is composed.</summary>
    public ComposeTask TaskFor(IReadOnlyList<string> segmentIds) => new()
    {
        Session = run.Input.Session,
        Agent = agent,
        SegmentIds = segmentIds,
        Unscored = !run.Input.Settings.Quality.Enabled,
    };

    /// <summary>Stitch, music, check; what fails for good is decided.</summary>
    public async Task<CheckedVideo> MakeAsync(ComposeTask task, CancellationToken cancellationToken)
    {
        run.Say(70, "Stitching the clips");
        report.Made(await DecidedAsync("stitch", () => StitchAsync(task, cancellationToken), cancellationToken), "Clips stitched");
        run.Say(85, "Adding music");
        report.Made(await DecidedAsync("mix", () => MixAsync(task, cancellationToken), cancellationToken), "Music added");
        run.Say(95, "Measuring the video");
        return await DecidedAsync("check", () => CheckAsync(task, cancellationToken), cancellationToken);
    }

    /// <summary>The same once more, without a decision on what fails.</summary>
    public async Task<CheckedVideo> MakeAgainAsync(ComposeTask task, CancellationToken cancellationToken)
    {
        await StitchAsync(task, cancellationToken);
        await MixAsync(task, cancellationToken);
        return await CheckAsync(task, cancellationToken);
    }

    private Task<T> DecidedAsync<T>(string what, Func<Task<T>> make, CancellationToken cancellationToken)
        where T : class =>
        run.Decisions.MakeAsync(new StepOffer<T>(agent, what, PieceKind.Stitch), report, _ => make(), cancellationToken);

    private Task<Piece> StitchAsync(ComposeTask task, CancellationToken cancellationToken)
    {
        var priced = task with { Price = run.Costs.PriceOf(PieceKind.Stitch, agent) };
        var summary = $"{agent}: stitch {Counted.Of(task.SegmentIds.Count, "clip")}";
        return run.Costs.PayAsync(agent, PieceKind.Stitch, null, () => run.DoAsync(
            (IStitchClips step) => step.StitchClipsAsync(priced),
            agent == AgentName.Agent5 ? run.Policies.Stitch(summary, cancellationToken) : run.Policies.Render(summary, cancellationToken)));
    }

    private Task<Piece> MixAsync(ComposeTask task, CancellationToken cancellationToken) => run.DoAsync(
        (IMixMusic step) => step.MixMusicAsync(task), run.Policies.Mix($"{agent}: music and loudness", cancellationToken));

    private Task<CheckedVideo> CheckAsync(ComposeTask task, CancellationToken cancellationToken) => run.DoAsync(
        (ICheckVideo step) => step.CheckVideoAsync(task), run.Policies.Render($"{agent}: measure the video", cancellationToken));
}
