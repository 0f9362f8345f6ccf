using FFMpegCore.Pipes;

namespace TemporalVideo.Studio.Film;

/// <summary>One run of ffmpeg.</summary>
public sealed record FfmpegRun
{
    /// <summary>
    /// Inputs, filters, output options and, last, the output: one element each, no shell reads them. Without the options that every run
    /// has (no banner, overwrite) and without <see cref="Source"/>.
    /// </summary>
    public required IReadOnlyList<string> Arguments { get; init; }

    /// <summary>Feeds the first input (index 0) through a pipe; null when all inputs are files.</summary>
    public IPipeSource? Source { get; init; }

    /// <summary>
    /// Reads the output through a pipe; null when it is a file. With it <see cref="Arguments"/> end with the output options.
    /// </summary>
    public IPipeSink? Sink { get; init; }

    /// <summary>Length of the output in seconds; makes progress a share. 0 when unknown: then no progress is told.</summary>
    public double Seconds { get; init; }

    /// <summary>Is told the share of the output that is written, 0 to 1.</summary>
    public IProgress<double>? Progress { get; init; }
}
