using TemporalVideo.Storage.Objects;
using TemporalVideo.Studio.Motion;
using TemporalVideo.Studio.Narration;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Activities.Agent6;

/// <summary>What Agent6's clips are made of: a picture makes a silent clip, that and a narration the narrated one.</summary>
internal sealed class NarratedClips(Pieces pieces, IObjectStore store, StillClip renderer, AudioReplacer replacer)
{
    /// <summary>The fingerprint of a silent clip.</summary>
    public string Silent(VideoSize size, double seconds, string? image) =>
        Fingerprint.Of("silent", renderer.Identity, size, seconds, image);

    /// <summary>The fingerprint of a narrated clip; one without its narration is another piece.</summary>
    public string Narrated(string? silent, string? narration) =>
        Fingerprint.Of(narration is null ? "unnarrated" : "narrated", replacer.Identity, silent, narration);

    /// <summary>
    /// Finds the narrated clip that the picture and the narration in the store would make: then neither it nor its silent clip, which
    /// goes when a video is finished, is made again.
    /// </summary>
    /// <returns>Its fingerprint; null when it is not there, or is one of other making.</returns>
    public async Task<string?> FindAsync(ClipTask task, CancellationToken cancellationToken)
    {
        var (layout, id) = (new SessionLayout(task.Session), task.SegmentId);
        if (await store.FindAsync(layout.Clip(task.Agent, id), cancellationToken) is not { Tags.Fingerprint: { } found })
        {
            return null;
        }

        var image = (await store.FindAsync(layout.Image(id), cancellationToken))?.Tags.Fingerprint;
        var narration = (await store.FindAsync(layout.Narration(id), cancellationToken))?.Tags.Fingerprint;
        if (image is null || narration is null)
        {
            return null;
        }

        var wanted = Narrated(
            Silent(await SizeAsync(task, cancellationToken), await SecondsAsync(task, cancellationToken), image), narration);
        return found == wanted ? wanted : null;
    }

    /// <summary>The size of the video.</summary>
    public async Task<VideoSize> SizeAsync(ClipTask task, CancellationToken cancellationToken) =>
        (await pieces.ReadAsync<Story>(new SessionLayout(task.Session).Storyboard, cancellationToken)).Content.Size;

    /// <summary>How long a segment's clip is, in seconds.</summary>
    public async Task<double> SecondsAsync(ClipTask task, CancellationToken cancellationToken)
    {
        var timing = (await pieces.ReadAsync<NarrationSchedule>(new SessionLayout(task.Session).Timing, cancellationToken)).Content;
        return timing.Segments.Single(segment => segment.SegmentId == task.SegmentId).Duration;
    }
}
