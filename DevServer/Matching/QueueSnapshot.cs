namespace TemporalVideo.DevServer.Matching;

/// <summary>A task queue at one moment.</summary>
internal sealed record QueueSnapshot(IReadOnlyList<PollerRecord> Pollers, int BacklogCount, TimeSpan BacklogAge)
{
    public static QueueSnapshot Empty { get; } = new([], 0, TimeSpan.Zero);
}
