using Temporalio.Activities;
using TemporalVideo.Storage.Objects;
using TemporalVideo.Studio.Pictures;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Activities.Agent6;

/// <summary>Draws one finished picture from a segment's visual guidance.</summary>
internal sealed class DrawStill(PieceMaker pieces, IStillIllustrator illustrator) : IDrawStill
{
    [Activity]
    public Task<Piece> DrawStillAsync(ClipTask task) => Step.RunAsync(task, task.SegmentId, async (_, cancellationToken) =>
    {
        var layout = new SessionLayout(task.Session);
        var story = await pieces.ReadAsync<Workflows.Contracts.Story>(layout.Storyboard, cancellationToken);
        return await pieces.FileAsync(
            layout.Image(task.SegmentId),
            SceneFingerprint.Of("image", story, task.Index),
            file => illustrator.DrawAsync(new SceneRequest { Story = story, Index = task.Index }, file, cancellationToken),
            cancellationToken);
    });
}
