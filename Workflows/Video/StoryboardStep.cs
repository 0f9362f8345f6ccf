using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Workflows.Video;

/// <summary>The storyboard: the run's story, and what a person asked of its pictures.</summary>
internal static class StoryboardStep
{
    /// <summary>Writes it.</summary>
    public static Task<Piece> WriteAsync(VideoRun run, CancellationToken cancellationToken)
    {
        var task = new WriteStoryboardTask
        {
            Session = run.Input.Session,
            Agent = AgentName.Agent2,
            Version = run.Story!.Version ?? "",
            Wishes = [.. run.SceneWishes],
        };
        var scenes = run.SceneScore is { } scored ? $"; scenes: {scored} of 100" : "";
        return run.DoAsync(
            (IWriteStoryboard step) => step.WriteStoryboardAsync(task), run.Policies.Bookkeeping(
                run.StoryScore is { } score ? $"storyboard (story: {score} of 100{scenes})" : "storyboard", cancellationToken));
    }
}
