using TemporalVideo.Studio.Storytelling.Lessons;
using TemporalVideo.Studio.Storytelling.Planning;

namespace TemporalVideo.Studio.Storytelling;

/// <summary>The pictures that lie beside a lesson, under the names that the lesson gives them.</summary>
public static class LessonPictures
{
    /// <summary>
    /// The pictures that a lesson shows, its logo among them, and that are there; what is not there is said when the lesson is planned.
    /// </summary>
    /// <param name="source">The lesson.</param>
    /// <param name="folder">Where it lies.</param>
    /// <param name="ownLanguages">Languages that a person's own voices speak.</param>
    /// <returns>Absolute paths by name.</returns>
    /// <exception cref="StorySourceException">The text is no lesson.</exception>
    public static IReadOnlyDictionary<string, string> Of(string source, string folder, IReadOnlyList<string> ownLanguages)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        var lesson = LessonReader.Read(source, ownLanguages);
        foreach (var picture in lesson.Sections.SelectMany(section => section.Blocks).OfType<LessonPicture>())
        {
            if (PictureFile.Find(folder, picture.File).File is { } file)
            {
                found[picture.File] = file;
            }
        }

        if (LessonLogo.Of(lesson, folder) is var (name, logo))
        {
            found[name] = logo;
        }

        return found;
    }

    /// <summary>Where a picture of that name lies below a folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="name">The name in the lesson.</param>
    /// <returns>The path; null for a name that leads out of the folder.</returns>
    public static string? PathOf(string folder, string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var root = Path.GetFullPath(folder) + Path.DirectorySeparatorChar;
        var file = Path.GetFullPath(Path.Combine(root, Uri.UnescapeDataString(name)));
        return file.StartsWith(root, StringComparison.Ordinal) ? file : null;
    }
}
