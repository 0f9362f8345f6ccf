using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.TestService.V1;
using TemporalVideo.DevServer.Rpc;
using TemporalVideo.DevServer.Tests.Clients;

namespace TemporalVideo.DevServer.Tests.Executions;

/// <summary>A server whose clock is unlocked: it jumps whenever nothing is under way.</summary>
public sealed class VirtualTimeTests : IAsyncLifetime
{
    private DevServer _server = null!;
    private RawClient _client = null!;

    public async Task InitializeAsync()
    {
        _server = await DevServer.StartAsync(new DevServerOptions { Port = 0, TimeSkipping = true });
        _client = new RawClient(_server.TargetHost);
        await _client.CallAsync<UnlockTimeSkippingResponse>("UnlockTimeSkipping", new UnlockTimeSkippingRequest(),
            ServiceDescriptors.TestService);
    }

    public async Task DisposeAsync()
    {
        _client.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task C197_Timer_OfOneYear_FiresAtOnceWithVirtualTimes()
    {
        var workflow = new TestWorkflow(_client);
        await workflow.StartAsync();
        await workflow.RunTaskAsync(Commands.Timer("year", TimeSpan.FromDays(365)));
        await workflow.RunTaskAsync(Commands.Complete());

        var events = await workflow.HistoryAsync();

        var waited = events[5].EventTime.ToDateTime() - events[4].EventTime.ToDateTime();
        waited.Should().BeCloseTo(TimeSpan.FromDays(365), TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task C198_Activity_RunsThenRetries_SkipsOnlyTheBackoff()
    {
        var workflow = new TestWorkflow(_client);
        await workflow.StartAsync();
        await workflow.RunTaskAsync(
            Commands.Timer("day", TimeSpan.FromDays(1)),
            Commands.Activity("a", workflow.Queue, with =>
                with.RetryPolicy =
                new RetryPolicy
                {
                    InitialInterval = Duration.FromTimeSpan(TimeSpan.FromHours(1)),
                    MaximumInterval = Duration.FromTimeSpan(TimeSpan.FromHours(1))
                }));
        var first = await workflow.PollActivityAsync();
        (await workflow.EventsAsync()).Should().NotContain("TimerFired", "the activity is running");
        await workflow.FailActivityAsync(first);

        var second = await workflow.PollActivityAsync();

        (second.StartedTime.ToDateTime() - first.StartedTime.ToDateTime()).Should()
            .BeCloseTo(TimeSpan.FromHours(1), TimeSpan.FromMinutes(1));
        (await workflow.EventsAsync()).Should().NotContain("TimerFired", "the next attempt is running");
        await workflow.CompleteActivityAsync(second);
        await workflow.RunTaskAsync();
        await workflow.EventAsync(EventType.TimerFired);
    }

    [Fact]
    public async Task UnlockWithSleep_InAnActivityWhileAResultIsAwaited_JumpsToItsEndOnly()
    {
        var workflow = new TestWorkflow(_client);
        await workflow.StartAsync();
        await workflow.RunTaskAsync(
            Commands.Timer("days", TimeSpan.FromDays(2)),
            Commands.Activity("a", workflow.Queue, with => with.StartToCloseTimeout = Duration.FromTimeSpan(TimeSpan.FromDays(1))));
        var task = await workflow.PollActivityAsync();
        var sleep = new SleepRequest { Duration = Duration.FromTimeSpan(TimeSpan.FromHours(2)) };
        await _client.CallAsync<SleepResponse>("UnlockTimeSkippingWithSleep", sleep, ServiceDescriptors.TestService);

        var now = await _client.CallAsync<GetCurrentTimeResponse>("GetCurrentTime", new Empty(), ServiceDescriptors.TestService);
        await workflow.CompleteActivityAsync(task);

        (now.Time.ToDateTime() - task.StartedTime.ToDateTime()).Should().BeCloseTo(TimeSpan.FromHours(2), TimeSpan.FromMinutes(30));
        await workflow.RunTaskAsync();
        await workflow.EventAsync(EventType.TimerFired);
    }

    [Fact]
    public async Task C201_RunTimeoutAndStartDelay_FollowTheVirtualClock()
    {
        var workflow = new TestWorkflow(_client);
        await workflow.StartAsync(request =>
        {
            request.WorkflowStartDelay = Duration.FromTimeSpan(TimeSpan.FromHours(2));
            request.WorkflowRunTimeout = Duration.FromTimeSpan(TimeSpan.FromDays(3));
        });
        await workflow.RunTaskAsync();

        var closed = await workflow.CloseEventAsync();

        closed.EventType.Should().Be(EventType.WorkflowExecutionTimedOut);
        var started = (await workflow.HistoryAsync())[0];
        (closed.EventTime.ToDateTime() - started.EventTime.ToDateTime()).Should()
            .BeCloseTo(TimeSpan.FromHours(74), TimeSpan.FromMinutes(1));
    }
}
