using Temporalio.Activities;

namespace TemporalVideo.Workflows.Contracts.Steps;

/// <summary>Activity: composes the music: <c>agent4/music.wav</c>.</summary>
public interface IComposeMusic
{
    /// <inheritdoc cref="IComposeMusic"/>
    /// <param name="task">The story.</param>
    [Activity]
    Task<Piece> ComposeMusicAsync(StoryboardTask task);
}
