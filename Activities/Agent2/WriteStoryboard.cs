using Temporalio.Activities;
using TemporalVideo.Activities.Session;
using TemporalVideo.Activities.Storytelling;
using TemporalVideo.Storage.Objects;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Activities.Agent2;

/// <summary>
/// Writes <c>agent2/storyboard.json</c> and removes scenes of an earlier story. With wishes it makes another version of the story.
/// </summary>
internal sealed class WriteStoryboard(SessionGate gate, Stories stories, Pieces pieces, SceneTakes takes) : IWriteStoryboard
{
    private const string Version = "wishes/2";

    [Activity]
    public Task<Piece> WriteStoryboardAsync(WriteStoryboardTask task) => ActivityBody.RunAsync(task, null, async (_, cancellationToken) =>
    {
        await gate.RequireAsync(task.Session, cancellationToken);
        var layout = new SessionLayout(task.Session);
        var told = await stories.ReadAsync(task, cancellationToken);
        var story = Stories.With(told, task.Wishes, await takes.OfAsync(task.Session, told, cancellationToken));
        var version = task.Wishes.Count == 0 ? task.Version : Fingerprint.Of("storyboard", Version, task.Version, task.Wishes);
        var segments = story.Segments.Select(segment => segment.Id).ToHashSet();
        await pieces.PruneAsync(layout.Agent2, name => name == "storyboard.json" || segments.Contains(name.Split('/')[0]),
            cancellationToken);
        await pieces.PruneAsync(layout.Takes, name => segments.Contains(name.Split('/')[0]), cancellationToken);
        await pieces.DocumentAsync(new PieceOrder(layout.Story(version), version), () => Task.FromResult(story), cancellationToken);
        return await pieces.DocumentAsync(new PieceOrder(layout.Storyboard, version), () => Task.FromResult(story), cancellationToken);
    });
}
