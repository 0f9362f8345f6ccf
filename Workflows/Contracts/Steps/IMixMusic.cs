using Temporalio.Activities;

namespace TemporalVideo.Workflows.Contracts.Steps;

/// <summary>Activity: puts music under the speech and normalises the loudness: <c>agent5/final.mp4</c>.</summary>
public interface IMixMusic
{
    /// <inheritdoc cref="IMixMusic"/>
    /// <param name="task">The video.</param>
    [Activity]
    Task<Piece> MixMusicAsync(ComposeTask task);
}
