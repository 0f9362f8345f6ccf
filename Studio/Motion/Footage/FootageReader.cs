using System.Threading.Channels;
using FFMpegCore.Pipes;
using TemporalVideo.Studio.Film;
using TemporalVideo.Studio.Pictures;

namespace TemporalVideo.Studio.Motion.Footage;

/// <summary>
/// Reads the frames of moving pictures one after another, as large as the room that they are shown in. What is shorter than it is seen is
/// played a little slower.
/// </summary>
internal sealed class FootageReader : IPipeSink, IAsyncDisposable
{
    private const double Slowest = 1.25;
    private const int FramesAhead = 8;

    private readonly Channel<byte[]> _frames = Channel.CreateBounded<byte[]>(FramesAhead);
    private readonly CancellationTokenSource _end;
    private readonly int _bytes;
    private readonly Task _reading;

    private FootageReader(FfmpegRunner ffmpeg, string[] arguments, int bytes, CancellationToken cancellationToken)
    {
        _bytes = bytes;
        _end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _reading = ReadAsync(ffmpeg, arguments);
    }

    /// <summary>Begins to read.</summary>
    /// <param name="ffmpeg">Decodes.</param>
    /// <param name="file">The moving pictures.</param>
    /// <param name="room">Where they are shown; its size is that of the frames.</param>
    /// <param name="seconds">How long they are seen.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="UnusableInputException">The file is no film.</exception>
    public static async Task<FootageReader> StartAsync(
        FfmpegRunner ffmpeg, string file, LayerRoom room, double seconds, CancellationToken cancellationToken)
    {
        var info = await new MediaProbe().ProbeAsync(file, cancellationToken);
        var film = info.Video ?? throw new UnusableInputException($"'{file}' has no moving pictures.");
        var inner = FootageFit.Within(film.Width, film.Height, room);
        var slower = Math.Clamp(seconds / info.Duration, 1, Slowest);
        var filter = FormattableString.Invariant(
            $"crop={inner.Width}:{inner.Height}:{inner.X}:{inner.Y},setpts=PTS*{slower:0.####},fps={VideoFormat.FramesPerSecond},")
            + $"scale={room.Width}:{room.Height}:flags=bicubic:out_color_matrix=bt709:out_range=tv,format=yuv420p";
        return new FootageReader(
            ffmpeg, ["-i", file, "-an", "-vf", filter], room.Width * room.Height * 3 / 2, cancellationToken);
    }

    /// <summary>The next frame as yuv420p; null after the last. Waits for it.</summary>
    public byte[]? Next()
    {
        byte[]? frame;
        while (!_frames.Reader.TryRead(out frame))
        {
            // The painter's thread has nothing else to do.
            if (!_frames.Reader.WaitToReadAsync(_end.Token).AsTask().GetAwaiter().GetResult())
            {
                return null;
            }
        }

        return frame;
    }

    /// <inheritdoc/>
    string IPipeSink.GetStreamArguments() => "-f rawvideo -pix_fmt yuv420p";

    /// <inheritdoc/>
    async Task IPipeSink.ReadAsync(Stream inputStream, CancellationToken cancellationToken)
    {
        while (true)
        {
            var frame = new byte[_bytes];
            if (await inputStream.ReadAtLeastAsync(frame, _bytes, throwOnEndOfStream: false, _end.Token) < _bytes)
            {
                return;
            }

            await _frames.Writer.WriteAsync(frame, _end.Token);
        }
    }

    /// <summary>Ends ffmpeg, where it has not read all.</summary>
    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _end.Dispose();
    }

    private async Task ReadAsync(FfmpegRunner ffmpeg, string[] arguments)
    {
        try
        {
            await ffmpeg.RunAsync(new FfmpegRun { Arguments = arguments, Sink = this }, _end.Token);
            _frames.Writer.Complete();
        }
        catch (Exception failure)
        {
            // Goes on to who reads.
            _frames.Writer.Complete(failure);
            throw;
        }
    }
}
