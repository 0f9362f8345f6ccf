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
    private readonly DispatchRate _rate = new(TimeProvider.System);
    private long _lastPoll;
    private bool _waiting;

    /// <summary>Gives a task to the longest waiting poll, or keeps it.</summary>
    public void Add(QueueTask task)
    {
        lock (_gate)
        {
            _backlog.Enqueue(task);
            HandOut();
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
            _waiting &= !_rate.Limit(poller.MaxPerSecond);
            if (!_rate.IsLimited && TryTake(out var waiting))
            {
                return waiting;
            }

            poll = _polls.AddLast(new TaskCompletionSource<QueueTask?>(TaskCreationOptions.RunContinuationsAsynchronously));
            HandOut();
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

    /// <summary>Tasks that wait go to polls that wait, as fast as the queue may.</summary>
    private void HandOut()
    {
        while (_polls.First is { } first && _backlog.Count > 0 && !_waiting)
        {
            if (_rate.WaitFor() is { } wait)
            {
                _waiting = true;
                _ = GoOnAsync(wait);
                return;
            }

            if (TryTake(out var task))
            {
                _polls.RemoveFirst();
                first.Value.SetResult(task);
            }
        }
    }

    private async Task GoOnAsync(TimeSpan wait)
    {
        await Task.Delay(wait).ConfigureAwait(false);
        lock (_gate)
        {
            _waiting = false;
            HandOut();
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
