using Temporalio.Activities;
using TemporalVideo.Activities.Storytelling;
using TemporalVideo.Storage.Objects;
using TemporalVideo.Studio.Storytelling.Scenes;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Activities.Agent2;

/// <summary>Has the scenes written in words, and keeps the story that has them.</summary>
internal sealed class WriteScenes(Stories stories, Pieces pieces, ISceneRoom room) : IWriteScenes
{
    [Activity]
    public Task<WrittenScenes> WriteScenesAsync(WriteScenesTask task) => ActivityBody.RunAsync(task, null, async (_, cancellationToken) =>
    {
        var story = await stories.ReadAsync(task, cancellationToken);
        var writer = task.Local ? room.Local : room.Current;
        var critique = task.Critique ?? [];
        var wanted = task.Critique is null ? SceneOrder.Unwritten(story) : [.. critique.Select(scene => scene.SegmentId)];
        if (!writer.Writes || wanted.Count == 0)
        {
            return new WrittenScenes { Version = task.Version, Found = true };
        }

        var version = Fingerprint.Of("scenes", writer.Identity, task.Version, wanted, critique, task.Verbatim);
        var made = await pieces.DocumentAsync(
            new PieceOrder(new SessionLayout(task.Session).Story(version), version, task.Price),
            () => writer.WriteAsync(new SceneOrder(story, wanted, critique, task.Verbatim), cancellationToken),
            cancellationToken);
        return new WrittenScenes { Version = version, Written = wanted.Count, Found = made.Found, Making = made.Making };
    });
}
