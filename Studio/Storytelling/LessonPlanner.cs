using TemporalVideo.Studio.Storytelling.Lessons;
using TemporalVideo.Studio.Storytelling.Planning;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Storytelling;

/// <summary>
/// Plans a story from a lesson, without a language model: it chooses among the lesson's own sentences and invents none.
/// The same request gives the same story.
/// </summary>
public sealed class LessonPlanner : IStoryPlanner
{
    /// <summary>The shortest video in seconds.</summary>
    public const double ShortestSeconds = 30;

    /// <summary>The longest video in seconds.</summary>
    public const double LongestSeconds = 90;

    /// <inheritdoc/>
    public string Identity => "lesson-planner/1";

    /// <inheritdoc />
    public async Task<Story> PlanAsync(StoryRequest request, CancellationToken cancellationToken)
    {
        if (!(request.TargetSeconds is >= ShortestSeconds and <= LongestSeconds))
        {
            throw new StorySourceException(
                $"A video of {request.TargetSeconds:0.#} s was asked for; the length can be {ShortestSeconds:0} to {LongestSeconds:0} s.");
        }

        var lesson = request.SourceKind == SourceKind.Topic
            ? await LessonLibrary.FindAsync(request.Source.Trim(), request.LessonsFolder, cancellationToken)
            : LessonReader.Read(request.Source);
        return StoryBuilder.Build(lesson, request.TargetSeconds);
    }
}
