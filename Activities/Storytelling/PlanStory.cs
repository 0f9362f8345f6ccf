using Microsoft.Extensions.Options;
using Temporalio.Activities;
using TemporalVideo.Studio.Storytelling;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Activities.Storytelling;

/// <summary>Plans the story from the lesson or topic.</summary>
internal sealed class PlanStory(IStoryPlanner planner, IOptions<StoryOptions> options) : IPlanStory
{
    [Activity]
    public Task<Workflows.Contracts.Story> PlanStoryAsync(StoryTask task) => Step.RunAsync(null, (_, cancellationToken) => planner.PlanAsync(
        new StoryRequest
        {
            Source = task.Source,
            SourceKind = task.SourceKind,
            TargetSeconds = LengthWish.Apply(task.TargetSeconds, task.Feedback),
            LessonsFolder = Path.GetFullPath(options.Value.LessonsFolder),
        },
        cancellationToken));
}
