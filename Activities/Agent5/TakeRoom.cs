using TemporalVideo.Storage.Objects;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Activities.Agent5;

/// <summary>
/// Sees to it that takes that are not shown do not make a session larger than three times its video: the files of the oldest that cost
/// nothing go. What they were made of stays, so that they are made again, for nothing, when they are chosen.
/// </summary>
internal sealed class TakeRoom(IObjectStore store, SceneTakes takes)
{
    private const int Videos = 3;

    /// <summary>Removes the files for which there is no room.</summary>
    /// <param name="session">The session whose video has been checked.</param>
    /// <param name="story">Its story.</param>
    /// <param name="cancellationToken">Stops the removing.</param>
    public async Task KeepAsync(SessionKey session, Story story, CancellationToken cancellationToken)
    {
        var layout = new SessionLayout(session);
        var there = await store.ListAsync(layout.Root, cancellationToken);
        var over = there.Sum(item => item.Bytes) - (Videos * there.Where(item => item.Key == layout.Final).Sum(item => item.Bytes));
        var oldest = (await takes.OfAsync(session, story, cancellationToken)).Values.SelectMany(of => of)
            .Where(take => take is { Shown: false, Stored: true, Cost: 0 }).OrderBy(take => take.At).ThenBy(take => take.Number);
        foreach (var take in oldest.TakeWhile(_ => over > 0))
        {
            over -= await takes.EmptyAsync(layout, take, cancellationToken);
        }
    }
}
