using TemporalVideo.Studio.Pictures;
using TemporalVideo.Studio.Storytelling.Lessons;
using TemporalVideo.Studio.Storytelling.Planning;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Storytelling;

/// <summary>The logo that a lesson names in its front matter: <c>logo: logo.png</c>, a picture beside the lesson.</summary>
public static class LessonLogo
{
    /// <summary>The logo, by the name that the lesson gives it.</summary>
    /// <param name="source">The lesson.</param>
    /// <param name="folder">Where it lies; null: its pictures have not come with it.</param>
    /// <returns>Name and absolute path; null when the lesson names none, or one that cannot be shown: its plan says why.</returns>
    /// <exception cref="StorySourceException">The text is no lesson.</exception>
    public static (string Name, string File)? Of(string source, string? folder)
    {
        ArgumentNullException.ThrowIfNull(source);
        return NamedIn(FrontMatter.Read(LessonText.Require(source, LessonReader.LargestLesson)).Logo?.Name, folder);
    }

    /// <inheritdoc cref="Of(string, string?)"/>
    internal static (string Name, string File)? Of(Lesson lesson, string folder) => NamedIn(lesson.Logo?.Name, folder);

    /// <summary>The lesson, with a logo that cannot be shown among what is left out.</summary>
    internal static Lesson Checked(Lesson lesson, StoryRequest request)
    {
        if (lesson.Logo is not var (line, name))
        {
            return lesson;
        }

        // Who names a topic brings no files: those beside the lesson stay there.
        var (file, because) = request.SourceKind == SourceKind.Topic
            ? (null, "a logo comes with the lesson itself, not with its topic") : Find(request.LessonFolder, name);
        return file is not null ? lesson
            : lesson with { LeftOut = [new LeftOut(line, $"logo: {name}", because), .. lesson.LeftOut] };
    }

    private static (string Name, string File)? NamedIn(string? name, string? folder) =>
        name is not null && Find(folder, name).File is { } file ? (name, file) : null;

    private static (string? File, string Because) Find(string? folder, string name)
    {
        var (file, because) = PictureFile.Find(folder, name);
        return file is null || OwnPicture.CanRead(file, out because) ? (file, because) : (null, because);
    }
}
