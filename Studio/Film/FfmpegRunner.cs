using System.Runtime.ExceptionServices;
using FFMpegCore;
using FFMpegCore.Pipes;

namespace TemporalVideo.Studio.Film;

/// <summary>
/// Runs ffmpeg through <see href="https://github.com/rosenbjerg/FFMpegCore">FFMpegCore</see>. See
/// <see href="https://ffmpeg.org/ffmpeg.html">ffmpeg's documentation</see> for the arguments.
/// </summary>
public sealed class FfmpegRunner
{
    private const string Program = "ffmpeg";

    /// <summary>Runs ffmpeg to its end.</summary>
    /// <param name="run">What to do.</param>
    /// <param name="cancellationToken">Kills ffmpeg; it is gone when this returns.</param>
    /// <returns>What ffmpeg has written to standard error: the reports of its filters.</returns>
    /// <exception cref="ToolFailedException">ffmpeg failed.</exception>
    /// <exception cref="ToolMissingException">ffmpeg is not installed.</exception>
    public async Task<string> RunAsync(FfmpegRun run, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentOutOfRangeException.ThrowIfZero(run.Arguments.Count, nameof(run));
        cancellationToken.ThrowIfCancellationRequested();
        ExternalTool.Require(Program);
        var failures = new FirstFailure();
        var processor = Processor(run, failures).CancellableThrough(out var kill, TimeSpan.Zero);
        if (run.Progress is { } progress && run.Seconds > 0)
        {
            processor.NotifyOnPercentageProgress(
                percent => failures.Guard(() => progress.Report(Math.Clamp(percent / 100, 0, 1))), TimeSpan.FromSeconds(run.Seconds));
        }

        var work = processor.ProcessAsynchronously(throwOnError: false);
        var result = await CompletedAsync(work, kill, cancellationToken);
        failures.ThrowIfAny();
        if (!result.Success || failures.InputBroke)
        {
            throw new ToolFailedException(Program, result.ExitCode, result.StandardError, FfmpegFailure.MayPass(result.StandardError));
        }

        return string.Join('\n', result.StandardError);
    }

    /// <summary>Runs ffmpeg with these arguments, without progress.</summary>
    /// <param name="arguments">Inputs, filters, output options and, last, the output.</param>
    /// <param name="cancellationToken">Kills ffmpeg.</param>
    /// <returns>What ffmpeg has written to standard error.</returns>
    public Task<string> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken) =>
        RunAsync(new FfmpegRun { Arguments = arguments }, cancellationToken);

    private static FFMpegArgumentProcessor Processor(FfmpegRun run, FirstFailure failures)
    {
        var arguments = new FfmpegArguments(run.Sink is null ? run.Arguments.SkipLast(1) : run.Arguments);
        string[] everyRun = run.Progress is null ? ["-hide_banner", "-nostats"] : ["-hide_banner", "-stats_period", "0.5"];
        var common = FFMpegArguments.FromInput(new FfmpegArguments(everyRun));
        if (run.Source is not null)
        {
            common = common.AddPipeInput(new GuardedSource(run.Source, failures));
        }

        if (run.Sink is not null)
        {
            return common.AddInput(arguments).OutputToPipe(run.Sink);
        }

        // FFMpegCore sets the output between quotation marks and leaves those within it alone.
        return common.AddInput(arguments).OutputToUrl(run.Arguments[^1].Replace("\"", "\\\"", StringComparison.Ordinal), Overwrite);
    }

    private static void Overwrite(FFMpegOutputOptions options) => options.WithCustomArgument("-y");

    /// <summary>
    /// Waits for the end. A cancellation is repeated until ffmpeg is gone: one that comes before the process has started is not heard.
    /// </summary>
    private static async Task<FFMpegResult> CompletedAsync(Task<FFMpegResult> work, Action kill, CancellationToken cancellationToken)
    {
        try
        {
            return await work.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            while (!work.IsCompleted)
            {
                Kill(kill);
                await Task.WhenAny(work, Task.Delay(20, CancellationToken.None));
            }

            throw;
        }
        catch (IOException broken) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException("ffmpeg was cancelled.", broken, cancellationToken);
        }
    }

    /// <summary>FFMpegCore asks ffmpeg to quit by its standard input, which may be gone by then.</summary>
    private static void Kill(Action kill)
    {
        try
        {
            kill();
        }
        catch (Exception gone) when (gone is IOException or InvalidOperationException)
        {
            // It is asked again until it has ended.
        }
    }

    /// <summary>Keeps the first failure of what is called from FFMpegCore's threads, where nobody would catch it.</summary>
    private sealed class FirstFailure
    {
        private Exception? _first;

        /// <summary>ffmpeg stopped reading. Its own exit code and words explain that better.</summary>
        public bool InputBroke { get; set; }

        public void Guard(Action action)
        {
            try
            {
                action();
            }
            catch (Exception failure)
            {
                Keep(failure);
            }
        }

        public void Keep(Exception failure) => Interlocked.CompareExchange(ref _first, failure, null);

        public void ThrowIfAny()
        {
            if (_first is not null)
            {
                ExceptionDispatchInfo.Throw(_first);
            }
        }
    }

    /// <summary>A source whose failures are kept apart: its own, and the broken pipe of an ffmpeg that has ended.</summary>
    private sealed class GuardedSource(IPipeSource source, FirstFailure failures) : IPipeSource
    {
        public string GetStreamArguments() => source.GetStreamArguments();

        public async Task WriteAsync(Stream outputStream, CancellationToken cancellationToken)
        {
            try
            {
                await source.WriteAsync(outputStream, cancellationToken);
            }
            catch (Exception failure) when (failure is IOException or OperationCanceledException)
            {
                failures.InputBroke = true;
            }
            catch (Exception failure)
            {
                failures.Keep(failure);
            }
        }
    }
}
