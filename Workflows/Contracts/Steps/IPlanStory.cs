using Temporalio.Activities;

namespace TemporalVideo.Workflows.Contracts.Steps;

/// <summary>Activity: plans the story from the lesson or topic. Fails with <see cref="FailureTypes.StorySource"/> when it gives no story.</summary>
public interface IPlanStory
{
    /// <inheritdoc cref="IPlanStory"/>
    /// <param name="task">What the story is to be about.</param>
    [Activity]
    Task<Story> PlanStoryAsync(StoryTask task);
}
