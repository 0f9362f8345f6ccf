using TemporalVideo.Studio.Pictures;

namespace TemporalVideo.Studio.Motion.Footage;

/// <summary>A layer whose picture moves: each frame takes the place of the last one.</summary>
/// <param name="image">The layer.</param>
/// <param name="room">Where in it.</param>
/// <param name="frames">The moving pictures; when they end, the last one stays.</param>
internal sealed class MovingLayer(LayerImage image, LayerRoom room, FootageReader frames)
{
    /// <summary>Shows the next frame.</summary>
    public void Advance()
    {
        if (frames.Next() is { } frame)
        {
            image.Replace(room, frame);
        }
    }
}
