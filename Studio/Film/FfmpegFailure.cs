namespace TemporalVideo.Studio.Film;

/// <summary>Tells failures of ffmpeg that come again with the same input from those that may pass.</summary>
internal static class FfmpegFailure
{
    /// <summary>What ffmpeg and ffprobe say of files and arguments that are wrong, however often they are read.</summary>
    private static readonly string[] Final =
    [
        "Invalid data found when processing input", "moov atom not found", "does not contain any stream", "matches no streams",
        "No such file or directory", "No such filter", "Unrecognized option", "Option not found", "Error initializing filter",
        "Error splitting the argument list", "Unknown encoder", "Unknown decoder", "Unable to find a suitable output format",
    ];

    /// <summary>Whether the same run may succeed when it is tried again.</summary>
    /// <param name="errorLines">What it wrote to standard error.</param>
    public static bool MayPass(IEnumerable<string> errorLines) =>
        !errorLines.Any(line => Final.Any(words => line.Contains(words, StringComparison.OrdinalIgnoreCase)));
}
