using Microsoft.Extensions.Logging;
using Temporalio.Activities;
using Temporalio.Converters;
using Temporalio.Testing;
using Temporalio.Tests.Worker;

namespace Temporalio.Tests.Testing;

public class ActivityEnvironmentTests
{
    [Fact]
    public async Task RunAsync_Activity_SeesWhatTheTestGives()
    {
        using var log = new RecordedLog();
        var beats = new List<object?>();
        var environment = new ActivityEnvironment
        {
            Info = ActivityEnvironment.DefaultInfo with
            {
                ActivityType = "Render",
                Attempt = 3,
                HeartbeatDetails = [DataConverter.Default.PayloadConverter.ToPayload("scene 2")],
            },
            Logger = log,
            Heartbeater = details => beats.AddRange(details),
        };

        var result = await environment.RunAsync(async () =>
        {
            await Task.Yield();
            var context = ActivityExecutionContext.Current;
            context.Heartbeat("scene 3", 3);
            context.Logger.LogInformation("rendering");
            return $"{context.Info.ActivityType} {context.Info.Attempt} {await context.Info.HeartbeatDetailAtAsync<string>(0)}";
        });

        result.Should().Be("Render 3 scene 2");
        beats.Should().Equal("scene 3", 3);
        log.Entries.Select(e => e.Text).Should().Equal("rendering");
        ActivityExecutionContext.HasCurrent.Should().BeFalse();
    }

    [Theory]
    [InlineData(ActivityCancelReason.CancelRequested)]
    [InlineData(ActivityCancelReason.Timeout)]
    public async Task Cancel_RunningActivity_HearsOfItWithTheReason(ActivityCancelReason reason)
    {
        var environment = new ActivityEnvironment();
        var began = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var running = environment.RunAsync(async () =>
        {
            began.SetResult();
            try
            {
                await Task.Delay(Timeout.Infinite, ActivityExecutionContext.Current.CancellationToken);
                return default;
            }
            catch (OperationCanceledException)
            {
                return (ActivityExecutionContext.Current.CancelReason, ActivityExecutionContext.Current.CancellationDetails);
            }
        });
        await began.Task;

        environment.Cancel(reason);

        var (seen, details) = await running;
        seen.Should().Be(reason);
        details!.IsCancelRequested.Should().Be(reason == ActivityCancelReason.CancelRequested);
        details.IsTimedOut.Should().Be(reason == ActivityCancelReason.Timeout);
    }

    [Fact]
    public async Task WorkerShutdown_RunningActivity_HearsOfItWithoutBeingCanceled()
    {
        var environment = new ActivityEnvironment();
        await environment.WorkerShutdownTokenSource.CancelAsync();

        environment.Run(() => ActivityExecutionContext.Current.WorkerShutdownToken.IsCancellationRequested).Should().BeTrue();
        environment.Run(() => ActivityExecutionContext.Current.CancellationToken.IsCancellationRequested).Should().BeFalse();
    }

    [Fact]
    public void Run_ActivityThatFails_ThrowsItsException()
    {
        var run = () => new ActivityEnvironment().Run(() => throw new InvalidOperationException("no paint"));

        run.Should().Throw<InvalidOperationException>().WithMessage("no paint");
        ActivityExecutionContext.HasCurrent.Should().BeFalse();
    }

    [Fact]
    public void TemporalClient_NoneGiven_SaysSo() =>
        new ActivityEnvironment().Invoking(e => e.Run(() => ActivityExecutionContext.Current.TemporalClient))
            .Should().Throw<InvalidOperationException>().WithMessage("*client*");
}
