using Google.Protobuf.WellKnownTypes;
using Proto = Temporalio.Api.Schedule.V1;

namespace Temporalio.Client.Schedules;

/// <summary>The times of a schedule: those of the calendars, intervals and cron expressions together, but for the skipped ones.</summary>
public record ScheduleSpec
{
    /// <summary>Times by the calendar.</summary>
    public IReadOnlyCollection<ScheduleCalendarSpec> Calendars { get; init; } = [];

    /// <summary>Times at regular intervals.</summary>
    public IReadOnlyCollection<ScheduleIntervalSpec> Intervals { get; init; } = [];

    /// <summary>Times by cron expressions, which the server turns into calendars.</summary>
    public IReadOnlyCollection<string> CronExpressions { get; init; } = [];

    /// <summary>Times to leave out.</summary>
    public IReadOnlyCollection<ScheduleCalendarSpec> Skip { get; init; } = [];

    /// <summary>No times before this one; UTC. Null means no limit.</summary>
    public DateTime? StartAt { get; init; }

    /// <summary>No times after this one; UTC. Null means no limit.</summary>
    public DateTime? EndAt { get; init; }

    /// <summary>Longest random delay of each time; null means none.</summary>
    public TimeSpan? Jitter { get; init; }

    /// <summary>IANA name of the calendars' time zone; null means UTC.</summary>
    public string? TimeZoneName { get; init; }

    internal static ScheduleSpec FromProto(Proto.ScheduleSpec proto) => new()
    {
        Calendars = proto.StructuredCalendar.Select(ScheduleCalendarSpec.FromProto).ToArray(),
        Intervals = proto.Interval.Select(ScheduleIntervalSpec.FromProto).ToArray(),
        CronExpressions = proto.CronString.ToArray(),
        Skip = proto.ExcludeStructuredCalendar.Select(ScheduleCalendarSpec.FromProto).ToArray(),
        StartAt = proto.StartTime?.ToDateTime(),
        EndAt = proto.EndTime?.ToDateTime(),
        Jitter = proto.Jitter?.ToTimeSpan(),
        TimeZoneName = proto.TimezoneName.Length == 0 ? null : proto.TimezoneName,
    };

    internal Proto.ScheduleSpec ToProto() => new()
    {
        StructuredCalendar = { Calendars.Select(calendar => calendar.ToProto()) },
        Interval = { Intervals.Select(interval => interval.ToProto()) },
        CronString = { CronExpressions },
        ExcludeStructuredCalendar = { Skip.Select(calendar => calendar.ToProto()) },
        StartTime = StartAt?.ToUniversalTime().ToTimestamp(),
        EndTime = EndAt?.ToUniversalTime().ToTimestamp(),
        Jitter = Jitter?.ToDuration(),
        TimezoneName = TimeZoneName ?? string.Empty,
    };
}
