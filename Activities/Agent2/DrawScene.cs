using Temporalio.Activities;
using TemporalVideo.Storage.Objects;
using TemporalVideo.Studio.Pictures;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Activities.Agent2;

/// <summary>Draws the scene of a segment in layers.</summary>
internal sealed class DrawScene(PieceMaker pieces, ISceneIllustrator illustrator) : IDrawScene
{
    [Activity]
    public Task<Piece> DrawSceneAsync(SegmentTask task) => Step.RunAsync(task, task.Segment.Id, (_, cancellationToken) => pieces.FolderAsync(
        new SessionLayout(task.Session).Scene(task.Segment.Id),
        SceneFingerprint.Of("scene", task.Story, task.Index),
        async folder =>
        {
            var request = new SceneRequest { Story = task.Story, Index = task.Index };
            var scene = await illustrator.IllustrateAsync(request, folder.Path, cancellationToken);
            return (scene, (IReadOnlyList<string>)scene.Layers.Select(layer => layer.File).Distinct().ToList());
        },
        cancellationToken));
}
