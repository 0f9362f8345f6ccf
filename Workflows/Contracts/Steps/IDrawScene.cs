using Temporalio.Activities;

namespace TemporalVideo.Workflows.Contracts.Steps;

/// <summary>Activity: draws the scene of a segment in layers: <c>agent2/{segment}/scene.json</c> and its PNG files.</summary>
public interface IDrawScene
{
    /// <inheritdoc cref="IDrawScene"/>
    /// <param name="task">The segment.</param>
    [Activity]
    Task<Piece> DrawSceneAsync(SegmentTask task);
}
