using Grpc.Core;
using TemporalVideo.Tests.Support;

namespace TemporalVideo.DevServer.Tests.Executions;

public sealed class CronTests(BothServers servers) : ConformanceTest(servers)
{
    private static readonly TimeSpan NoonInTokyo = TimeSpan.FromHours(3);

    [SkippableTheory, MemberData(nameof(Servers))]
    public async Task C175_CronZone_FirstTaskWaitsForTheSlotThere(ServerKind kind)
    {
        var workflow = await NewAsync(kind);

        await workflow.StartAsync(request => request.CronSchedule = "CRON_TZ=Asia/Tokyo 0 12 * * *");

        var started = (await workflow.HistoryAsync())[0];
        var first = started.EventTime.ToDateTime() + started.WorkflowExecutionStartedEventAttributes.FirstWorkflowTaskBackoff.ToTimeSpan();
        (first.TimeOfDay - NoonInTokyo).Duration().Should().BeLessThan(TimeSpan.FromSeconds(2));
        await workflow.TerminateAsync();
    }

    [SkippableTheory, MemberData(nameof(Servers))]
    public async Task UnknownCronZone_IsRefused(ServerKind kind)
    {
        var workflow = await NewAsync(kind);

        var start = () => workflow.StartAsync(request => request.CronSchedule = "CRON_TZ=Nowhere/Else 0 12 * * *");

        (await start.Should().ThrowAsync<CallFailedException>()).Which.Code.Should().Be(StatusCode.InvalidArgument);
    }

    [SkippableTheory, MemberData(nameof(Expressions))]
    public async Task C175_CronFields_FirstTaskWaitsForTheFirstMinuteThatFits(ServerKind kind, string cron)
    {
        var workflow = await NewAsync(kind);

        await workflow.StartAsync(request => request.CronSchedule = cron);

        var started = (await workflow.HistoryAsync())[0];
        var at = started.EventTime.ToDateTime();
        var minute = new DateTime(at.Year, at.Month, at.Day, at.Hour, at.Minute, 0, DateTimeKind.Utc).AddMinutes(1);
        while (!Fits[cron](minute))
        {
            minute = minute.AddMinutes(1);
        }

        var first = at + started.WorkflowExecutionStartedEventAttributes.FirstWorkflowTaskBackoff.ToTimeSpan();
        (first - minute).Duration().Should().BeLessThan(TimeSpan.FromSeconds(2));
        await workflow.TerminateAsync();
    }

    [SkippableTheory, MemberData(nameof(Refused))]
    public async Task C175_MalformedCron_IsRefused(ServerKind kind, string cron)
    {
        var workflow = await NewAsync(kind);

        var start = () => workflow.StartAsync(request => request.CronSchedule = cron);

        (await start.Should().ThrowAsync<CallFailedException>()).Which.Code.Should().Be(StatusCode.InvalidArgument);
    }

    private static readonly Dictionary<string, Func<DateTime, bool>> Fits = new()
    {
        // Either of the days is enough when both are restricted.
        ["0 7 13 * FRI"] = t => t is { Hour: 7, Minute: 0 } && (t.Day == 13 || t.DayOfWeek == DayOfWeek.Friday),
        ["30 */6 * * 1-5"] = t => t.Minute == 30 && t.Hour % 6 == 0 && t.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday),
        ["15,45 3 ? feb,NOV *"] = t => t.Minute is 15 or 45 && t is { Hour: 3, Month: 2 or 11 },
        ["@monthly"] = t => t is { Day: 1, Hour: 0, Minute: 0 },
    };

    public static TheoryData<ServerKind, string> Expressions() => OnBoth(Fits.Keys);

    public static TheoryData<ServerKind, string> Refused() =>
        OnBoth(["* * * *", "0 0 * * * *", "0 24 * * *", "61 * * * *", "0 0 0 * *", "0 0 31 FEB *x", "@every 1", "@every 1h/5m", "@never"]);

    private static TheoryData<ServerKind, string> OnBoth(IEnumerable<string> expressions)
    {
        var data = new TheoryData<ServerKind, string>();
        foreach (var expression in expressions)
        {
            data.Add(ServerKind.Embedded, expression);
            data.Add(ServerKind.Real, expression);
        }

        return data;
    }
}
