using TemporalVideo.Storage.Objects;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Activities.Agent5;

/// <summary>
/// What a finished video no longer needs. It keeps what it was made of (story, scenes, spoken sentences, clips), so that one scene can be
/// changed later without making the others again. What is joined or mixed from those in a moment, and would be many times the video in
/// size, goes: the stitched clips, the joined narrations, the music that cost nothing, the pictures and clips of the composer that did
/// not make the video. Nothing that was paid for ever goes.
/// </summary>
internal sealed class Intermediates(IObjectStore store)
{
    /// <summary>Removes them.</summary>
    /// <param name="task">The video that has been checked, and who composed it.</param>
    /// <param name="cancellationToken">Stops the removing.</param>
    public async Task RemoveAsync(ComposeTask task, CancellationToken cancellationToken)
    {
        var layout = new SessionLayout(task.Session);
        IReadOnlyList<StoredObject> there =
            [.. await store.ListAsync(layout.Agent4, cancellationToken), .. await store.ListAsync(layout.Agent5, cancellationToken)];
        var removed = Keys(layout, task).ToHashSet();
        foreach (var item in there.Where(item => removed.Contains(item.Key) && item.Tags.Making is null or { Cost: 0 }))
        {
            await store.DeleteAsync(item.Key, cancellationToken);
        }
    }

    private static IEnumerable<string> Keys(SessionLayout layout, ComposeTask task)
    {
        yield return layout.Stitched;
        yield return layout.Music;
        foreach (var id in task.SegmentIds)
        {
            yield return layout.Narration(id);
            yield return layout.SilentClip(id);
            if (task.Agent == AgentName.Agent6)
            {
                yield return layout.Clip(AgentName.Agent5, id);
            }
            else
            {
                yield return layout.Image(id);
                yield return layout.Clip(AgentName.Agent6, id);
            }
        }
    }
}
