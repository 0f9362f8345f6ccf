using TemporalVideo.DevServer.Errors;
using TemporalVideo.DevServer.Time;

namespace TemporalVideo.DevServer.Executions.Starting;

/// <summary>A cron expression of five fields, <c>@every 3s</c> or <c>@hourly</c> and its like, optionally after
/// <c>CRON_TZ=zone</c>.</summary>
internal sealed class CronSchedule
{
    private static readonly Dictionary<string, string> Named = new()
    {
        ["@yearly"] = "0 0 1 1 *",
        ["@annually"] = "0 0 1 1 *",
        ["@monthly"] = "0 0 1 * *",
        ["@weekly"] = "0 0 * * 0",
        ["@daily"] = "0 0 * * *",
        ["@midnight"] = "0 0 * * *",
        ["@hourly"] = "0 * * * *",
    };

    private static readonly TimeSpan Longest = TimeSpan.FromDays(36_525);

    private readonly TimeSpan _every;
    private readonly TimeZoneInfo _zone = TimeZoneInfo.Utc;
    private readonly CronField? _minute;
    private readonly CronField? _hour;
    private readonly CronField? _day;
    private readonly CronField? _month;
    private readonly CronField? _weekday;

    private CronSchedule(string expression)
    {
        if (expression.StartsWith("CRON_TZ=", StringComparison.Ordinal) || expression.StartsWith("TZ=", StringComparison.Ordinal))
        {
            var parts = expression.Split(' ', 2, StringSplitOptions.TrimEntries);
            _zone = TimeZones.Find(parts[0][(parts[0].IndexOf('=') + 1)..]) ?? throw new FormatException("the time zone is unknown");
            expression = parts[1];
        }

        if (expression.StartsWith("@every ", StringComparison.Ordinal))
        {
            _every = GoDuration.Parse(expression["@every ".Length..].Trim());
            if (_every < TimeSpan.FromSeconds(1) || _every > Longest)
            {
                throw new FormatException("an interval is at least one second and at most a hundred years");
            }

            return;
        }

        var fields = Named.GetValueOrDefault(expression, expression).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (fields.Length != 5)
        {
            throw new FormatException($"five fields are expected, not {fields.Length}");
        }

        _minute = CronField.Parse(fields[0], 0, 59);
        _hour = CronField.Parse(fields[1], 0, 23);
        _day = CronField.Parse(fields[2], 1, 31);
        _month = CronField.Parse(fields[3], 1, 12, "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");
        _weekday = CronField.Parse(fields[4], 0, 7, "SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");
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
        catch (Exception e) when (e is FormatException or OverflowException or IndexOutOfRangeException)
        {
            throw ServiceErrors.InvalidArgument("invalid CronSchedule.");
        }
    }

    /// <summary>The first slot after now; intervals count from the last slot. Null when there is none within five years.</summary>
    public DateTimeOffset? Next(DateTimeOffset lastSlot, DateTimeOffset now)
    {
        if (_every > TimeSpan.Zero)
        {
            var passed = now < lastSlot ? 0 : ((now - lastSlot).Ticks / _every.Ticks) + 1;
            return lastSlot + TimeSpan.FromTicks(_every.Ticks * Math.Max(1, passed));
        }

        var local = TimeZoneInfo.ConvertTime(now, _zone).DateTime;
        var slot = new DateTime(local.Year, local.Month, local.Day, local.Hour, local.Minute, 0).AddMinutes(1);
        var end = slot.AddYears(5);
        while (slot < end)
        {
            if (!_month!.Has(slot.Month))
            {
                slot = new DateTime(slot.Year, slot.Month, 1).AddMonths(1);
            }
            else if (!IsDay(slot))
            {
                slot = slot.Date.AddDays(1);
            }
            else if (!_hour!.Has(slot.Hour))
            {
                slot = slot.Date.AddHours(slot.Hour + 1);
            }
            else if (!_minute!.Has(slot.Minute) || _zone.IsInvalidTime(slot))
            {
                slot = slot.AddMinutes(1);
            }
            else
            {
                return new DateTimeOffset(slot, _zone.GetUtcOffset(slot)).ToUniversalTime();
            }
        }

        return null;
    }

    /// <summary>Day and weekday: both must fit, but when both are restricted one of them is enough.</summary>
    private bool IsDay(DateTime day)
    {
        var isDay = _day!.Has(day.Day);
        var isWeekday = _weekday!.Has((int)day.DayOfWeek) || (day.DayOfWeek == DayOfWeek.Sunday && _weekday.Has(7));
        return _day.IsAny || _weekday.IsAny ? isDay && isWeekday : isDay || isWeekday;
    }
}
