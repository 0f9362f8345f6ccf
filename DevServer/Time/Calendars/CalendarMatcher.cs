using Temporalio.Api.Schedule.V1;
using Range = Temporalio.Api.Schedule.V1.Range;

namespace TemporalVideo.DevServer.Time.Calendars;

/// <summary>Finds the clock times that a structured calendar matches. Clock times have no time zone here.</summary>
internal sealed class CalendarMatcher
{
    private const int LastYear = 2100;

    private readonly bool[] _seconds;
    private readonly bool[] _minutes;
    private readonly bool[] _hours;
    private readonly bool[] _days;
    private readonly bool[] _months;
    private readonly bool[] _weekdays;
    private readonly IReadOnlyCollection<Range> _years;

    public CalendarMatcher(StructuredCalendarSpec calendar)
    {
        _seconds = Set(calendar.Second, CalendarField.Second);
        _minutes = Set(calendar.Minute, CalendarField.Minute);
        _hours = Set(calendar.Hour, CalendarField.Hour);
        _days = Set(calendar.DayOfMonth, CalendarField.DayOfMonth);
        _months = Set(calendar.Month, CalendarField.Month);
        _weekdays = Set(calendar.DayOfWeek, CalendarField.DayOfWeek);
        _years = calendar.Year;
    }

    /// <summary>Whether the calendar matches a clock time.</summary>
    public bool Matches(DateTime time) => MatchesDay(time) && _hours[time.Hour] && _minutes[time.Minute] && _seconds[time.Second];

    /// <summary>The first match at or after a clock time of whole seconds; null when there is none.</summary>
    public DateTime? Next(DateTime from)
    {
        for (var day = from.Date; day.Year <= LastYear; day = day.AddDays(1))
        {
            if (!MatchesYear(day.Year))
            {
                day = new DateTime(day.Year, 12, 31);
            }
            else if (!_months[day.Month])
            {
                day = new DateTime(day.Year, day.Month, DateTime.DaysInMonth(day.Year, day.Month));
            }
            else if (MatchesDay(day) && NextOfDay(day == from.Date ? from.TimeOfDay : TimeSpan.Zero) is { } time)
            {
                return day + time;
            }
        }

        return null;
    }

    private TimeSpan? NextOfDay(TimeSpan from)
    {
        for (var hour = from.Hours; hour < 24; hour++)
        {
            var firstMinute = hour == from.Hours ? from.Minutes : 0;
            for (var minute = firstMinute; _hours[hour] && minute < 60; minute++)
            {
                var firstSecond = hour == from.Hours && minute == from.Minutes ? from.Seconds : 0;
                var second = _minutes[minute] ? Array.IndexOf(_seconds, true, firstSecond) : -1;
                if (second >= 0)
                {
                    return new TimeSpan(hour, minute, second);
                }
            }
        }

        return null;
    }

    private bool MatchesDay(DateTime day) =>
        MatchesYear(day.Year) && _months[day.Month] && _days[day.Day] && _weekdays[(int)day.DayOfWeek];

    private bool MatchesYear(int year) => _years.Count == 0 || _years.Any(range => Contains(range, year));

    private static bool Contains(Range range, int value) =>
        value >= range.Start && value <= Math.Max(range.Start, range.End) && (value - range.Start) % Math.Max(1, range.Step) == 0;

    private static bool[] Set(IReadOnlyCollection<Range> ranges, CalendarField field) =>
        [.. Enumerable.Range(0, field.Maximum + 1).Select(value => ranges.Any(range => Contains(range, value)))];
}
