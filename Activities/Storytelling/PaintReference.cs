using Temporalio.Activities;
using TemporalVideo.Studio.Pictures;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Activities.Storytelling;

/// <summary>Paints a picture that scenes keep to.</summary>
internal sealed class PaintReference(Stories stories, Pieces pieces, ReferencePainter painter) : IPaintReference
{
    [Activity]
    public Task<Piece> PaintReferenceAsync(ReferenceTask task) => ActivityBody.RunAsync(
        task, task.PictureId, (_, cancellationToken) => PaintAsync(task, cancellationToken));

    private async Task<Piece> PaintAsync(ReferenceTask task, CancellationToken cancellationToken)
    {
        var story = await stories.ReadAsync(task, cancellationToken);
        var picture = story.Look?.Pictures?.FirstOrDefault(picture => picture.Id == task.PictureId && picture.Prompt is not null);
        if (picture is null || painter.Painter is not { } maker)
        {
            return new Piece("", 0, Found: false, $"Nobody here paints the picture {task.PictureId}; the scenes keep to words.");
        }

        return await pieces.FileAsync(
            new PieceOrder(picture.Key, Fingerprint.Of("reference", maker.Identity, picture.Prompt), task.Price),
            file => maker.PaintAsync(
                picture.Prompt!, ReferencePainter.Side, ReferencePainter.Side, ReferenceSheet.None, null, file, cancellationToken),
            cancellationToken);
    }
}
