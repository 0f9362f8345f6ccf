namespace TemporalVideo.DevServer.Time;

/// <summary>A scheduled callback; disposing it cancels it, unless it is already running.</summary>
internal interface ITimerHandle : IDisposable
{
    /// <summary>When it fires, in the server's time.</summary>
    DateTimeOffset Due { get; }
}
