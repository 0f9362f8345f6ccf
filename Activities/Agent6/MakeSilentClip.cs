using Temporalio.Activities;
using TemporalVideo.Storage.Objects;
using TemporalVideo.Studio.Film;
using TemporalVideo.Studio.Motion;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Activities.Agent6;

/// <summary>
/// Turns a segment's picture into a silent clip of the segment's length (R-B4). It has a key of its own, so that it is never taken for
/// the narrated one.
/// </summary>
internal sealed class MakeSilentClip(Pieces pieces, IObjectStore store, NarratedClips clips, StillClip renderer) : IMakeSilentClip
{
    [Activity]
    public Task<Piece> MakeSilentClipAsync(ClipTask task) =>
        ActivityBody.RunAsync(task, task.SegmentId, async (progress, cancellationToken) =>
        {
            var key = new SessionLayout(task.Session).SilentClip(task.SegmentId);
            if (await clips.FindAsync(task, cancellationToken) is not null)
            {
                return new Piece(key, 1, Found: true);
            }

            using var folder = new TemporaryFolder();
            var size = await clips.SizeAsync(task, cancellationToken);
            var seconds = await clips.SecondsAsync(task, cancellationToken);
            var image = await store.FetchAsync(new SessionLayout(task.Session).Image(task.SegmentId), folder.Path, cancellationToken);
            return await pieces.FileAsync(
                new PieceOrder(key, clips.Silent(size, seconds, image.Object.Tags.Fingerprint), task.Price),
                file => renderer.RenderAsync(image.Path, size, seconds, file, progress, cancellationToken),
                cancellationToken);
        });
}
