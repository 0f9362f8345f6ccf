using Temporalio.Activities;
using TemporalVideo.Studio.Storytelling;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Activities.Storytelling;

/// <summary>Has a critic judge a version of the story.</summary>
internal sealed class JudgeStory(Stories stories, IStoryCritic critic) : IJudgeStory
{
    [Activity]
    public Task<StoryVerdict> JudgeStoryAsync(StoryboardTask task) => ActivityBody.RunAsync(task, null, async (_, cancellationToken) =>
        await critic.JudgeAsync(await stories.ReadAsync(task, cancellationToken), cancellationToken));
}
