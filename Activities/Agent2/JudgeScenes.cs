using Temporalio.Activities;
using TemporalVideo.Activities.Money;
using TemporalVideo.Activities.Storytelling;
using TemporalVideo.Studio.Storytelling.Scenes;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Activities.Agent2;

/// <summary>Has a critic judge the scenes in words.</summary>
internal sealed class JudgeScenes(Stories stories, ISceneRoom room) : IJudgeScenes
{
    [Activity]
    public Task<ScenesVerdict> JudgeScenesAsync(JudgeScenesTask task) => ActivityBody.RunAsync(task, null, async (_, cancellationToken) =>
    {
        var critic = task.Local ? room.Local : room.Current;
        var verdict = await critic.JudgeAsync(await stories.ReadAsync(task, cancellationToken), task.Good, cancellationToken);
        return verdict with { Cost = PayingStep.Current!.Paid };
    });
}
