using Temporalio.Api.Schedule.V1;
using TemporalVideo.DevServer.Errors;
using Range = Temporalio.Api.Schedule.V1.Range;

namespace TemporalVideo.DevServer.Time.Calendars;

/// <summary>Brings a specification to the form that is kept: structured calendars and intervals only.</summary>
internal static class ScheduleSpecCompiler
{
    /// <summary>Compiles a specification.</summary>
    /// <exception cref="Errors.ServiceException">InvalidArgument: some part of it is malformed.</exception>
    public static ScheduleSpec Compile(ScheduleSpec? given)
    {
        var spec = given?.Clone() ?? new ScheduleSpec();
        foreach (var calendar in spec.Calendar)
        {
            spec.StructuredCalendar.Add(Compile(calendar));
        }

        foreach (var cron in spec.CronString)
        {
            CronExpression.AddTo(spec, cron);
        }

#pragma warning disable CS0612 // Old clients still send the deprecated field.
        foreach (var calendar in spec.ExcludeCalendar)
        {
            spec.ExcludeStructuredCalendar.Add(Compile(calendar));
        }

        spec.ExcludeCalendar.Clear();
#pragma warning restore CS0612
        spec.Calendar.Clear();
        spec.CronString.Clear();
        foreach (var interval in spec.Interval)
        {
            Check(interval);
        }

        spec.StructuredCalendar.Concat(spec.ExcludeStructuredCalendar).ToList().ForEach(Normalize);
        TimeZone(spec);
        return spec;
    }

    /// <summary>Compiles a calendar of expressions.</summary>
    /// <exception cref="Errors.ServiceException">InvalidArgument: an expression is malformed.</exception>
    public static StructuredCalendarSpec Compile(CalendarSpec calendar) => new()
    {
        Second = { CalendarField.Second.Parse(Or(calendar.Second, "0")) },
        Minute = { CalendarField.Minute.Parse(Or(calendar.Minute, "0")) },
        Hour = { CalendarField.Hour.Parse(Or(calendar.Hour, "0")) },
        DayOfMonth = { CalendarField.DayOfMonth.Parse(Or(calendar.DayOfMonth, "*")) },
        Month = { CalendarField.Month.Parse(Or(calendar.Month, "*")) },
        DayOfWeek = { CalendarField.DayOfWeek.Parse(Or(calendar.DayOfWeek, "*")) },
        Year = { Or(calendar.Year, "*") == "*" ? [] : CalendarField.Year.Parse(calendar.Year) },
        Comment = calendar.Comment,
    };

    /// <summary>The time zone of a specification.</summary>
    /// <exception cref="Errors.ServiceException">InvalidArgument: this machine does not know it.</exception>
    public static TimeZoneInfo TimeZone(ScheduleSpec spec)
    {
        if (!spec.TimezoneData.IsEmpty)
        {
            throw ServiceErrors.InvalidArgument("Invalid schedule spec: timezone data is not supported, use a time zone name");
        }

        return spec.TimezoneName.Length == 0
            ? TimeZoneInfo.Utc
            : TimeZones.Find(spec.TimezoneName)
                ?? throw ServiceErrors.InvalidArgument($"Invalid schedule spec: unknown time zone {spec.TimezoneName}");
    }

    private static string Or(string expression, string fallback) => expression.Length == 0 ? fallback : expression;

    private static void Check(IntervalSpec interval)
    {
        var length = interval.Interval?.ToTimeSpan() ?? TimeSpan.Zero;
        var phase = interval.Phase?.ToTimeSpan() ?? TimeSpan.Zero;
        if (length < TimeSpan.FromSeconds(1))
        {
            throw ServiceErrors.InvalidArgument("Invalid schedule spec: Interval is too small");
        }

        if (phase < TimeSpan.Zero || phase >= length)
        {
            throw ServiceErrors.InvalidArgument("Invalid schedule spec: Phase must be smaller than interval");
        }
    }

    /// <summary>Ends before their start mean a single value, and a missing step means one.</summary>
    private static void Normalize(StructuredCalendarSpec calendar)
    {
        Range[] ranges =
        [
            .. calendar.Second, .. calendar.Minute, .. calendar.Hour, .. calendar.DayOfMonth, .. calendar.Month, .. calendar.Year,
            .. calendar.DayOfWeek,
        ];
        foreach (var range in ranges)
        {
            range.End = Math.Max(range.Start, range.End);
            range.Step = Math.Max(1, range.Step);
        }
    }
}
