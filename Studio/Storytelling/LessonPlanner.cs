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
            ? await LessonLibrary.FindAsync(request.Source.Trim(), request.LessonsFolder, cancellationToken)
            : LessonReader.Read(request.Source, request.OwnLanguages);
        return StoryBuilder.Build(LessonLogo.Checked(lesson, request), request);
    }
}
