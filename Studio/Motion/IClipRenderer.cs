namespace TemporalVideo.Studio.Motion;

/// <summary>Renders the clip of a segment: picture in motion, captions and narration, encoded once.</summary>
public interface IClipRenderer : IMaker
{
    /// <summary>
    /// Writes an MP4: H.264 High yuv420p in the size of the scene at 30 fps, AAC 48 kHz stereo, of the spoken segment's length.
    /// </summary>
    /// <param name="request">Pictures, narration and place in the video.</param>
    /// <param name="file">The file to write.</param>
    /// <param name="progress">Is told the rendered share, 0 to 1.</param>
    /// <param name="cancellationToken">Kills the renderer.</param>
    Task RenderAsync(ClipRequest request, string file, IProgress<double>? progress, CancellationToken cancellationToken);
}
