using Temporalio.Activities;
using TemporalVideo.Activities.Storytelling;
using TemporalVideo.Storage.Objects;
using TemporalVideo.Studio.Film;
using TemporalVideo.Studio.Pictures;
using TemporalVideo.Studio.Providers;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Activities.Agent6;

/// <summary>Draws one finished picture from a segment's visual guidance.</summary>
internal sealed class DrawStill(Pieces pieces, OwnPictures pictures, ReferenceShelf shelf, IStillIllustrator illustrator) : IDrawStill
{
    [Activity]
    public Task<Piece> DrawStillAsync(ClipTask task) => ActivityBody.RunAsync(task, task.SegmentId, async (_, cancellationToken) =>
    {
        var layout = new SessionLayout(task.Session);
        var story = (await pieces.ReadAsync<Story>(layout.Storyboard, cancellationToken)).Content;
        if (task.Local)
        {
            return await DrawAsync(task, layout, story, illustrator.Local, cancellationToken);
        }

        for (; ; )
        {
            var (maker, instead) = (illustrator.Current, illustrator.Instead);
            try
            {
                var piece = await DrawAsync(task, layout, story, maker, cancellationToken);
                return instead is null ? piece : piece with { Warning = $"{task.SegmentId} is drawn by {maker.Identity}: {instead}" };
            }
            catch (ProviderException failure) when (failure.TryAgain && illustrator.Current != maker)
            {
                // Its service is now known to be down, and there is another.
            }
        }
    });

    private async Task<Piece> DrawAsync(
        ClipTask task, SessionLayout layout, Story story, IStillIllustrator maker, CancellationToken cancellationToken)
    {
        var request = new SceneRequest { Story = story, Index = task.Index };
        var references = maker.KeepsToPictures ? await shelf.ForAsync(request, cancellationToken) : [];
        return await pieces.FileAsync(
            new PieceOrder(
                layout.Image(task.SegmentId), Fingerprint.OfPicture("image", maker.Identity, story, task.Index, references), task.Price),
            async file =>
            {
                using var own = new TemporaryFolder();
                var here = await pictures.AtHandAsync(task.Session, request, own, cancellationToken);
                await maker.DrawAsync(await shelf.BesideAsync(here, references, own, cancellationToken), file, cancellationToken);
                if (await pictures.LogoAsync(task.Session, story, own, cancellationToken) is { } logo)
                {
                    await LogoMark.StampAsync(file, story.Size, logo);
                }
            },
            cancellationToken);
    }
}
