namespace TemporalVideo.Studio.Providers;

/// <summary>
/// Whether a service is worth asking. Failures in a row that speak of an outage open it; after a while one call may try again.
/// </summary>
/// <param name="provider">The service.</param>
/// <param name="failures">So many open it; at least 1.</param>
/// <param name="rest">How long it stays open.</param>
/// <param name="time">The clock.</param>
public sealed class Circuit(string provider, int failures, TimeSpan rest, TimeProvider time)
{
    private readonly Lock _lock = new();
    private int _inARow;
    private DateTimeOffset _openUntil;
    private string? _reason;

    /// <summary>The service.</summary>
    public string Provider { get; } = provider;

    /// <summary>Is told when the circuit opens.</summary>
    public Action<CircuitOpened>? Opened { get; set; }

    /// <summary>Why it is open, for people; null while it is closed.</summary>
    public string? OpenBecause
    {
        get
        {
            lock (_lock)
            {
                return time.GetUtcNow() < _openUntil ? _reason : null;
            }
        }
    }

    /// <summary>Makes a call and notes how it ended.</summary>
    /// <param name="call">The call.</param>
    public async Task<T> WatchAsync<T>(Func<Task<T>> call)
    {
        ArgumentNullException.ThrowIfNull(call);
        try
        {
            var made = await call();
            lock (_lock)
            {
                (_inARow, _openUntil) = (0, default);
            }

            return made;
        }
        catch (ProviderException failure) when (failure.SpeaksOfOutage)
        {
            Note(failure);
            throw;
        }
    }

    private void Note(ProviderException failure)
    {
        CircuitOpened opened;
        lock (_lock)
        {
            // After the rest a single failure opens it again: the count stands until a call succeeds.
            if (++_inARow < failures)
            {
                return;
            }

            (_openUntil, _reason) = (time.GetUtcNow() + rest, failure.Message);
            opened = new CircuitOpened(Provider, failure.Message, _openUntil);
        }

        Opened?.Invoke(opened);
    }
}

/// <summary>A service is not asked for a while.</summary>
/// <param name="Provider">The service.</param>
/// <param name="Reason">Its last failure.</param>
/// <param name="Until">When it may be tried again.</param>
public sealed record CircuitOpened(string Provider, string Reason, DateTimeOffset Until);
