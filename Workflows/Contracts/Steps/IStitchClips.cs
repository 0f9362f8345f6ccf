using Temporalio.Activities;

namespace TemporalVideo.Workflows.Contracts.Steps;

/// <summary>Activity: joins a composer's clips without encoding them again: <c>agent5/stitched.mp4</c>, with <c>agent5/final.srt</c> and <c>.vtt</c>.</summary>
public interface IStitchClips
{
    /// <inheritdoc cref="IStitchClips"/>
    /// <param name="task">The clips.</param>
    [Activity]
    Task<Piece> StitchClipsAsync(ComposeTask task);
}
