namespace TemporalVideo.Studio.Film;

/// <summary>One run of ffmpeg.</summary>
public sealed record FfmpegRun
{
    /// <summary>Inputs, filters and outputs; not the options every run has (no banner, overwrite, no questions).</summary>
    public required IReadOnlyList<string> Arguments { get; init; }

    /// <summary>Length of the output in seconds; makes progress a share. 0 when unknown: then no progress is told.</summary>
    public double Seconds { get; init; }

    /// <summary>Is told the share of the output that is written, 0 to 1.</summary>
    public IProgress<double>? Progress { get; init; }

    /// <summary>Writes what ffmpeg reads from <c>pipe:0</c>.</summary>
    public Func<Stream, CancellationToken, Task>? WriteInput { get; init; }
}
