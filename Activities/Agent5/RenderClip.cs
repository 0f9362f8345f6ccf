using Temporalio.Activities;
using TemporalVideo.Storage.Objects;
using TemporalVideo.Studio.Motion;
using TemporalVideo.Studio.Narration;
using TemporalVideo.Studio.Pictures;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Activities.Agent5;

/// <summary>Renders the clip of a segment with its motion, captions and narration.</summary>
internal sealed class RenderClip(PieceMaker pieces, IObjectStore store, IClipRenderer renderer) : IRenderClip
{
    [Activity]
    public Task<Piece> RenderClipAsync(ClipTask task) => Step.RunAsync(task, task.SegmentId, async (progress, cancellationToken) =>
    {
        var layout = new SessionLayout(task.Session);
        var (request, madeFrom) = await RequestAsync(layout, task, cancellationToken);
        return await pieces.FileAsync(
            layout.Clip(task.Agent, task.SegmentId),
            Fingerprint.Of("clip", request.Spoken, request.IsFirst, request.IsLast, request.NextAccent, madeFrom),
            file => renderer.RenderAsync(request, file, progress, cancellationToken),
            cancellationToken);
    });

    private async Task<(ClipRequest Request, string?[] MadeFrom)> RequestAsync(SessionLayout layout, ClipTask task, CancellationToken cancellationToken)
    {
        var (id, last) = (task.SegmentId, task.Index == task.SegmentIds.Count - 1);
        var timing = await pieces.ReadAsync<NarrationSchedule>(layout.Timing, cancellationToken);
        var request = new ClipRequest
        {
            Scene = await pieces.ReadAsync<SceneArt>(layout.Scene(id), cancellationToken),
            SceneFolder = Path.GetDirectoryName(await store.FetchAsync(layout.Scene(id), cancellationToken))!,
            Spoken = timing.Segments.Single(segment => segment.SegmentId == id),
            NarrationFile = await store.FetchAsync(layout.Narration(id), cancellationToken),
            IsFirst = task.Index == 0,
            IsLast = last,
            NextAccent = last ? null : (await pieces.ReadAsync<SceneArt>(layout.Scene(task.SegmentIds[task.Index + 1]), cancellationToken)).Accent,
        };
        foreach (var layer in request.Scene.Layers)
        {
            await store.FetchAsync(layout.SceneFile(id, layer.File), cancellationToken);
        }

        return (request, [
            await pieces.FingerprintOfAsync(layout.Scene(id), cancellationToken),
            await pieces.FingerprintOfAsync(layout.Narration(id), cancellationToken)]);
    }
}
