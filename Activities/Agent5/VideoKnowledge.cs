using System.Text;
using TemporalVideo.Storage.Objects;
using TemporalVideo.Studio.Narration;
using TemporalVideo.Studio.Pictures;
using TemporalVideo.Studio.Quality;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Activities.Agent5;

/// <summary>All that is known of a video but what is measured on its file.</summary>
internal sealed class VideoKnowledge(Pieces pieces, IObjectStore store)
{
    /// <summary>Reads it from the object store.</summary>
    /// <param name="task">The video, and who composed it: pictures of Agent6 are flat, nothing is known of what is in them.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="ObjectMissingException">Storyboard or timing are not in the store.</exception>
    public async Task<QualityEvidence> OfAsync(ComposeTask task, CancellationToken cancellationToken)
    {
        var layout = new SessionLayout(task.Session);
        var scenes = task.Agent == AgentName.Agent5 ? await ScenesAsync(task, cancellationToken) : [];
        var source = await TextAsync(layout.Source, cancellationToken);
        return new QualityEvidence
        {
            Story = (await pieces.ReadAsync<Story>(layout.Storyboard, cancellationToken)).Content,

            // A topic is a few words: the lesson that was found for it is not in the store.
            Source = source is not null && source.Trim().Contains('\n') ? source : null,
            Schedule = (await pieces.ReadAsync<NarrationSchedule>(layout.Timing, cancellationToken)).Content,
            Captions = await TextAsync(layout.Srt, cancellationToken) is { } script ? SubtitleReader.FromSrt(script) : null,
            Scenes = scenes,
            Pictograms = scenes.ToDictionary(scene => scene.Key, scene => scene.Value.Pictograms),
        };
    }

    private async Task<string?> TextAsync(string key, CancellationToken cancellationToken) =>
        await store.ReadIfThereAsync(key, cancellationToken) is { } bytes ? Encoding.UTF8.GetString(bytes.Span) : null;

    /// <summary>The drawn scenes, as far as they are there.</summary>
    private async Task<Dictionary<string, SceneArt>> ScenesAsync(ComposeTask task, CancellationToken cancellationToken)
    {
        var layout = new SessionLayout(task.Session);
        Dictionary<string, SceneArt> found = [];
        foreach (var id in task.SegmentIds)
        {
            if (await store.FindAsync(layout.Scene(id), cancellationToken) is not null)
            {
                found[id] = await pieces.ReadFolderAsync<SceneArt>(layout.Scene(id), cancellationToken);
            }
        }

        return found;
    }
}
