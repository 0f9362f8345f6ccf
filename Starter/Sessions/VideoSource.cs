using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using TemporalVideo.Hosting.Configuration;
using TemporalVideo.Sessions;
using TemporalVideo.Studio.Storytelling.Lessons;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Starter.Sessions;

/// <summary>What a video is to be about, as given on the command line: the path of a lesson, or a topic.</summary>
/// <param name="Text">The lesson's Markdown, or the topic.</param>
/// <param name="Topic">A short name of it for people.</param>
/// <param name="Folder">Folder of the lesson's file.</param>
/// <param name="Kind">Which of the two it is: what is in a file is a lesson, however short.</param>
internal sealed record VideoSource(string Text, string Topic, SourceKind Kind, string? Folder = null)
{
    /// <summary>Reads the argument.</summary>
    /// <exception cref="StarterException">It is empty, or looks like a path where no file is.</exception>
    public static async Task<VideoSource> ReadAsync(string argument, string root, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(argument))
        {
            throw new StarterException(
                ExitCodes.Usage, "Give the path of a lesson (Markdown), or a topic such as \"Why is the sky blue?\".");
        }

        if (new[] { Path.GetFullPath(argument), Path.GetFullPath(argument, root) }.FirstOrDefault(Directory.Exists) is { } folder)
        {
            throw new StarterException(ExitCodes.Usage, $"'{folder}' is a folder. Give one lesson in it{LessonsIn(folder)}.");
        }

        var file = new[] { Path.GetFullPath(argument), Path.GetFullPath(argument, root) }.FirstOrDefault(File.Exists);
        if (file is not null)
        {
            var text = LessonText.Decode(await File.ReadAllBytesAsync(file, cancellationToken));
            return text.Trim().Length > 0
                ? new VideoSource(text, Path.GetFileNameWithoutExtension(file), SourceKind.Lesson, Path.GetDirectoryName(file))
                : throw new StarterException(ExitCodes.Usage, $"The lesson '{file}' is empty.");
        }

        return LooksLikePath(argument)
            ? throw new StarterException(ExitCodes.Usage, $"There is no file '{argument}' in {Directory.GetCurrentDirectory()} or {root}.")
            : new VideoSource(argument.Trim(), argument.Trim(), SourceKind.Topic);
    }

    /// <summary>
    /// The session id of a video nobody named: the same lesson, length, sound, size and shape give the same id, so that the same
    /// command resumes its session.
    /// </summary>
    public string SessionId(double? seconds, SoundChoice sound, VideoSize? size = null, StoryShape? shape = null,
        string pipeline = Pipeline.Default, string? audience = null, string? product = null,
        string? brand = null)
    {
        var wishes = (sound == new SoundChoice() ? "" : $"{sound}\n") + (size is { } wanted ? $"{wanted.Name()}\n" : "")
            + (shape is null ? "" : string.Create(CultureInfo.InvariantCulture, $"{shape.Name} {shape.Creativity}\n"))
            + (pipeline == Pipeline.Default ? "" : $"{pipeline}\n")
            + (audience is null ? "" : $"for {audience}\n") + (product is null ? "" : $"of {product}\n")
            + (brand is null ? "" : $"{brand}\n");
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{seconds}\n{wishes}{Text}")))[..6];
        return SessionSlug.Of(Topic, hash);
    }

    private static string LessonsIn(string folder)
    {
        var names = Directory.EnumerateFiles(folder, "*.md").Select(Path.GetFileName).Order().Take(3).ToList();
        return names.Count > 0 ? $", such as {string.Join(", ", names)}" : ": it holds no Markdown file";
    }

    private static bool LooksLikePath(string argument) =>
        argument.EndsWith(".md", StringComparison.OrdinalIgnoreCase) || (argument.Contains('/') && !argument.Contains(' '));
}
