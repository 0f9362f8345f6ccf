using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace TemporalVideo.DevServer.Time;

/// <summary>
/// The server's time: event times, timers, timeouts, retries and schedules all read it. RPC deadlines do not.
/// It runs as fast as real time; in skipping mode it also jumps to the next timer, never over one, whenever
/// nothing holds it and there are no more locks and working activities than sleepers, each of which outweighs one.
/// </summary>
internal sealed partial class ServerClock : IDisposable
{
    // Longer waits are taken in steps: a stepped wall clock is noticed, and ITimer has a maximum.
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);
    private const int CompactAbove = 1024;

    private readonly Lock _gate = new();
    private readonly PriorityQueue<TimerEntry, (DateTimeOffset Due, long Order)> _timers = new();
    private readonly TimeProvider _real;
    private readonly ITimer _alarm;
    private readonly ILogger _logger;
    private TimeSpan _ahead;
    private long _order;
    private int _cancelled;
    private int _holds;
    private int _locks;
    private int _working;
    private int _sleepers;
    private bool _disposed;

    /// <summary>Makes a clock; in skipping mode it starts locked once, as Temporal's test server does.</summary>
    public ServerClock(bool timeSkipping = false, TimeProvider? real = null, ILogger? logger = null)
    {
        CanSkip = timeSkipping;
        _locks = timeSkipping ? 1 : 0;
        _real = real ?? TimeProvider.System;
        _logger = logger ?? NullLogger.Instance;
        _alarm = _real.CreateTimer(_ => Advance(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Whether the clock may ever jump.</summary>
    public bool CanSkip { get; }

    /// <summary>The server's time now.</summary>
    public DateTimeOffset UtcNow
    {
        get
        {
            lock (_gate)
            {
                return Now;
            }
        }
    }

    private DateTimeOffset Now => _real.GetUtcNow() + _ahead;

    /// <summary>Keeps the clock from jumping until disposed; open one for as long as something is in progress.</summary>
    /// <param name="reason">What is in progress, for whoever debugs a clock that does not jump.</param>
    public IDisposable Hold(string reason)
    {
        Interlocked.Increment(ref _holds);
        return new ClockHold(this, reason);
    }

    /// <summary>Calls <paramref name="fire"/> on the thread pool once the time has come; at once when it is past.</summary>
    public ITimerHandle Schedule(DateTimeOffset due, Action fire)
    {
        var entry = new TimerEntry(this, due, fire);
        lock (_gate)
        {
            _timers.Enqueue(entry, (due, _order++));
        }

        Advance();
        return entry;
    }

    /// <summary>Completes once <paramref name="due"/> is reached in the server's time.</summary>
    public async Task WaitUntilAsync(DateTimeOffset due, CancellationToken cancellationToken)
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var timer = Schedule(due, () => reached.TrySetResult());
        await reached.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Completes after <paramref name="duration"/> in the server's time. Until then the sleeper outweighs one lock, or the
    /// activity that it sleeps in; both count again before any later timer can fire.
    /// </summary>
    public async Task SleepUnlockedAsync(TimeSpan duration, CancellationToken cancellationToken)
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        TimerEntry timer;
        lock (_gate)
        {
            timer = new TimerEntry(this, Now + duration, () =>
            {
                // Here, where the clock is held, and not where the wait goes on: until then it could jump to a later timer.
                AddSleepers(-1);
                reached.TrySetResult();
            });
            _timers.Enqueue(timer, (timer.Due, _order++));
            _sleepers++;
        }

        Advance();
        try
        {
            await reached.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            if (timer.Cancel())
            {
                AddSleepers(-1);
            }
        }
    }

    /// <summary>Counts activities that workers have: time runs normally meanwhile, but for those that sleep.</summary>
    public void AddWorking(int activities)
    {
        lock (_gate)
        {
            _working += activities;
        }

        if (activities < 0 && CanSkip)
        {
            Advance();
        }
    }

    /// <summary>Raises the lock count: time runs normally while it is above zero.</summary>
    public void Lock()
    {
        lock (_gate)
        {
            _locks++;
        }
    }

    /// <summary>Lowers the lock count.</summary>
    /// <returns>False, with nothing changed, when it was zero.</returns>
    public bool TryUnlock()
    {
        lock (_gate)
        {
            if (_locks == 0)
            {
                return false;
            }

            _locks--;
        }

        Advance();
        return true;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        lock (_gate)
        {
            _disposed = true;
            _timers.Clear();
        }

        _alarm.Dispose();
    }

    /// <summary>A hold was given back.</summary>
    internal void Release()
    {
        if (Interlocked.Decrement(ref _holds) == 0 && CanSkip)
        {
            Advance();
        }
    }

    /// <summary>A timer was cancelled; those before their time are swept out once they are the majority.</summary>
    internal void Cancelled()
    {
        if (Interlocked.Increment(ref _cancelled) > CompactAbove)
        {
            lock (_gate)
            {
                Compact();
            }
        }
    }

    private void Compact()
    {
        if (_cancelled > CompactAbove && _cancelled > _timers.Count / 2)
        {
            var pending = _timers.UnorderedItems.Where(item => item.Element.IsPending).ToList();
            _timers.Clear();
            _timers.EnqueueRange(pending);
            Interlocked.Exchange(ref _cancelled, 0);
        }
    }

    /// <summary>Fires what is due, jumps if allowed, and sets the alarm for what comes next.</summary>
    private void Advance()
    {
        lock (_gate)
        {
            if (_disposed)
            {
                return;
            }

            while (Next() is { } next)
            {
                var wait = next.Due - Now;
                if (wait > TimeSpan.Zero)
                {
                    if (!MayJump)
                    {
                        _alarm.Change(wait < LongestWait ? RoundUp(wait) : LongestWait, Timeout.InfiniteTimeSpan);
                        return;
                    }

                    _ahead += wait;
                }

                _timers.Dequeue();
                if (next.Take() is { } fire)
                {
                    Run(fire);
                }
            }
        }
    }

    private bool MayJump => CanSkip && _locks + _working <= _sleepers && Volatile.Read(ref _holds) == 0;

    private void AddSleepers(int count)
    {
        lock (_gate)
        {
            _sleepers += count;
        }
    }

    private static TimeSpan RoundUp(TimeSpan wait) => TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds));

    private TimerEntry? Next()
    {
        while (_timers.TryPeek(out var entry, out _))
        {
            if (entry.IsPending)
            {
                return entry;
            }

            _timers.Dequeue();
            Interlocked.Decrement(ref _cancelled);
        }

        return null;
    }

    /// <summary>Runs a callback with the clock held, so that what it starts can take its own holds first.</summary>
    private void Run(Action fire)
    {
        var hold = Hold("timer callback");
        ThreadPool.UnsafeQueueUserWorkItem(
            static state =>
            {
                using (state.hold)
                {
                    try
                    {
                        state.fire();
                    }
                    catch (Exception e)
                    {
                        LogCallbackFailed(state.clock._logger, e);
                    }
                }
            },
            (clock: this, hold, fire),
            preferLocal: false);
    }

    [LoggerMessage(100, LogLevel.Error, "A timer's callback failed")]
    private static partial void LogCallbackFailed(ILogger logger, Exception exception);
}
