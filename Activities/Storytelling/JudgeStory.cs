using System.Text;
using Temporalio.Activities;
using TemporalVideo.Activities.Money;
using TemporalVideo.Storage.Objects;
using TemporalVideo.Studio.Storytelling;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Activities.Storytelling;

/// <summary>Has a critic judge a version of the story.</summary>
internal sealed class JudgeStory(Stories stories, IStoryCritic critic, IObjectStore store) : IJudgeStory
{
    [Activity]
    public Task<StoryVerdict> JudgeStoryAsync(JudgeTask task) => ActivityBody.RunAsync(task, null, async (_, cancellationToken) =>
    {
        var source = task.SourceKind == SourceKind.Topic ? null : Encoding.UTF8.GetString(
            (await store.ReadAsync(new SessionLayout(task.Session).Source, cancellationToken)).Bytes.Span);
        var judged = new StoryToJudge(
            await stories.ReadAsync(task, cancellationToken), source, task.Audience, task.TargetSeconds, task.Good);
        var verdict = await critic.JudgeAsync(judged, cancellationToken);
        return verdict with { Cost = PayingStep.Current!.Paid };
    });
}
