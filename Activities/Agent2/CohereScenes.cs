using Temporalio.Activities;
using TemporalVideo.Activities.Money;
using TemporalVideo.Activities.Storytelling;
using TemporalVideo.Storage.Objects;
using TemporalVideo.Studio.Storytelling.Scenes;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Activities.Agent2;

/// <summary>Has the scenes made to fit each other, and keeps the story where one was written again for it.</summary>
internal sealed class CohereScenes(Stories stories, Pieces pieces, ISceneRoom room) : ICohereScenes
{
    [Activity]
    public Task<CoherentScenes> CohereScenesAsync(StoryboardTask task) => ActivityBody.RunAsync(task, null, async (_, cancellationToken) =>
    {
        var cohesor = task.Local ? room.Local : room.Current;
        var cohesion = await cohesor.CohereAsync(await stories.ReadAsync(task, cancellationToken), cancellationToken);
        var version = task.Version;
        if (cohesion.Rewritten.Count > 0)
        {
            version = Fingerprint.Of("coherent", cohesor.Identity, task.Version, cohesion.Story.Segments);
            await pieces.DocumentAsync(
                new PieceOrder(new SessionLayout(task.Session).Story(version), version), () => Task.FromResult(cohesion.Story),
                cancellationToken);
        }

        return new CoherentScenes(version, cohesion.Score, cohesion.Rewritten) { Cost = PayingStep.Current!.Paid };
    });
}
