using System.Security;

namespace TemporalVideo.DevServer.Time;

/// <summary>Time zones by the name that a client gives.</summary>
internal static class TimeZones
{
    /// <summary>The zone, or null: names that are no zone can be paths to anything, or nothing at all.</summary>
    public static TimeZoneInfo? Find(string name)
    {
        try
        {
            return TimeZoneInfo.FindSystemTimeZoneById(name);
        }
        catch (Exception e) when (e is TimeZoneNotFoundException or InvalidTimeZoneException or SecurityException
            or ArgumentException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
