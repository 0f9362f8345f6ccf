using Temporalio.Activities;
using TemporalVideo.Activities.Session;
using TemporalVideo.Storage.Objects;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Activities.Agent5;

/// <summary>Lists what Agent2 and Agent4 left in the object store (R-A6).</summary>
internal sealed class DiscoverInput(SessionGate gate, Pieces pieces, IObjectStore store) : IDiscoverInput
{
    [Activity]
    public Task<ComposerInput> DiscoverInputAsync(AgentTask task) => ActivityBody.RunAsync(task, null, async (_, cancellationToken) =>
    {
        await gate.RequireAsync(task.Session, cancellationToken);
        var layout = new SessionLayout(task.Session);
        IReadOnlyList<StoredObject> listed =
            [.. await store.ListAsync(layout.Agent2, cancellationToken), .. await store.ListAsync(layout.Agent4, cancellationToken)];
        var keys = listed.Select(item => item.Key).ToHashSet();
        Require(keys, layout.Storyboard, layout.Timing);
        var story = (await pieces.ReadAsync<Story>(layout.Storyboard, cancellationToken)).Content;
        var segments = story.Segments.Select(segment => segment.Id).ToList();
        if (task.Agent == AgentName.Agent5)
        {
            Require(keys, [layout.Music, .. segments.Select(layout.Scene), .. segments.Select(layout.Narration)]);
        }

        return new ComposerInput { SegmentIds = segments, Files = listed.Count };
    });

    private static void Require(HashSet<string> found, params IEnumerable<string> needed)
    {
        if (needed.FirstOrDefault(key => !found.Contains(key)) is { } missing)
        {
            throw new ObjectMissingException(missing, "under agent2/ and agent4/");
        }
    }
}
