using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Workflows.Video;

/// <summary>Narration and music.</summary>
internal sealed class Agent4(VideoRun run)
{
    private const AgentName Name = AgentName.Agent4;

    public Task RunAsync(CancellationToken cancellationToken) => AgentWork.RunAsync(run, Name, async report =>
    {
        var story = run.Story!;
        var whole = new StoryboardTask { Session = run.Input.Session, Agent = Name, Version = story.Version ?? "" };
        report.Processing($"Speaking {Counted.Of(story.Segments.Count, "segment")}", story.Segments.Count + 2);
        await report.ForEachAsync(
            story.Segments,
            run.Input.Settings.MaxParallel,
            (segment, token) => SpeakOrDecideAsync(story, segment, report, token),
            segment => ($"Spoken: {segment.Title}", segment.Id),
            cancellationToken);
        report.Made(await TimeAsync(whole, cancellationToken), "Narration timed");
        var music = whole with { Price = run.Costs.PriceOf(PieceKind.Music, Name) };
        var silence = new Piece("", 0, Found: false, "The video has no music, as decided.");
        report.Made(
            await run.Decisions.MakeAsync(
                new StepOffer<Piece>(Name, "music", PieceKind.Music) { Without = silence },
                report,
                _ => ComposeAsync(music, cancellationToken),
                cancellationToken),
            "Music composed");
        report.Finished("Narration and music are ready");
        return true;
    });

    private Task<Piece> SpeakOrDecideAsync(
        StoryDigest story, SegmentDigest segment, AgentReport report, CancellationToken cancellationToken)
    {
        var version = story.Version ?? "";
        return run.Decisions.MakeAsync(
            new StepOffer<Piece>(Name, "narration", PieceKind.Narration, segment.Id)
            {
                HasLocal = true,
                Edit = new StepEdit(IsPicture: false, () => version, edited => Task.FromResult(version = edited)),
            },
            report,
            local => SpeakAsync(version, segment, local, cancellationToken),
            cancellationToken);
    }

    private Task<Piece> SpeakAsync(string version, SegmentDigest segment, bool local, CancellationToken cancellationToken)
    {
        var task = new SegmentTask
        {
            Session = run.Input.Session,
            Agent = Name,
            Price = local ? 0 : run.Costs.PriceOf(PieceKind.Narration, Name),
            Local = local,
            Version = version,
            SegmentId = segment.Id,
        };
        return run.Costs.PayAsync(Name, PieceKind.Narration, segment.Id, () => run.DoAsync(
            (ISpeakSegment step) => step.SpeakSegmentAsync(task),
            run.Policies.ByService(
                PieceKind.Narration, run.Policies.Scene($"narration {segment.Id}: {segment.Title}", cancellationToken), local)));
    }

    private Task<Piece> TimeAsync(StoryboardTask task, CancellationToken cancellationToken) => run.DoAsync(
        (ITimeNarration step) => step.TimeNarrationAsync(task), run.Policies.Scene("timing of the narration", cancellationToken));

    private Task<Piece> ComposeAsync(StoryboardTask task, CancellationToken cancellationToken) =>
        run.Costs.PayAsync(Name, PieceKind.Music, null, () => run.DoAsync(
            (IComposeMusic step) => step.ComposeMusicAsync(task), run.Policies.Scene("music", cancellationToken)));
}
