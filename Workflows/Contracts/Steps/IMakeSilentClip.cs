using Temporalio.Activities;

namespace TemporalVideo.Workflows.Contracts.Steps;

/// <summary>Activity: turns a picture into a silent clip of its segment's length: <c>agent5/{segment}_clip.mp4</c> (R-B4).</summary>
public interface IMakeSilentClip
{
    /// <inheritdoc cref="IMakeSilentClip"/>
    /// <param name="task">The segment.</param>
    [Activity]
    Task<Piece> MakeSilentClipAsync(ClipTask task);
}
