using Temporalio.Api.Enums.V1;

namespace TemporalVideo.DevServer.Tests.Executions;

public sealed class TimerTests(BothServers servers) : ConformanceTest(servers)
{
    [SkippableTheory, MemberData(nameof(Servers))]
    public async Task C125_Timer_Fires_NotBeforeItsTime(ServerKind kind)
    {
        var workflow = await NewAsync(kind);
        await workflow.StartAsync();
        await workflow.RunTaskAsync(Commands.Timer("t", TimeSpan.FromSeconds(1)));
        await workflow.RunTaskAsync(Commands.Complete());

        (await workflow.EventsAsync()).Should().Be(
            "Started TaskScheduled TaskStarted TaskCompleted TimerStarted TimerFired "
            + "TaskScheduled TaskStarted TaskCompleted Completed");
        var events = await workflow.HistoryAsync();
        (events[5].EventTime.ToDateTime() - events[4].EventTime.ToDateTime()).Should().BeGreaterThanOrEqualTo(TimeSpan.FromSeconds(1));
        events[5].TimerFiredEventAttributes.StartedEventId.Should().Be(5);
    }

    [SkippableTheory, MemberData(nameof(Servers))]
    public async Task C126_Cancel_BeforeFiring_WritesCanceled(ServerKind kind)
    {
        var workflow = await NewAsync(kind);
        await workflow.StartAsync();
        await workflow.RunTaskAsync(Commands.Timer("t", TimeSpan.FromHours(1)));
        await workflow.SignalAsync();
        await workflow.RunTaskAsync(Commands.CancelTimer("t"), Commands.Complete());

        (await workflow.EventsAsync()).Should().EndWith("TaskCompleted TimerCanceled Completed");
    }

    [SkippableTheory, MemberData(nameof(Servers))]
    public async Task C126_Cancel_FiringBuffered_RemovesTheFiring(ServerKind kind)
    {
        var workflow = await NewAsync(kind);
        await workflow.StartAsync();
        await workflow.RunTaskAsync(Commands.Timer("short", TimeSpan.FromSeconds(1)), Commands.Activity("a", workflow.Queue));
        await workflow.SignalAsync();
        var task = await workflow.PollAsync();

        // The short timer fires while the task runs; the activity's own timer shows that its time is over.
        var other = new TestWorkflow(workflow.Client);
        await other.StartAsync();
        await other.RunTaskAsync(Commands.Timer("later", TimeSpan.FromSeconds(3)));
        await other.EventAsync(EventType.TimerFired);
        await workflow.CompleteAsync(task, Commands.CancelTimer("short"));

        (await workflow.EventsAsync()).Should().EndWith("TaskStarted TaskCompleted TimerCanceled");
    }
}
