using System.Diagnostics.CodeAnalysis;
using TemporalVideo.DevServer.Time;

namespace TemporalVideo.DevServer.Matching;

/// <summary>One task queue: waiting polls or waiting tasks, both first come, first served.</summary>
internal sealed class TaskQueueState(ServerClock clock)
{
    private static readonly TimeSpan PollerListed = TimeSpan.FromMinutes(5);
    private readonly Lock _gate = new();
    private readonly LinkedList<TaskCompletionSource<QueueTask?>> _polls = [];
    private readonly Queue<QueueTask> _backlog = [];
    private readonly Dictionary<string, PollerRecord> _pollers = [];
    private long _lastPoll;

    /// <summary>Gives a task to the longest waiting poll, or keeps it.</summary>
    public void Add(QueueTask task)
    {
        lock (_gate)
        {
            while (_polls.First is { } first)
            {
                _polls.RemoveFirst();
                if (first.Value.TrySetResult(task))
                {
                    return;
                }
            }

            _backlog.Enqueue(task);
        }
    }

    /// <summary>Takes the oldest task or waits for one; null when <paramref name="ended"/> came first.</summary>
    public async Task<QueueTask?> TakeAsync(PollerRecord poller, CancellationToken ended)
    {
        LinkedListNode<TaskCompletionSource<QueueTask?>> poll;
        lock (_gate)
        {
            if (ended.IsCancellationRequested)
            {
                return null;
            }

            _lastPoll = Environment.TickCount64;
            _pollers[poller.Identity] = poller;
            if (TryTake(out var waiting))
            {
                return waiting;
            }

            poll = _polls.AddLast(new TaskCompletionSource<QueueTask?>(TaskCreationOptions.RunContinuationsAsynchronously));
        }

        await using var registration = ended.UnsafeRegister(_ => End(poll), null).ConfigureAwait(false);
        var task = await poll.Value.Task.ConfigureAwait(false);
        lock (_gate)
        {
            _lastPoll = Environment.TickCount64;
        }

        return task;
    }

    /// <summary>Whether somebody polls here now or did within the time given (real time).</summary>
    public bool IsPolled(TimeSpan within)
    {
        lock (_gate)
        {
            return _polls.Count > 0 || (_lastPoll != 0 && Environment.TickCount64 - _lastPoll < within.TotalMilliseconds);
        }
    }

    /// <summary>A worker has said that it stops: what waits here is handed out.</summary>
    public List<QueueTask> Close()
    {
        lock (_gate)
        {
            _lastPoll = 0;
            foreach (var poll in _polls)
            {
                poll.TrySetResult(null);
            }

            _polls.Clear();
            List<QueueTask> left = [.. _backlog];
            _backlog.Clear();
            return left;
        }
    }

    public QueueSnapshot Describe()
    {
        lock (_gate)
        {
            var now = clock.UtcNow;
            foreach (var gone in _pollers.Values.Where(poller => now - poller.LastAccess > PollerListed).ToList())
            {
                _pollers.Remove(gone.Identity);
            }

            return new QueueSnapshot(
                [.. _pollers.Values],
                _backlog.Count,
                _backlog.TryPeek(out var oldest) ? now - new DateTimeOffset(oldest.OfferedTime, TimeSpan.Zero) : TimeSpan.Zero);
        }
    }

    private bool TryTake([NotNullWhen(true)] out QueueTask? task)
    {
        while (_backlog.TryDequeue(out task))
        {
            if (task.Query is not { IsOver: true })
            {
                return true;
            }
        }

        return false;
    }

    private void End(LinkedListNode<TaskCompletionSource<QueueTask?>> poll)
    {
        lock (_gate)
        {
            if (poll.Value.TrySetResult(null) && poll.List is not null)
            {
                _polls.Remove(poll);
            }
        }
    }
}
