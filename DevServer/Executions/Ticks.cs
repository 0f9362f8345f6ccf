using Google.Protobuf.WellKnownTypes;

namespace TemporalVideo.DevServer.Executions;

/// <summary>Times and durations as 100 ns ticks, as run state keeps them; 0 means none.</summary>
internal static class Ticks
{
    private static readonly DateTimeOffset Last = DateTimeOffset.MaxValue.AddYears(-1);

    public static long Of(Duration? duration) =>
        duration is null ? 0 : checked((duration.Seconds * TimeSpan.TicksPerSecond) + (duration.Nanos / TimeSpan.NanosecondsPerTick));

    public static Duration ToDuration(long ticks) => new()
    {
        Seconds = ticks / TimeSpan.TicksPerSecond,
        Nanos = (int)(ticks % TimeSpan.TicksPerSecond * TimeSpan.NanosecondsPerTick),
    };

    public static Duration? ToDurationOrNull(long ticks) => ticks == 0 ? null : ToDuration(ticks);

    public static Timestamp ToTimestamp(long utcTicks) =>
        Timestamp.FromDateTime(new DateTime(Math.Min(utcTicks, Last.Ticks), DateTimeKind.Utc));

    public static Timestamp? ToTimestampOrNull(long utcTicks) => utcTicks == 0 ? null : ToTimestamp(utcTicks);

    public static DateTimeOffset ToTime(long utcTicks) => new(Math.Min(utcTicks, Last.Ticks), TimeSpan.Zero);

    public static long Of(Timestamp time) => time.ToDateTime().Ticks;

    /// <summary>The sum of a time and a duration that may be absurdly long.</summary>
    public static long Add(long utcTicks, long duration) => duration > Last.Ticks - utcTicks ? Last.Ticks : utcTicks + duration;

    /// <summary>The smaller of two values of which 0 means unlimited.</summary>
    public static long MinLimit(long a, long b) => a == 0 ? b : b == 0 ? a : Math.Min(a, b);
}
