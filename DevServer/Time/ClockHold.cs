namespace TemporalVideo.DevServer.Time;

/// <summary>Keeps the clock from jumping until disposed once; further disposals do nothing.</summary>
internal sealed class ClockHold(ServerClock clock, string reason) : IDisposable
{
    private ServerClock? _clock = clock;

    /// <inheritdoc />
    public void Dispose() => Interlocked.Exchange(ref _clock, null)?.Release();

    /// <inheritdoc />
    public override string ToString() => reason;
}
