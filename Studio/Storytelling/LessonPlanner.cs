using TemporalVideo.Studio.Storytelling.Lessons;
using TemporalVideo.Studio.Storytelling.Planning;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Storytelling;

/// <summary>
/// Plans a story from a lesson, without a language model: it takes the lesson's own sentences in their order and invents none.
/// The same request gives the same story.
/// </summary>
public sealed class LessonPlanner : IStoryPlanner
{
    /// <summary>The shortest video in seconds.</summary>
    public const double ShortestSeconds = 15;

    /// <summary>The longest video in seconds.</summary>
    public const double LongestSeconds = 600;

    /// <inheritdoc />
    public string Identity => "lesson-planner/12";

    /// <inheritdoc />
    public async Task<Story> PlanAsync(StoryRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.TargetSeconds is { } seconds && !(seconds is >= ShortestSeconds and <= LongestSeconds))
        {
            throw new StorySourceException(FormattableString.Invariant(
                $"A video of {seconds:0.#} s was asked for; the length can be {ShortestSeconds:0} to {LongestSeconds:0} s."));
        }

        var lesson = request.SourceKind == SourceKind.Topic
            ? WithoutLogo(await LessonLibrary.FindAsync(request.Source.Trim(), request.LessonsFolder, cancellationToken))
            : LessonReader.Read(request.Source, request.OwnLanguages);
        return StoryBuilder.Build(lesson, request);
    }

    /// <summary>Who names a topic brings no files: those beside the lesson stay there.</summary>
    private static Lesson WithoutLogo(Lesson lesson) => lesson.Logo is not var (line, name) ? lesson : lesson with
    {
        LeftOut = [new LeftOut(line, $"logo: {name}", "a logo comes with the lesson itself, not with its topic"), .. lesson.LeftOut],
    };
}
