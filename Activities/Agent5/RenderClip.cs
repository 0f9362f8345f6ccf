using Temporalio.Activities;
using TemporalVideo.Storage.Objects;
using TemporalVideo.Studio.Film;
using TemporalVideo.Studio.Motion;
using TemporalVideo.Studio.Narration;
using TemporalVideo.Studio.Pictures;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Activities.Agent5;

/// <summary>Renders the clip of a segment with its motion, captions and narration.</summary>
internal sealed class RenderClip(Pieces pieces, IObjectStore store, IClipRenderer renderer) : IRenderClip
{
    [Activity]
    public Task<Piece> RenderClipAsync(ClipTask task) => ActivityBody.RunAsync(task, task.SegmentId, async (progress, cancellationToken) =>
    {
        var (layout, id) = (new SessionLayout(task.Session), task.SegmentId);
        using var folder = new TemporaryFolder();
        var timing = await pieces.ReadAsync<NarrationSchedule>(layout.Timing, cancellationToken);
        var scene = await pieces.FetchFolderAsync<SceneArt>(
            layout.Scene(id), art => art.Layers.Select(layer => layer.File), folder, cancellationToken);
        var narration = await store.FetchAsync(layout.Narration(id), folder.Path, cancellationToken);
        var footage = task.Footage is { } key ? await store.FetchAsync(key, folder.Path, cancellationToken) : null;
        var next = task.Index < task.SegmentIds.Count - 1 ? task.SegmentIds[task.Index + 1] : null;
        var request = new ClipRequest
        {
            Scene = scene.Content,
            SceneFolder = scene.Folder,
            Spoken = timing.Content.Segments.Single(segment => segment.SegmentId == id),
            NarrationFile = narration.Path,
            Footage = footage?.Path,
            IsFirst = task.Index == 0,
            IsLast = next is null,
            NextAccent = next is null ? null : (await pieces.ReadFolderAsync<SceneArt>(layout.Scene(next), cancellationToken)).Accent,
        };
        var fingerprint = Fingerprint.Of(
            "clip",
            renderer.Identity,
            [
                request.Spoken, request.IsFirst, request.IsLast, request.NextAccent, scene.Fingerprint,
                narration.Object.Tags.Fingerprint, .. footage is null ? (object?[])[] : [footage.Object.Tags.Fingerprint],
            ]);
        return await pieces.FileAsync(
            new PieceOrder(layout.Clip(task.Agent, id), fingerprint, task.Price),
            file => renderer.RenderAsync(request, file, progress, cancellationToken),
            cancellationToken);
    });
}
