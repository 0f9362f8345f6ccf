using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Workflows.Video;

/// <summary>Storyboard and scenes.</summary>
internal sealed class Agent2(VideoRun run)
{
    private const AgentName Name = AgentName.Agent2;

    public Task RunAsync(CancellationToken cancellationToken) => AgentWork.RunAsync(run, Name, async report =>
    {
        report.Processing($"Drawing {run.Story!.Segments.Count} scenes", run.Story.Segments.Count + 1);
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
        report.Finished($"{story.Segments.Count} scenes drawn");
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
            local => DrawSceneAsync(version, segment, local, cancellationToken),
            cancellationToken);

    private bool IsPainted => run.Input.Settings.IsByService(PieceKind.Scene);

    private Task<Piece> DrawSceneAsync(string? version, SegmentDigest segment, bool local, CancellationToken cancellationToken)
    {
        var task = new SegmentTask
        {
            Session = run.Input.Session,
            Agent = Name,
            Price = local ? 0 : run.Costs.PriceOf(PieceKind.Scene, Name),
            Version = version ?? "",
            SegmentId = segment.Id,
            Local = local,
        };
        return run.Costs.PayAsync(Name, PieceKind.Scene, segment.Id, () => run.DoAsync(
            (IDrawScene step) => step.DrawSceneAsync(task),
            run.Policies.ByService(
                PieceKind.Scene, run.Policies.Scene($"scene {segment.Id}: {segment.Title}", cancellationToken), local)));
    }
}
