using Temporalio.Workflows;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Workflows.Video;

/// <summary>
/// What a person has written anew for steps that had failed. Each step goes on with a version of its own; the agents work side by side, so
/// the story takes all of it together, when they have ended, and what depends on it is made again.
/// </summary>
internal sealed class StepEdits
{
    private readonly List<SegmentEdit> _edits = [];

    /// <summary>Whether the story is to take something.</summary>
    public bool Any => _edits.Count > 0;

    /// <summary>Makes the version of the story that a step goes on with.</summary>
    /// <param name="run">The session.</param>
    /// <param name="version">What it was made of.</param>
    /// <param name="edit">What is new.</param>
    public async Task<string> WriteAsync(VideoRun run, string version, SegmentEdit edit)
    {
        var edited = await ApplyAsync(run, version, [edit]);
        _edits.Add(edit);
        if (edit.Picture is not null)
        {
            run.SceneWishes.RemoveAll(wish => wish.SegmentId == edit.SegmentId);
        }

        return edited.Version!;
    }

    /// <summary>Puts all of it into the run's story.</summary>
    /// <param name="run">The session.</param>
    public async Task TakeAsync(VideoRun run)
    {
        // The last word on a segment counts; one on its text and one on its picture stand together.
        List<SegmentEdit> edits = [.. _edits.GroupBy(edit => edit.SegmentId).Select(same => new SegmentEdit(same.Key)
        {
            Sentences = same.LastOrDefault(edit => edit.Sentences is not null)?.Sentences,
            Picture = same.LastOrDefault(edit => edit.Picture is not null)?.Picture,
        })];
        _edits.Clear();
        run.Story = await ApplyAsync(run, run.Story!.Version ?? "", edits);
    }

    private static Task<StoryDigest> ApplyAsync(VideoRun run, string version, IReadOnlyList<SegmentEdit> edits)
    {
        var task = new EditTask { Session = run.Input.Session, Agent = AgentName.Orchestrator, Version = version, Edits = edits };
        var summary = $"story, written anew: {string.Join(", ", edits.Select(edit => edit.SegmentId))}";
        return run.DoAsync(
            (IEditStory step) => step.EditStoryAsync(task), run.Policies.Story(summary, Workflow.CancellationToken));
    }
}
