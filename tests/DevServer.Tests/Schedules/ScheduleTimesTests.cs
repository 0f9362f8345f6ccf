using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.Schedule.V1;
using TemporalVideo.DevServer.Errors;
using TemporalVideo.DevServer.Time.Calendars;

namespace TemporalVideo.DevServer.Tests.Schedules;

public sealed class ScheduleTimesTests
{
    [Theory]
    [InlineData("30 12 * * 1-5", "2026-11-20T12:30:00Z", "2026-11-23T12:30:00Z 2026-11-24T12:30:00Z")]
    [InlineData("*/20 8-9 1 JAN,jul *", "2026-06-30T23:59:59Z", "2026-07-01T08:00:00Z 2026-07-01T08:20:00Z")]
    [InlineData("@yearly", "2026-01-01T00:00:00Z", "2027-01-01T00:00:00Z 2028-01-01T00:00:00Z")]
    [InlineData("0 0 29 2 *", "2026-01-01T00:00:00Z", "2028-02-29T00:00:00Z 2032-02-29T00:00:00Z")]
    [InlineData("0 0 * * 7", "2026-11-21T00:00:00Z", "2026-11-22T00:00:00Z 2026-11-29T00:00:00Z")]
    [InlineData("15 30 6 * * * 2027", "2026-11-21T00:00:00Z", "2027-01-01T06:30:15Z 2027-01-02T06:30:15Z")]
    [InlineData("@every 1h/15m", "2026-11-21T10:15:00Z", "2026-11-21T11:15:00Z 2026-11-21T12:15:00Z")]
    [InlineData("TZ=America/New_York 0 12 * * * # noon", "2026-11-21T00:00:00Z", "2026-11-21T17:00:00Z 2026-11-22T17:00:00Z")]
    [InlineData("TZ=America/New_York 30 2 * * *", "2026-03-07T12:00:00Z", "2026-03-09T06:30:00Z 2026-03-10T06:30:00Z")]
    [InlineData("TZ=America/New_York 30 1 * * *", "2026-11-01T00:00:00Z", "2026-11-01T05:30:00Z 2026-11-01T06:30:00Z")]
    public void C193_CronString_GivesTimes(string cron, string after, string expected) =>
        Times(new ScheduleSpec { CronString = { cron } }, after, 2).Should().Be(expected);

    [Fact]
    public void C193_StartEndAndExclusion_AreKept()
    {
        var spec = new ScheduleSpec
        {
            Interval = { new IntervalSpec { Interval = Duration.FromTimeSpan(TimeSpan.FromHours(1)) } },
            StartTime = Time("2026-11-21T10:00:00Z").ToTimestamp(),
            EndTime = Time("2026-11-21T13:00:00Z").ToTimestamp(),
            ExcludeStructuredCalendar = { ScheduleSpecCompiler.Compile(new CalendarSpec { Hour = "11" }) },
        };

        Times(spec, "2026-01-01T00:00:00Z", 10).Should().Be("2026-11-21T10:00:00Z 2026-11-21T12:00:00Z 2026-11-21T13:00:00Z");
    }

    [Fact]
    public void C193_Jitter_IsTheSameEachTimeAndWithinTheGap()
    {
        var spec = new ScheduleSpec
        {
            Interval = { new IntervalSpec { Interval = Duration.FromTimeSpan(TimeSpan.FromMinutes(1)) } },
            Jitter = Duration.FromTimeSpan(TimeSpan.FromHours(1)),
        };
        var after = Time("2026-11-21T10:00:00Z");

        var times = new ScheduleTimes(ScheduleSpecCompiler.Compile(spec), "seed").After(after, 50).ToList();

        times.Should().OnlyContain(time => time.Actual >= time.Nominal && time.Actual <= time.Nominal.AddMinutes(1));
        times.Should().Contain(time => time.Actual != time.Nominal);
        new ScheduleTimes(ScheduleSpecCompiler.Compile(spec), "seed").After(after, 50).Should().Equal(times);
    }

    [Theory]
    [InlineData("60 * * * *", "Invalid schedule spec: Minute is not in range [0-59]")]
    [InlineData("a * * * *", "Invalid schedule spec: Minute is not in range [0-59]")]
    [InlineData("* * * * * * * *", "Invalid schedule spec: CronString does not have 5-7 fields")]
    [InlineData("@foo", "Invalid schedule spec: CronString does not have 5-7 fields")]
    [InlineData("TZ=Nope/X 0 12 * * *", "Invalid schedule spec: unknown time zone Nope/X")]
    public void C193_MalformedCronString_IsRefused(string cron, string expected)
    {
        var compile = () => ScheduleSpecCompiler.Compile(new ScheduleSpec { CronString = { cron } });

        compile.Should().Throw<ServiceException>().WithMessage(expected);
    }

    private static string Times(ScheduleSpec spec, string after, int count) => string.Join(
        ' ',
        new ScheduleTimes(ScheduleSpecCompiler.Compile(spec), "seed").After(Time(after), count)
            .Select(time => time.Actual.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)));

    private static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
