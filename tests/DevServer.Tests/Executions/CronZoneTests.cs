using Grpc.Core;
using TemporalVideo.Tests.Support;

namespace TemporalVideo.DevServer.Tests.Executions;

public sealed class CronZoneTests(BothServers servers) : ConformanceTest(servers)
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
}
