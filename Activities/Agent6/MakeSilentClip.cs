using Temporalio.Activities;
using TemporalVideo.Storage.Objects;
using TemporalVideo.Studio.Motion;
using TemporalVideo.Studio.Narration;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Activities.Agent6;

/// <summary>Turns a segment's picture into a silent clip of the segment's length (R-B4).</summary>
internal sealed class MakeSilentClip(PieceMaker pieces, IObjectStore store, StillClip renderer) : IMakeSilentClip
{
    [Activity]
    public Task<Piece> MakeSilentClipAsync(ClipTask task) => Step.RunAsync(task, task.SegmentId, async (progress, cancellationToken) =>
    {
        var layout = new SessionLayout(task.Session);
        var key = layout.Clip(task.Agent, task.SegmentId);
        var timing = await pieces.ReadAsync<NarrationSchedule>(layout.Timing, cancellationToken);
        var seconds = timing.Segments.Single(segment => segment.SegmentId == task.SegmentId).Duration;
        var image = await store.FetchAsync(layout.Image(task.SegmentId), cancellationToken);
        var silent = ClipFingerprint.Silent(seconds, await pieces.FingerprintOfAsync(layout.Image(task.SegmentId), cancellationToken));
        return ClipFingerprint.IsMadeFrom((await store.FindAsync(key, cancellationToken))?.Fingerprint, silent)
            ? new Piece(key, 1, Found: true)
            : await pieces.FileAsync(key, silent, file => renderer.RenderAsync(image, seconds, file, progress, cancellationToken), cancellationToken);
    });
}
