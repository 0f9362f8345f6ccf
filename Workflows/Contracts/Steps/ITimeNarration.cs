using Temporalio.Activities;

namespace TemporalVideo.Workflows.Contracts.Steps;

/// <summary>Activity: lays the spoken sentences of all segments on the time line: <c>agent4/timing.json</c> and <c>agent4/{segment}.wav</c>.</summary>
public interface ITimeNarration
{
    /// <inheritdoc cref="ITimeNarration"/>
    /// <param name="task">The story.</param>
    [Activity]
    Task<Piece> TimeNarrationAsync(StoryboardTask task);
}
