using Microsoft.Extensions.Options;
using Temporalio.Activities;
using TemporalVideo.Studio.Storytelling;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Activities.Storytelling;

/// <summary>Plans the story from the lesson or topic.</summary>
internal sealed class PlanStory(IStoryPlanner planner, IOptions<StoryOptions> options) : IPlanStory
{
    [Activity]
    public Task<Workflows.Contracts.Story> PlanStoryAsync(StoryTask task) => Step.RunAsync(null, async (_, cancellationToken) =>
    {
        var request = new StoryRequest
        {
            Source = task.Source,
            SourceKind = task.SourceKind,
            TargetSeconds = task.TargetSeconds,
            MaxSeconds = task.MaxSeconds,
            Verbatim = task.Verbatim,
            LessonFolder = task.LessonFolder,
            LessonsFolder = Path.GetFullPath(options.Value.LessonsFolder),
        };
        if (task.Feedback.Count == 0)
        {
            return await planner.PlanAsync(request, cancellationToken);
        }

        // "Shorter" is said of the length that a person saw.
        var seconds = task.TargetSeconds ?? (await planner.PlanAsync(request, cancellationToken)).Duration;
        return await planner.PlanAsync(request with { TargetSeconds = LengthWish.Apply(seconds, task.Feedback) }, cancellationToken);
    });
}
