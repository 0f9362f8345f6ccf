using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Workflows.Video;

/// <summary>Narration and music.</summary>
internal sealed class Agent4(VideoRun run)
{
    private const AgentName Name = AgentName.Agent4;

    public Task RunAsync(CancellationToken cancellationToken) => AgentWork.RunAsync(run, Name, async report =>
    {
        var story = run.Story!;
        var whole = new StoryboardTask { Session = run.Input.Session, Agent = Name, Story = story };
        report.Processing($"Speaking {story.Segments.Count} segments", story.Segments.Count + 2);
        await Together.ForEachAsync(
            Enumerable.Range(0, story.Segments.Count).ToList(),
            run.Input.Settings.MaxParallel,
            async (index, token) => report.Made(
                await SpeakAsync(story, index, token), $"Spoken: {story.Segments[index].Title}", story.Segments[index].Id),
            cancellationToken);
        report.Made(await TimeAsync(whole, cancellationToken), "Narration timed");
        report.Made(await ComposeAsync(whole, cancellationToken), "Music composed");
        report.Finished("Narration and music are ready");
        return true;
    });

    private Task<Piece> SpeakAsync(Story story, int index, CancellationToken cancellationToken)
    {
        var task = new SegmentTask { Session = run.Input.Session, Agent = Name, Story = story, Index = index };
        return run.Costs.PayAsync(Name, PieceKind.Narration, task.Segment.Id, () => run.DoAsync(
            (ISpeakSegment step) => step.SpeakSegmentAsync(task),
            run.Policies.Scene($"narration {task.Segment.Id}: {task.Segment.Title}", cancellationToken)));
    }

    private Task<Piece> TimeAsync(StoryboardTask task, CancellationToken cancellationToken) => run.DoAsync(
        (ITimeNarration step) => step.TimeNarrationAsync(task), run.Policies.Scene("timing of the narration", cancellationToken));

    private Task<Piece> ComposeAsync(StoryboardTask task, CancellationToken cancellationToken) =>
        run.Costs.PayAsync(Name, PieceKind.Music, null, () => run.DoAsync(
            (IComposeMusic step) => step.ComposeMusicAsync(task), run.Policies.Scene("music", cancellationToken)));
}
