using Temporalio.Activities;

namespace TemporalVideo.Workflows.Contracts.Steps;

/// <summary>Activity: speaks a segment, sentence by sentence, and measures it: <c>agent4/{segment}/</c>.</summary>
public interface ISpeakSegment
{
    /// <inheritdoc cref="ISpeakSegment"/>
    /// <param name="task">The segment.</param>
    [Activity]
    Task<Piece> SpeakSegmentAsync(SegmentTask task);
}
