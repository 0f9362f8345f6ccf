using Temporalio.Exceptions;
using Temporalio.Workflows;

namespace TemporalVideo.TypeScript.Tests.Workflows;

/// <summary>The workflows of <c>node/workflows/cancellation.js</c>.</summary>
internal static class CancellationTwins
{
    [Workflow("cancelWaiting")]
    public class CancelWaiting
    {
        [WorkflowRun]
        public Task RunAsync() => CleaningUpAsync(() => Workflow.ExecuteActivityAsync(() => TwinActivities.UntilCancelledAsync(), new()
        {
            StartToCloseTimeout = TimeSpan.FromMinutes(1),
            HeartbeatTimeout = TimeSpan.FromSeconds(20),
            RetryPolicy = new() { MaximumAttempts = 1 },
            CancellationType = ActivityCancellationType.WaitCancellationCompleted,
        }));
    }

    [Workflow("cancelTrying")]
    public class CancelTrying
    {
        [WorkflowRun]
        public Task RunAsync() => UntilClosedAsync(ActivityCancellationType.TryCancel);
    }

    [Workflow("cancelAbandoning")]
    public class CancelAbandoning
    {
        [WorkflowRun]
        public Task RunAsync() => UntilClosedAsync(ActivityCancellationType.Abandon);
    }

    [Workflow("cancelSwallowed")]
    public class CancelSwallowed
    {
        [WorkflowRun]
        public async Task<string> RunAsync()
        {
            try
            {
                await Workflow.DelayAsync(TimeSpan.FromHours(1));
                return "not cancelled";
            }
            catch (Exception e) when (TemporalException.IsCanceledException(e))
            {
                return "swallowed";
            }
        }
    }

    private static Task UntilClosedAsync(ActivityCancellationType type) => CleaningUpAsync(() =>
        Workflow.ExecuteActivityAsync(() => TwinActivities.UntilClosedAsync(), new()
        {
            StartToCloseTimeout = TimeSpan.FromMinutes(1),
            CancellationType = type,
        }));

    private static async Task CleaningUpAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception e) when (TemporalException.IsCanceledException(e))
        {
            var options = TwinOptions.Minute;
            options.CancellationToken = CancellationToken.None;
            await Workflow.ExecuteActivityAsync(() => TwinActivities.Greet("clean-up"), options);
            throw;
        }
    }
}
