namespace TemporalVideo.Storage.Records;

/// <summary>Moments as every database keeps them.</summary>
internal static class StoredTime
{
    /// <summary>Now, in UTC, to the microsecond: PostgreSQL keeps no more, and what is read back is to equal what was written.</summary>
    public static DateTime Now(TimeProvider time)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
    }
}
