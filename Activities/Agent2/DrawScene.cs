using Temporalio.Activities;
using TemporalVideo.Activities.Storytelling;
using TemporalVideo.Storage.Objects;
using TemporalVideo.Studio.Film;
using TemporalVideo.Studio.Pictures;
using TemporalVideo.Studio.Providers;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Activities.Agent2;

/// <summary>Draws the scene of a segment in layers.</summary>
internal sealed class DrawScene(
    Stories stories, OwnPictures pictures, ReferenceShelf shelf, Pieces pieces, IObjectStore store, ISceneIllustrator illustrator,
    SceneTakes takes, TimeProvider time) : IDrawScene
{
    [Activity]
    public Task<Piece> DrawSceneAsync(SegmentTask task) => ActivityBody.RunAsync(task, task.SegmentId, async (_, cancellationToken) =>
    {
        var request = await stories.SegmentAsync(task, cancellationToken);
        if (task.Local)
        {
            return await DrawAsync(task, request, illustrator.Local, cancellationToken);
        }

        for (; ; )
        {
            var (maker, instead) = (illustrator.Current, illustrator.Instead);
            try
            {
                var piece = await DrawAsync(task, request, maker, cancellationToken);
                return instead is null || piece.Warning is not null ? piece
                    : piece with { Warning = $"{task.SegmentId} is drawn by {maker.Identity}: {instead}" };
            }
            catch (ProviderException failure) when (failure.TryAgain && illustrator.Current != maker)
            {
                // Its service is now known to be down, and there is another.
            }
        }
    });

    private async Task<Piece> DrawAsync(
        SegmentTask task, SceneRequest request, ISceneIllustrator maker, CancellationToken cancellationToken)
    {
        var key = new SessionLayout(task.Session).Scene(task.SegmentId);
        await ShowAsync(task.Session, request.Segment, cancellationToken);
        IReadOnlyList<string> plain = [];
        IReadOnlyList<int> gone = [];
        var references = maker.KeepsToPictures(request) ? await shelf.ForAsync(request, cancellationToken) : [];
        var piece = await pieces.FolderAsync(
            new PieceOrder(
                key,
                await KeptAsync(key, request.Segment, cancellationToken)
                    ?? Fingerprint.OfPicture("scene", maker.Identity, request.Story, request.Index, references),
                maker.Pays(request) ? task.Price : 0),
            async folder =>
            {
                using var own = new TemporaryFolder();
                var here = await shelf.BesideAsync(
                    await pictures.AtHandAsync(task.Session, request, own, cancellationToken), references, own, cancellationToken);
                var scene = await maker.IllustrateAsync(here, folder.Path, cancellationToken);
                plain = scene.PlainFormulas;
                if (await pictures.LogoAsync(task.Session, request.Story, own, cancellationToken) is { } logo)
                {
                    scene = await LogoMark.OnAsync(scene, logo, folder.Path);
                }

                scene = scene with { Origin = OriginOf(maker, request.Segment) };
                gone = await GiveWayAsync(task.Session, request.Segment, cancellationToken);
                return (scene, (IReadOnlyList<string>)scene.Layers.Select(layer => layer.File).Distinct().ToList());
            },
            cancellationToken);
        return request.Segment.Diagram?.Picture is { } file && !await pictures.IsThereAsync(task.Session, file, cancellationToken)
            ? piece with { Warning = $"{task.SegmentId} shows a caption in place of its picture: the worker has no {file}" }
            : plain.Count > 0
            ? piece with { Warning = $"{task.SegmentId} shows {string.Join(", ", plain)} as plain text: the formula could not be set" }
            : gone.Count > 0
            ? piece with { Warning = $"{task.SegmentId} keeps {PictureTake.Most} takes: without {string.Join(", ", gone)} now" }
            : piece;
    }

    private SceneOrigin OriginOf(ISceneIllustrator maker, Segment segment) => new(
        maker.Identity, time.GetUtcNow(), segment with { Voice = null, VoiceTake = null, Recording = null, Drawn = null });

    /// <summary>Puts the take in place that the segment is to show, where it is kept beside the scene.</summary>
    private async Task ShowAsync(SessionKey session, Segment segment, CancellationToken cancellationToken)
    {
        var layout = new SessionLayout(session);
        if (segment is { Take.Number: var number, Drawn: { } drawn }
            && (await store.FindAsync(layout.Scene(segment.Id), cancellationToken))?.Tags.Fingerprint != drawn
            && (await store.FindAsync(layout.Take(segment.Id, number), cancellationToken))?.Tags.Fingerprint == drawn)
        {
            await GiveWayAsync(session, segment, cancellationToken);
            await takes.ShowAsync(layout, segment.Id, number, layout, cancellationToken);
            await takes.RemoveAsync(layout, segment.Id, number, cancellationToken);
        }
    }

    /// <summary>A scene of the same words that is to be another take stays as the take that it is.</summary>
    /// <returns>The takes for which there is no room now.</returns>
    private async Task<IReadOnlyList<int>> GiveWayAsync(SessionKey session, Segment segment, CancellationToken cancellationToken)
    {
        var layout = new SessionLayout(session);
        var there = await takes.OfAsync(session, segment, cancellationToken);
        if (there.FirstOrDefault(take => take.Shown) is not { } shown
            || !shown.IsOf(segment) || shown.Number == (segment.Take?.Number ?? 1))
        {
            return [];
        }

        await takes.KeepAsync(layout, shown, layout, cancellationToken);
        IReadOnlyList<int> gone = [.. there.Select(take => take.Number).SkipLast(PictureTake.Most - 1)];
        foreach (var number in gone)
        {
            await takes.RemoveAsync(layout, segment.Id, number, cancellationToken);
        }

        return gone;
    }

    /// <summary>The scene that the segment keeps, whatever is around it now; null when it is not there.</summary>
    private async Task<string?> KeptAsync(string key, Segment segment, CancellationToken cancellationToken) =>
        segment.Drawn is { } drawn && (await store.FindAsync(key, cancellationToken))?.Tags.Fingerprint == drawn ? drawn : null;
}
