using Temporalio.Activities;
using TemporalVideo.Storage.Objects;
using TemporalVideo.Studio.Film;
using TemporalVideo.Studio.Motion;
using TemporalVideo.Studio.Narration;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Activities.Agent6;

/// <summary>
/// Turns a segment's picture into a silent clip of the segment's length (R-B4). It has a key of its own, so that it is never taken for
/// the narrated one.
/// </summary>
internal sealed class MakeSilentClip(Pieces pieces, IObjectStore store, StillClip renderer) : IMakeSilentClip
{
    [Activity]
    public Task<Piece> MakeSilentClipAsync(ClipTask task) =>
        ActivityBody.RunAsync(task, task.SegmentId, async (progress, cancellationToken) =>
    {
        var layout = new SessionLayout(task.Session);
        using var folder = new TemporaryFolder();
        var timing = (await pieces.ReadAsync<NarrationSchedule>(layout.Timing, cancellationToken)).Content;
        var seconds = timing.Segments.Single(segment => segment.SegmentId == task.SegmentId).Duration;
        var image = await store.FetchAsync(layout.Image(task.SegmentId), folder.Path, cancellationToken);
        return await pieces.FileAsync(
            new PieceOrder(
                layout.SilentClip(task.SegmentId),
                Fingerprint.Of("silent", renderer.Identity, seconds, image.Object.Tags.Fingerprint),
                task.Price),
            file => renderer.RenderAsync(image.Path, seconds, file, progress, cancellationToken),
            cancellationToken);
    });
}
