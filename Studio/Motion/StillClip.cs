using TemporalVideo.Studio.Film;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Motion;

/// <summary>Turns a still picture into a silent clip: a slow zoom, so that it never stands still. For Agent6 (R-B4).</summary>
/// <param name="ffmpeg">Encodes the clip.</param>
public sealed class StillClip(FfmpegRunner ffmpeg) : IMaker
{
    // Titles stand 96 pixels from the edge: in the nearest view there are still 44, more than the two hundredths of the width that screens
    // may hide.
    private const double MostZoom = 0.06;

    // Seconds of drawing near and away again: short enough that the turning, where it is slowest, is no standstill.
    private const double Round = 14;

    /// <inheritdoc/>
    public string Identity => "slow-zoom/3";

    /// <summary>Writes an MP4 without sound: H.264 High yuv420p at 30 fps.</summary>
    /// <param name="image">A PNG, JPEG, WebP, GIF or BMP picture; it is scaled to cover the frame.</param>
    /// <param name="size">Size of the clip.</param>
    /// <param name="seconds">Length of the clip.</param>
    /// <param name="file">The file to write.</param>
    /// <param name="progress">Is told the rendered share, 0 to 1.</param>
    /// <param name="cancellationToken">Kills ffmpeg.</param>
    public async Task RenderAsync(string image, VideoSize size, double seconds, string file, IProgress<double>? progress,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(seconds);
        var picture = await LayerLoader.LoadCoveringAsync(image, size.Width(), size.Height(), cancellationToken);
        var frames = VideoFormat.Frames(seconds);
        var start = Path.GetFileName(file).Sum(character => character) % 2 == 0 ? 0 : Round / 2;
        var compositor = new Compositor();
        await WholeFile.WriteAsync(file, part => ffmpeg.RunAsync(
            new FfmpegRun
            {
                Arguments = ["-map", "0:v", .. VideoFormat.VideoEncoding, "-movflags", "+faststart", part],
                Seconds = seconds,
                Progress = progress,
                Source = new FrameFeed(
                    size, frames, (frame, number) =>
                        compositor.Draw(frame, picture, Place(size, start + ((double)number / VideoFormat.FramesPerSecond)))),
            },
            cancellationToken));
    }

    /// <summary>Where the picture lies in the frame at a time in seconds: always over all of it, and never so near that a title leaves
    /// it.</summary>
    internal static Placement Place(VideoSize size, double time)
    {
        // A hair more than the frame even at its farthest, so that no edge shows.
        var scale = 1.0005 + (MostZoom * (0.5 - (Math.Cos(time * Math.Tau / Round) / 2)));
        return new Placement(size.Width() * (1 - scale) / 2, size.Height() * (1 - scale) / 2, scale, 1, 1);
    }
}
