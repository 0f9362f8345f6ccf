using TemporalVideo.Studio.Pictures;
using TemporalVideo.Studio.Storytelling.Lessons;
using TemporalVideo.Studio.Storytelling.Planning;

namespace TemporalVideo.Studio.Storytelling;

/// <summary>The logo that a lesson names in its front matter: <c>logo: logo.png</c>, a picture beside the lesson.</summary>
public static class LessonLogo
{
    /// <summary>Its file.</summary>
    /// <param name="source">The lesson.</param>
    /// <param name="folder">Where it lies; null: its pictures have not come with it.</param>
    /// <returns>The absolute path; null when the lesson names none.</returns>
    /// <exception cref="StorySourceException">The text is no lesson, or its logo is not there or cannot be shown.</exception>
    public static string? FileOf(string source, string? folder)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (FrontMatter.Read(LessonText.Require(source, LessonReader.LargestLesson)).Logo is not var (_, name))
        {
            return null;
        }

        var (file, because) = PictureFile.Find(folder, name);
        return file is not null && OwnPicture.CanRead(file, out because) ? file : throw new StorySourceException(
            $"The lesson's front matter says 'logo: {name}', which cannot be shown: {because}. Bring the picture with the lesson, or take "
                + "the line out.");
    }
}
