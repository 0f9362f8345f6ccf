using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Temporalio.Api.Schedule.V1;

namespace TemporalVideo.DevServer.Time.Calendars;

/// <summary>The times of a schedule.</summary>
internal sealed class ScheduleTimes
{
    // As far as clocks are ever moved, and then some.
    private static readonly TimeSpan LargestShift = TimeSpan.FromHours(3);

    // No schedule has times before or after these.
    private static readonly DateTimeOffset First = DateTimeOffset.UnixEpoch;
    private static readonly DateTimeOffset Last = new(9000, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan LongestJitter = TimeSpan.FromDays(366);

    // So many times excluded in a row mean that all are.
    private const int MostExcluded = 100_000;

    private readonly ScheduleSpec _spec;
    private readonly TimeZoneInfo _zone;
    private readonly List<CalendarMatcher> _calendars;
    private readonly List<CalendarMatcher> _excluded;
    private readonly TimeSpan _jitter;
    private readonly string _seed;

    /// <param name="spec">Compiled: see <see cref="ScheduleSpecCompiler"/>.</param>
    /// <param name="seed">What gives each schedule its own jitter.</param>
    public ScheduleTimes(ScheduleSpec spec, string seed)
    {
        _spec = spec;
        _zone = ScheduleSpecCompiler.TimeZone(spec);
        _calendars = [.. spec.StructuredCalendar.Select(calendar => new CalendarMatcher(calendar))];
        _excluded = [.. spec.ExcludeStructuredCalendar.Select(calendar => new CalendarMatcher(calendar))];
        var jitter = spec.Jitter?.ToTimeSpan() ?? TimeSpan.Zero;
        _jitter = jitter < LongestJitter ? jitter : LongestJitter;
        _seed = seed;
    }

    /// <summary>The first time after another; null when there is none.</summary>
    public ScheduledTime? Next(DateTimeOffset after)
    {
        if (Nominal(after) is not { } nominal)
        {
            return null;
        }

        return new ScheduledTime(nominal, _jitter > TimeSpan.Zero ? nominal + Jitter(nominal) : nominal);
    }

    /// <summary>The times after one and until another, that one included.</summary>
    public IEnumerable<ScheduledTime> Between(DateTimeOffset after, DateTimeOffset until)
    {
        for (var next = Next(after); next is not null && next.Actual <= until; next = Next(next.Nominal))
        {
            yield return next;
        }
    }

    /// <summary>The next times after one.</summary>
    public IEnumerable<ScheduledTime> After(DateTimeOffset after, int count)
    {
        for (var next = Next(after); next is not null && count > 0; next = Next(next.Nominal), count--)
        {
            yield return next;
        }
    }

    private DateTimeOffset? Nominal(DateTimeOffset after)
    {
        if (_spec.StartTime?.ToDateTimeOffset() is { } start && after < start)
        {
            after = start > First ? start.AddTicks(-1) : start;
        }

        after = after < First ? First.AddTicks(-1) : after;
        for (var excludedTimes = 0; excludedTimes < MostExcluded && after < Last; excludedTimes++)
        {
            var candidates = _calendars.Select(calendar => Next(calendar, after))
                .Concat(_spec.Interval.Select(interval => Next(interval, after)));
            if (candidates.Min() is not { } next || next > _spec.EndTime?.ToDateTimeOffset())
            {
                return null;
            }

            var clock = TimeZoneInfo.ConvertTime(next, _zone).DateTime;
            if (!_excluded.Exists(excluded => excluded.Matches(clock)))
            {
                return next;
            }

            after = next;
        }

        return null;
    }

    private static DateTimeOffset? Next(IntervalSpec interval, DateTimeOffset after)
    {
        var length = (long)interval.Interval.ToTimeSpan().TotalSeconds;
        var phase = (long)(interval.Phase?.ToTimeSpan().TotalSeconds ?? 0);
        var next = ((((after.ToUnixTimeSeconds() - phase) / length) + 1) * length) + phase;
        return next < Last.ToUnixTimeSeconds() ? DateTimeOffset.FromUnixTimeSeconds(next) : null;
    }

    /// <summary>
    /// Clock times are matched literally: one that a change of the clock leaves out never comes, and one that comes twice matches twice.
    /// </summary>
    private DateTimeOffset? Next(CalendarMatcher calendar, DateTimeOffset after)
    {
        var clock = TimeZoneInfo.ConvertTime(after, _zone).DateTime;
        clock = new DateTime(clock.Ticks - (clock.Ticks % TimeSpan.TicksPerSecond));
        var isShifted = _zone.GetUtcOffset(after - LargestShift) != _zone.GetUtcOffset(after + LargestShift);
        var from = isShifted ? clock - LargestShift : clock.AddSeconds(1);
        var enough = clock + LargestShift;
        DateTimeOffset? best = null;
        for (var match = calendar.Next(from); match is { } found; match = calendar.Next(found.AddSeconds(1)))
        {
            best = Instants(found).Where(instant => instant > after).Append(best ?? DateTimeOffset.MaxValue).Min();
            best = best == DateTimeOffset.MaxValue ? null : best;
            if (best is not null && (!isShifted || found > enough))
            {
                break;
            }
        }

        return best;
    }

    private IEnumerable<DateTimeOffset> Instants(DateTime clock)
    {
        if (_zone.IsInvalidTime(clock))
        {
            return [];
        }

        return _zone.IsAmbiguousTime(clock)
            ? _zone.GetAmbiguousTimeOffsets(clock).Select(offset => new DateTimeOffset(clock, offset).ToUniversalTime())
            : [new DateTimeOffset(clock, _zone.GetUtcOffset(clock)).ToUniversalTime()];
    }

    /// <summary>The same for the same time on every call, and never past the time that follows.</summary>
    private TimeSpan Jitter(DateTimeOffset nominal)
    {
        var most = Nominal(nominal) is { } following && following - nominal < _jitter ? following - nominal : _jitter;
        var key = $"{_seed}:{nominal.ToUnixTimeSeconds()}";
        var fraction = BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(key))) / (double)ulong.MaxValue;
        return TimeSpan.FromMilliseconds(Math.Floor(most.TotalMilliseconds * fraction));
    }
}
