namespace TemporalVideo.DevServer.Time;

/// <summary>A callback in the clock's queue.</summary>
internal sealed class TimerEntry(ServerClock clock, DateTimeOffset due, Action fire) : ITimerHandle
{
    private Action? _fire = fire;

    /// <inheritdoc />
    public DateTimeOffset Due { get; } = due;

    /// <summary>True until it is taken or disposed.</summary>
    public bool IsPending => Volatile.Read(ref _fire) is not null;

    /// <summary>Takes the callback: only one of firing and cancelling gets it.</summary>
    public Action? Take() => Interlocked.Exchange(ref _fire, null);

    /// <summary>Cancels the callback.</summary>
    /// <returns>Whether it was still to come.</returns>
    public bool Cancel()
    {
        if (Take() is null)
        {
            return false;
        }

        clock.Cancelled();
        return true;
    }

    /// <inheritdoc />
    public void Dispose() => Cancel();
}
