using Temporalio.Activities;
using TemporalVideo.Activities.Storytelling;
using TemporalVideo.Storage.Objects;
using TemporalVideo.Studio.Film;
using TemporalVideo.Studio.Pictures;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Activities.Agent2;

/// <summary>Draws the scene of a segment in layers.</summary>
internal sealed class DrawScene(
    Stories stories, OwnPictures pictures, Pieces pieces, IObjectStore store, ISceneIllustrator illustrator) : IDrawScene
{
    [Activity]
    public Task<Piece> DrawSceneAsync(SegmentTask task) => ActivityBody.RunAsync(task, task.SegmentId, async (_, cancellationToken) =>
    {
        var request = await stories.SegmentAsync(task, cancellationToken);
        var key = new SessionLayout(task.Session).Scene(task.SegmentId);
        IReadOnlyList<string> plain = [];
        var piece = await pieces.FolderAsync(
            new PieceOrder(
                key,
                await KeptAsync(key, request.Segment, cancellationToken)
                    ?? Fingerprint.OfPicture("scene", illustrator.Identity, request.Story, request.Index),
                task.Price),
            async folder =>
            {
                using var own = new TemporaryFolder();
                var here = await pictures.AtHandAsync(task.Session, request, own, cancellationToken);
                var scene = await illustrator.IllustrateAsync(here, folder.Path, cancellationToken);
                plain = scene.PlainFormulas;
                return (scene, (IReadOnlyList<string>)scene.Layers.Select(layer => layer.File).Distinct().ToList());
            },
            cancellationToken);
        return request.Segment.Diagram?.Picture is { } file && !await pictures.IsThereAsync(task.Session, file, cancellationToken)
            ? piece with { Warning = $"{task.SegmentId} shows a caption in place of its picture: the worker has no {file}" }
            : plain.Count > 0
            ? piece with { Warning = $"{task.SegmentId} shows {string.Join(", ", plain)} as plain text: the formula could not be set" }
            : piece;
    });

    /// <summary>The scene that the segment keeps, whatever is around it now; null when it is not there.</summary>
    private async Task<string?> KeptAsync(string key, Segment segment, CancellationToken cancellationToken) =>
        segment.Drawn is { } drawn && (await store.FindAsync(key, cancellationToken))?.Tags.Fingerprint == drawn ? drawn : null;
}
