using Temporalio.Activities;
using TemporalVideo.Activities.Storytelling;
using TemporalVideo.Storage.Objects;
using TemporalVideo.Studio.Film;
using TemporalVideo.Studio.Motion.Footage;
using TemporalVideo.Studio.Narration;
using TemporalVideo.Studio.Pictures;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Activities.Agent5;

/// <summary>Has a service set the painting of a segment's scene in motion.</summary>
internal sealed class FilmSegment(Stories stories, Pieces pieces, PreferredFootage footage) : IFilmSegment
{
    [Activity]
    public Task<Piece> FilmSegmentAsync(SegmentTask task) => ActivityBody.RunAsync(
        task, task.SegmentId, (progress, cancellationToken) => FilmAsync(task, progress, cancellationToken));

    private async Task<Piece> FilmAsync(SegmentTask task, IProgress<double> progress, CancellationToken cancellationToken)
    {
        var (layout, id) = (new SessionLayout(task.Session), task.SegmentId);
        using var folder = new TemporaryFolder();
        var scene = await pieces.FetchFolderAsync<SceneArt>(
            layout.Scene(id), art => art.Painting is { } layer ? [layer.File] : [], folder, cancellationToken);
        if (scene.Content.Painting is not { Footage: { } room } painting)
        {
            return new Piece("", 0, Found: false);
        }

        if (footage.Current is not { } maker)
        {
            return new Piece("", 0, Found: false, $"{id} keeps its painting: {footage.Instead ?? "no service films here"}");
        }

        var request = await stories.SegmentAsync(task, cancellationToken);
        var timing = await pieces.ReadAsync<NarrationSchedule>(layout.Timing, cancellationToken);
        var order = new FootageOrder(
            StoryLook.PromptOf(request.Story, request.Segment), Path.Combine(scene.Folder, painting.File), room,
            timing.Content.Segments.Single(segment => segment.SegmentId == id).Duration);
        return await pieces.FileAsync(
            new PieceOrder(
                layout.Footage(id), Fingerprint.Of("footage", maker.Identity, scene.Fingerprint, order.Prompt, order.Seconds), task.Price),
            file => maker.FilmAsync(order, file, progress, cancellationToken),
            cancellationToken);
    }
}
