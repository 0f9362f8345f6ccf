using Temporalio.Activities;

namespace TemporalVideo.Workflows.Contracts.Steps;

/// <summary>Activity: measures the finished video. Fails with <see cref="FailureTypes.VideoRejected"/> when it is not as specified.</summary>
public interface ICheckVideo
{
    /// <inheritdoc cref="ICheckVideo"/>
    /// <param name="task">The video.</param>
    [Activity]
    Task<CheckedVideo> CheckVideoAsync(ComposeTask task);
}
