namespace TemporalVideo.Studio.Film;

/// <summary>A tool this machine does not have. Trying again does not help; installing it does.</summary>
/// <param name="program">The program.</param>
/// <param name="inner">Why it could not be started.</param>
public sealed class ToolMissingException(string program, Exception inner)
    : Exception($"The program '{program}' could not be started: {inner.Message}. On Debian or Ubuntu: apt-get install {PackageOf(program)}",
        inner)
{
    /// <summary>The program that is missing.</summary>
    public string Program { get; } = program;

    private static string PackageOf(string program) => program switch
    {
        "ffprobe" => "ffmpeg",
        _ => program,
    };
}
