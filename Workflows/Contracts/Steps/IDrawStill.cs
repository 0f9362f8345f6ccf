using Temporalio.Activities;

namespace TemporalVideo.Workflows.Contracts.Steps;

/// <summary>Activity: draws one finished picture from a segment's visual guidance, as an image model does: <c>agent5/{segment}_image.png</c>.</summary>
public interface IDrawStill
{
    /// <inheritdoc cref="IDrawStill"/>
    /// <param name="task">The segment.</param>
    [Activity]
    Task<Piece> DrawStillAsync(ClipTask task);
}
