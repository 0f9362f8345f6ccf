using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.Schedule.V1;
using TemporalVideo.DevServer.Errors;

namespace TemporalVideo.DevServer.Time.Calendars;

/// <summary>Reads cron strings of five to seven fields, the shorthands, and <c>@every</c>.</summary>
internal static class CronExpression
{
    private static readonly Dictionary<string, string> Shorthands = new(StringComparer.OrdinalIgnoreCase)
    {
        ["@yearly"] = "0 0 1 1 *",
        ["@annually"] = "0 0 1 1 *",
        ["@monthly"] = "0 0 1 * *",
        ["@weekly"] = "0 0 * * 0",
        ["@daily"] = "0 0 * * *",
        ["@midnight"] = "0 0 * * *",
        ["@hourly"] = "0 * * * *",
    };

    /// <summary>Adds what a cron string says to a specification.</summary>
    /// <exception cref="Errors.ServiceException">InvalidArgument: the string is malformed.</exception>
    public static void AddTo(ScheduleSpec spec, string cron)
    {
        var hash = cron.IndexOf('#');
        var comment = hash < 0 ? "" : cron[(hash + 1)..].Trim();
        var words = (hash < 0 ? cron : cron[..hash]).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToList();
        if (words.Count > 0
            && (words[0].StartsWith("TZ=", StringComparison.Ordinal) || words[0].StartsWith("CRON_TZ=", StringComparison.Ordinal)))
        {
            SetTimeZone(spec, words[0][(words[0].IndexOf('=') + 1)..]);
            words.RemoveAt(0);
        }

        if (words is ["@every", var every])
        {
            spec.Interval.Add(Interval(every));
            return;
        }

        if (words.Count == 1 && Shorthands.TryGetValue(words[0], out var fields))
        {
            words = [.. fields.Split(' ')];
        }

        spec.StructuredCalendar.Add(Calendar(words, comment));
    }

    private static StructuredCalendarSpec Calendar(List<string> words, string comment)
    {
        if (words.Count is < 5 or > 7)
        {
            throw ServiceErrors.InvalidArgument("Invalid schedule spec: CronString does not have 5-7 fields");
        }

        var second = words.Count == 7 ? words[0] : "0";
        var rest = words.Count == 7 ? words[1..] : words;
        return ScheduleSpecCompiler.Compile(new CalendarSpec
        {
            Second = second,
            Minute = rest[0],
            Hour = rest[1],
            DayOfMonth = rest[2],
            Month = rest[3],
            DayOfWeek = rest[4],
            Year = rest.Count == 6 ? rest[5] : "*",
            Comment = comment,
        });
    }

    private static IntervalSpec Interval(string every)
    {
        var parts = every.Split('/');
        var interval = new IntervalSpec { Interval = Parse(parts[0]) };
        if (parts.Length == 2)
        {
            interval.Phase = Parse(parts[1]);
        }

        return parts.Length <= 2 ? interval : throw BadInterval();
    }

    private static Duration Parse(string text) =>
        GoDuration.TryParse(text, out var nanoseconds) ? Duration.FromTimeSpan(TimeSpan.FromTicks(nanoseconds / 100)) : throw BadInterval();

    private static Errors.ServiceException BadInterval() => ServiceErrors.InvalidArgument("Invalid schedule spec: Interval is not valid");

    private static void SetTimeZone(ScheduleSpec spec, string name)
    {
        if (spec.TimezoneName.Length > 0 && spec.TimezoneName != name)
        {
            throw ServiceErrors.InvalidArgument("Invalid schedule spec: conflicting timezone names");
        }

        spec.TimezoneName = name;
    }
}
