using Temporalio.Activities;

namespace TemporalVideo.Workflows.Contracts.Steps;

/// <summary>Activity: writes <c>agent2/storyboard.json</c> (R-B2).</summary>
public interface IWriteStoryboard
{
    /// <inheritdoc cref="IWriteStoryboard"/>
    /// <param name="task">The story.</param>
    [Activity]
    Task<Piece> WriteStoryboardAsync(StoryboardTask task);
}
