using System.Threading.Channels;
using TemporalVideo.Studio.Film;

namespace TemporalVideo.Studio.Motion;

/// <summary>Paints frames on one thread while the frames before are written to the encoder.</summary>
internal static class FrameFeed
{
    private const int Buffers = 4;

    /// <summary>ffmpeg's arguments that read the frames.</summary>
    public static IReadOnlyList<string> Input { get; } =
    [
        "-f", "rawvideo", "-pix_fmt", "yuv420p", "-s", $"{VideoFormat.Width}x{VideoFormat.Height}", "-r", $"{VideoFormat.FramesPerSecond}", "-i", "pipe:0",
    ];

    /// <summary>Paints and writes frames to the end.</summary>
    /// <param name="frames">Number of frames.</param>
    /// <param name="paint">Paints the frame of a number.</param>
    /// <param name="stream">Receives the frames as raw yuv420p.</param>
    /// <param name="cancellationToken">Stops both.</param>
    public static async Task RunAsync(int frames, Action<Frame, int> paint, Stream stream, CancellationToken cancellationToken)
    {
        var empty = Channel.CreateBounded<Frame>(Buffers);
        var painted = Channel.CreateBounded<Frame>(Buffers);
        for (var i = 0; i < Buffers; i++)
        {
            empty.Writer.TryWrite(new Frame(VideoFormat.Width, VideoFormat.Height));
        }

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var painter = Task.Run(() => PaintAsync(frames, paint, empty.Reader, painted.Writer, stop.Token), stop.Token);
        try
        {
            await foreach (var frame in painted.Reader.ReadAllAsync(stop.Token))
            {
                await frame.WriteAsync(stream, stop.Token);
                empty.Writer.TryWrite(frame);
            }
        }
        finally
        {
            await stop.CancelAsync();
            await ((Task)painter).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static async Task PaintAsync(
        int frames, Action<Frame, int> paint, ChannelReader<Frame> empty, ChannelWriter<Frame> painted, CancellationToken cancellationToken)
    {
        try
        {
            for (var number = 0; number < frames; number++)
            {
                var frame = await empty.ReadAsync(cancellationToken);
                paint(frame, number);
                await painted.WriteAsync(frame, cancellationToken);
            }

            painted.Complete();
        }
        catch (Exception exception)
        {
            // Ends the reader, which throws it.
            painted.Complete(exception);
        }
    }
}
