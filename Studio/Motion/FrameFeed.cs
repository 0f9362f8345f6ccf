using System.Threading.Channels;
using FFMpegCore.Pipes;
using TemporalVideo.Studio.Film;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Motion;

/// <summary>Paints frames on one thread while the frames before are written to the encoder.</summary>
/// <param name="size">Size of the frames.</param>
/// <param name="frames">Number of frames.</param>
/// <param name="paint">Paints the frame of a number.</param>
internal sealed class FrameFeed(VideoSize size, int frames, Action<Frame, int> paint) : IPipeSource
{
    private const int Buffers = 4;

    /// <inheritdoc/>
    public string GetStreamArguments() =>
        $"-f rawvideo -pix_fmt yuv420p -s {size.Width()}x{size.Height()} -r {VideoFormat.FramesPerSecond}";

    /// <summary>Paints and writes frames to the end.</summary>
    /// <param name="outputStream">Receives the frames as raw yuv420p.</param>
    /// <param name="cancellationToken">Stops both.</param>
    public async Task WriteAsync(Stream outputStream, CancellationToken cancellationToken)
    {
        var empty = Channel.CreateBounded<Frame>(Buffers);
        var painted = Channel.CreateBounded<Frame>(Buffers);
        for (var i = 0; i < Buffers; i++)
        {
            empty.Writer.TryWrite(new Frame(size.Width(), size.Height()));
        }

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var painter = Task.Run(() => PaintAsync(empty.Reader, painted.Writer, stop.Token), stop.Token);
        try
        {
            await foreach (var frame in painted.Reader.ReadAllAsync(stop.Token))
            {
                await frame.WriteAsync(outputStream, stop.Token);
                empty.Writer.TryWrite(frame);
            }
        }
        finally
        {
            await stop.CancelAsync();
            await ((Task)painter).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task PaintAsync(ChannelReader<Frame> empty, ChannelWriter<Frame> painted, CancellationToken cancellationToken)
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
