using System.Collections.Concurrent;
using TemporalVideo.DevServer.Time;

namespace TemporalVideo.DevServer.Matching;

/// <summary>
/// All task queues. Nothing here is stored: every task follows from a run's stored state, and is offered again after a restart.
/// </summary>
internal sealed class MatchingService(ServerClock clock)
{
    /// <summary>How long after its last poll a sticky queue still counts as polled.</summary>
    private static readonly TimeSpan StickyPollerGone = TimeSpan.FromSeconds(10);
    private readonly ConcurrentDictionary<QueueKey, TaskQueueState> _queues = new();

    public void Add(QueueTask task)
    {
        if (task.Fallback is { } normal && !IsPolled(task.Queue))
        {
            task = task with { Queue = normal, Fallback = null };
        }

        Queue(task.Queue).Add(task);
    }

    public Task<QueueTask?> TakeAsync(QueueKey queue, PollerRecord poller, CancellationToken ended) =>
        Queue(queue).TakeAsync(poller, ended);

    /// <summary>Whether a sticky queue has a worker.</summary>
    public bool IsPolled(QueueKey queue) => _queues.TryGetValue(queue, out var state) && state.IsPolled(StickyPollerGone);

    /// <summary>A worker stops: tasks of its sticky queue go to their normal queues, now and from now on.</summary>
    public void CloseSticky(QueueKey queue)
    {
        if (_queues.TryRemove(queue, out var state))
        {
            foreach (var task in state.Close())
            {
                Add(task);
            }
        }
    }

    public QueueSnapshot Describe(QueueKey queue) => _queues.TryGetValue(queue, out var state) ? state.Describe() : QueueSnapshot.Empty;

    private TaskQueueState Queue(QueueKey key) =>
        _queues.TryGetValue(key, out var queue) ? queue : _queues.GetOrAdd(key, static (_, clock) => new TaskQueueState(clock), clock);
}
