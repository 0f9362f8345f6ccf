using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Workflows.Video;

/// <summary>Storyboard and scenes.</summary>
internal sealed class Agent2(VideoRun run)
{
    private const AgentName Name = AgentName.Agent2;

    public Task RunAsync(CancellationToken cancellationToken) => AgentWork.RunAsync(run, Name, async report =>
    {
        var story = run.Story!;
        report.Processing($"Drawing {story.Segments.Count} scenes", story.Segments.Count + 1);
        report.Made(await WriteStoryboardAsync(story, cancellationToken), "Storyboard written");
        await Together.ForEachAsync(
            Enumerable.Range(0, story.Segments.Count).ToList(),
            run.Input.Settings.MaxParallel,
            async (index, token) => report.Made(
                await DrawSceneAsync(story, index, token), $"Scene drawn: {story.Segments[index].Title}", story.Segments[index].Id),
            cancellationToken);
        report.Finished($"{story.Segments.Count} scenes drawn");
        return true;
    });

    private Task<Piece> WriteStoryboardAsync(Story story, CancellationToken cancellationToken)
    {
        var task = new StoryboardTask { Session = run.Input.Session, Agent = Name, Story = story };
        return run.DoAsync(
            (IWriteStoryboard step) => step.WriteStoryboardAsync(task), run.Policies.Bookkeeping("storyboard", cancellationToken));
    }

    private Task<Piece> DrawSceneAsync(Story story, int index, CancellationToken cancellationToken)
    {
        var task = new SegmentTask { Session = run.Input.Session, Agent = Name, Story = story, Index = index };
        return run.Costs.PayAsync(Name, PieceKind.Scene, task.Segment.Id, () => run.DoAsync(
            (IDrawScene step) => step.DrawSceneAsync(task),
            run.Policies.Scene($"scene {task.Segment.Id}: {task.Segment.Title}", cancellationToken)));
    }
}
