using Temporalio.Api.Schedule.V1;
using TemporalVideo.DevServer.Errors;
using TemporalVideo.DevServer.Time.Calendars;
using Range = Temporalio.Api.Schedule.V1.Range;

namespace TemporalVideo.DevServer.Executions.Starting;

/// <summary>A workflow's cron expression: five fields, <c>@every 3s</c> or <c>@hourly</c> and its like, optionally after
/// <c>CRON_TZ=zone</c>. The fields are those of schedules, but for the days: see <see cref="EitherDay"/>.</summary>
internal sealed class CronSchedule
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(36_525);

    private readonly TimeSpan _every;
    private readonly ScheduleTimes? _times;

    private CronSchedule(string expression)
    {
        var spec = new ScheduleSpec();
        CronExpression.AddTo(spec, expression.Replace('?', '*'));
        if (spec.Interval.Count > 0)
        {
            _every = spec.Interval[0].Phase is null ? spec.Interval[0].Interval.ToTimeSpan() : TimeSpan.Zero;
            Require(_every >= TimeSpan.FromSeconds(1) && _every <= Longest);
            return;
        }

        // Seconds and years are for schedules only.
        Require(expression.Contains('@') || expression.Split(' ', StringSplitOptions.RemoveEmptyEntries).Count(f => !f.Contains('=')) == 5);
        EitherDay(spec);
        _times = new ScheduleTimes(spec, "");
    }

    /// <summary>Whether an expression that may be empty, for none, can be kept.</summary>
    public static bool IsValid(string expression)
    {
        try
        {
            return expression.Length == 0 || Parse(expression).Next(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch) is not null;
        }
        catch (ServiceException)
        {
            return false;
        }
    }

    /// <exception cref="ServiceException">InvalidArgument: it is not a cron expression.</exception>
    public static CronSchedule Parse(string expression)
    {
        try
        {
            return new CronSchedule(expression.Trim());
        }
        catch (Exception e) when (e is ServiceException or OverflowException)
        {
            throw ServiceErrors.InvalidArgument("invalid CronSchedule.");
        }
    }

    /// <summary>The first slot after now; intervals count from the last slot. Null when there is none.</summary>
    public DateTimeOffset? Next(DateTimeOffset lastSlot, DateTimeOffset now)
    {
        if (_times is not null)
        {
            return _times.Next(now)?.Nominal;
        }

        var passed = now < lastSlot ? 0 : ((now - lastSlot).Ticks / _every.Ticks) + 1;
        return lastSlot + TimeSpan.FromTicks(_every.Ticks * Math.Max(1, passed));
    }

    /// <summary>Day and weekday: when both are restricted, one of them is enough, where a schedule wants both.</summary>
    private static void EitherDay(ScheduleSpec spec)
    {
        var calendar = spec.StructuredCalendar[0];
        if (IsAll(calendar.DayOfMonth, CalendarField.DayOfMonth) || IsAll(calendar.DayOfWeek, CalendarField.DayOfWeek))
        {
            return;
        }

        var byWeekday = calendar.Clone();
        byWeekday.DayOfMonth.Clear();
        byWeekday.DayOfMonth.Add(CalendarField.DayOfMonth.Parse("*"));
        calendar.DayOfWeek.Clear();
        calendar.DayOfWeek.Add(CalendarField.DayOfWeek.Parse("*"));
        spec.StructuredCalendar.Add(byWeekday);
    }

    private static bool IsAll(IEnumerable<Range> ranges, CalendarField field) =>
        ranges.Any(range => range.Start == field.Minimum && range.End == field.Maximum && range.Step <= 1);

    private static void Require(bool holds)
    {
        if (!holds)
        {
            throw ServiceErrors.InvalidArgument("invalid CronSchedule.");
        }
    }
}
