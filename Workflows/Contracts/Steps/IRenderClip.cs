using Temporalio.Activities;

namespace TemporalVideo.Workflows.Contracts.Steps;

/// <summary>Activity: renders the clip of a segment with its motion, captions and narration: <c>agent5/clips/{segment}.mp4</c>.</summary>
public interface IRenderClip
{
    /// <inheritdoc cref="IRenderClip"/>
    /// <param name="task">The clip.</param>
    [Activity]
    Task<Piece> RenderClipAsync(ClipTask task);
}
