using Temporalio.Activities;
using TemporalVideo.Activities.Session;
using TemporalVideo.Storage.Objects;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Activities.Agent2;

/// <summary>Writes <c>agent2/storyboard.json</c> and removes scenes of an earlier story.</summary>
internal sealed class WriteStoryboard(SessionGate gate, PieceMaker pieces) : IWriteStoryboard
{
    [Activity]
    public Task<Piece> WriteStoryboardAsync(StoryboardTask task) => Step.RunAsync(task, null, async (_, cancellationToken) =>
    {
        await gate.RequireAsync(task.Session, cancellationToken);
        var layout = new SessionLayout(task.Session);
        var segments = task.Story.Segments.Select(segment => segment.Id).ToHashSet();
        await pieces.PruneAsync(layout.Agent2, name => name == "storyboard.json" || segments.Contains(name.Split('/')[0]), cancellationToken);
        return await pieces.DocumentAsync(layout.Storyboard, Fingerprint.Of("storyboard", task.Story), task.Story, cancellationToken);
    });
}
