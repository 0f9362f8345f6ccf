using System.CommandLine;

namespace TemporalVideo.Starter.Watching;

/// <summary>Where a command puts a copy of the video.</summary>
internal static class OutputFile
{
    public static readonly Option<string?> Option = new("--output", "-o")
    {
        Description = "File for a copy of the video, .mp4; its subtitles come beside it. One that is there is replaced.",
        HelpName = "file",
    };

    /// <summary>Reads the option, and sees to it that the file can be written before anything is made.</summary>
    /// <returns>The full path; null where none was asked for.</returns>
    public static string? Require(ParseResult parsed)
    {
        if (parsed.GetValue(Option) is not { } asked)
        {
            return null;
        }

        var file = Path.GetFullPath(asked);
        if (Directory.Exists(file))
        {
            throw Wrong(asked, "it is a folder. Name the file in it, such as video.mp4.");
        }

        if (!Path.GetExtension(file).Equals(".mp4", StringComparison.OrdinalIgnoreCase))
        {
            throw Wrong(asked, "expected a name that ends in .mp4: that is what the video is.");
        }

        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            using var attempt = new FileStream(
                $"{file}.{Guid.NewGuid():N}.part", FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
            return file;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Wrong(asked, $"it cannot be written there: {exception.Message}");
        }
    }

    private static StarterException Wrong(string asked, string why) => new(ExitCodes.Usage, $"--output {asked}: {why}");
}
