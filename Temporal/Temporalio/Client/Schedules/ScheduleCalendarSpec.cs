using Proto = Temporalio.Api.Schedule.V1;

namespace Temporalio.Client.Schedules;

/// <summary>Times by the calendar: those for which each field has a range that matches. No year ranges means every year.</summary>
public record ScheduleCalendarSpec
{
    /// <summary>Ranges of 0.</summary>
    public static readonly IReadOnlyCollection<ScheduleRange> Beginning = [ScheduleRange.Zero];

    /// <summary>Ranges of all days of a month.</summary>
    public static readonly IReadOnlyCollection<ScheduleRange> AllMonthDays = [new ScheduleRange(1, 31)];

    /// <summary>Ranges of all months.</summary>
    public static readonly IReadOnlyCollection<ScheduleRange> AllMonths = [new ScheduleRange(1, 12)];

    /// <summary>Ranges of all days of a week.</summary>
    public static readonly IReadOnlyCollection<ScheduleRange> AllWeekDays = [new ScheduleRange(0, 6)];

    /// <summary>Seconds, 0 to 59. Default: 0.</summary>
    public IReadOnlyCollection<ScheduleRange> Second { get; init; } = Beginning;

    /// <summary>Minutes, 0 to 59. Default: 0.</summary>
    public IReadOnlyCollection<ScheduleRange> Minute { get; init; } = Beginning;

    /// <summary>Hours, 0 to 23. Default: 0.</summary>
    public IReadOnlyCollection<ScheduleRange> Hour { get; init; } = Beginning;

    /// <summary>Days of the month, 1 to 31. Default: all.</summary>
    public IReadOnlyCollection<ScheduleRange> DayOfMonth { get; init; } = AllMonthDays;

    /// <summary>Months, 1 to 12. Default: all.</summary>
    public IReadOnlyCollection<ScheduleRange> Month { get; init; } = AllMonths;

    /// <summary>Years. Default: none, which means all.</summary>
    public IReadOnlyCollection<ScheduleRange> Year { get; init; } = [];

    /// <summary>Days of the week, 0 (Sunday) to 6. Default: all.</summary>
    public IReadOnlyCollection<ScheduleRange> DayOfWeek { get; init; } = AllWeekDays;

    /// <summary>What it is for.</summary>
    public string? Comment { get; init; }

    internal static ScheduleCalendarSpec FromProto(Proto.StructuredCalendarSpec proto) => new()
    {
        Second = Ranges(proto.Second),
        Minute = Ranges(proto.Minute),
        Hour = Ranges(proto.Hour),
        DayOfMonth = Ranges(proto.DayOfMonth),
        Month = Ranges(proto.Month),
        Year = Ranges(proto.Year),
        DayOfWeek = Ranges(proto.DayOfWeek),
        Comment = proto.Comment.Length == 0 ? null : proto.Comment,
    };

    internal Proto.StructuredCalendarSpec ToProto() => new()
    {
        Second = { Ranges(Second) },
        Minute = { Ranges(Minute) },
        Hour = { Ranges(Hour) },
        DayOfMonth = { Ranges(DayOfMonth) },
        Month = { Ranges(Month) },
        Year = { Ranges(Year) },
        DayOfWeek = { Ranges(DayOfWeek) },
        Comment = Comment ?? string.Empty,
    };

    private static ScheduleRange[] Ranges(IEnumerable<Proto.Range> protos) =>
        protos.Select(range => new ScheduleRange(range.Start, range.End, range.Step)).ToArray();

    private static IEnumerable<Proto.Range> Ranges(IEnumerable<ScheduleRange> ranges) =>
        ranges.Select(range => new Proto.Range { Start = range.Start, End = range.End, Step = range.Step });
}
