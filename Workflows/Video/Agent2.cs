using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Workflows.Video;

/// <summary>Storyboard and scenes.</summary>
internal sealed class Agent2(VideoRun run)
{
    private const AgentName Name = AgentName.Agent2;

    public Task RunAsync(CancellationToken cancellationToken) => AgentWork.RunAsync(run, Name, async report =>
    {
        report.Processing($"Drawing {Counted.Of(run.Story!.Segments.Count, "scene")}", run.Story.Segments.Count + 1);
        await new SceneRoom(run, report, cancellationToken).WriteAsync();
        var story = run.Story;
        var storyboard = await StoryboardStep.WriteAsync(run, cancellationToken);
        report.Made(storyboard, "Storyboard written");
        await report.ForEachAsync(
            story.Segments,
            run.Input.Settings.MaxParallel,
            (segment, token) => DrawOrDecideAsync(storyboard.Fingerprint ?? "", segment, report, token),
            segment => ($"Scene drawn: {segment.Title}", segment.Id),
            cancellationToken);
        report.Finished($"{Counted.Of(story.Segments.Count, "scene")} drawn");
        return true;
    });

    private Task<Piece> DrawOrDecideAsync(
        string version, SegmentDigest segment, AgentReport report, CancellationToken cancellationToken) => run.Decisions.MakeAsync(
            new StepOffer<Piece>(Name, "scene", PieceKind.Scene, segment.Id)
            {
                HasLocal = IsPainted,
                Edit = !IsPainted ? null : new StepEdit(IsPicture: true, () => version, edited => Task.FromResult(version = edited)),
            },
            report,
            local => SceneStep.DrawAsync(
                run, version, segment.Id, $"scene {segment.Id}: {segment.Title}", local, cancellationToken),
            cancellationToken);

    private bool IsPainted => run.Input.Settings.IsByService(PieceKind.Scene);
}
