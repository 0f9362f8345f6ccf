using Temporalio.Activities;

namespace TemporalVideo.Workflows.Contracts.Steps;

/// <summary>Activity: puts a segment's narration into its silent clip (R-B5). When that fails the clip stays silent, and the piece has a warning.</summary>
public interface IAddNarration
{
    /// <inheritdoc cref="IAddNarration"/>
    /// <param name="task">The segment.</param>
    [Activity]
    Task<Piece> AddNarrationAsync(ClipTask task);
}
