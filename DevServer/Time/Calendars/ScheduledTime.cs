namespace TemporalVideo.DevServer.Time.Calendars;

/// <summary>One time of a schedule.</summary>
/// <param name="Nominal">As the specification says it.</param>
/// <param name="Actual">With jitter: when the action is taken.</param>
internal sealed record ScheduledTime(DateTimeOffset Nominal, DateTimeOffset Actual);
