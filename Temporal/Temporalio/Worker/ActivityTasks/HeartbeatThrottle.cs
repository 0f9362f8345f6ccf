namespace Temporalio.Worker.ActivityTasks;

/// <summary>Sends the first heartbeat at once, and then at most one per interval, always the newest.</summary>
internal sealed class HeartbeatThrottle(TimeSpan interval, Func<object?[], Task> send, TimeProvider time) : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly Lock _lock = new();
    private object?[]? _newest;
    private Task _sending = Task.CompletedTask;
    private bool _busy;

    /// <summary>The interval that an activity's heartbeats are held to.</summary>
    public static TimeSpan IntervalFor(TimeSpan? heartbeatTimeout, TimeSpan defaultInterval, TimeSpan maximum)
    {
        const double ShareOfTimeout = 0.8;
        var wanted = heartbeatTimeout is { } timeout ? timeout * ShareOfTimeout : defaultInterval;
        return wanted < maximum ? wanted : maximum;
    }

    public void Beat(object?[] details)
    {
        lock (_lock)
        {
            _newest = details;
            if (!_busy && !_stop.IsCancellationRequested)
            {
                _busy = true;
                _sending = Task.Run(SendWhileNewAsync);
            }
        }
    }

    /// <summary>Stops sending.</summary>
    /// <returns>Details that were not sent, or null.</returns>
    public async Task<object?[]?> StopAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        await _sending.ConfigureAwait(false);
        return _newest;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync().ConfigureAwait(false);
        _stop.Dispose();
    }

    private async Task SendWhileNewAsync()
    {
        while (Take() is { } details)
        {
            await send(details).ConfigureAwait(false);
            try
            {
                await Task.Delay(interval, time, _stop.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private object?[]? Take()
    {
        lock (_lock)
        {
            var details = _newest;
            _newest = null;
            _busy = details is not null;
            return details;
        }
    }
}
