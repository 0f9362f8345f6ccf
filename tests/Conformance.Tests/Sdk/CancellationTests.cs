using Temporalio.Activities;
using Temporalio.Api.Enums.V1;
using Temporalio.Exceptions;
using Temporalio.Workflows;

namespace TemporalVideo.Conformance.Tests.Sdk;

public abstract class CancellationTests(WorkerServerFixture server)
{
    [Collection(WorkerServers.Name)]
    public sealed class OnRealServer(WorkerServers.Real server) : CancellationTests(server);

    [Collection(WorkerServers.Name)]
    public sealed class OnEmbeddedServer(WorkerServers.Embedded server) : CancellationTests(server);

    [SkippableTheory]
    [MemberData(nameof(TestWorker.CacheSizes), MemberType = typeof(TestWorker))]
    public Task C154_CancelPropagated_WorkflowIsCanceled(int cacheSize) => RunAsync(cacheSize, async worker =>
    {
        var handle = await worker.StartAsync((Sleeper w) => w.RunAsync(false));
        await TestWorker.UntilEventAsync(handle, EventType.TimerStarted);
        await handle.CancelAsync();

        var failed = await Assert.ThrowsAsync<WorkflowFailedException>(() => handle.GetResultAsync());
        failed.InnerException.Should().BeOfType<CanceledFailureException>();
        (await worker.ReplayAsync(handle))[^1].EventType.Should().Be(EventType.WorkflowExecutionCanceled);
    });

    [SkippableTheory]
    [MemberData(nameof(TestWorker.CacheSizes), MemberType = typeof(TestWorker))]
    public Task C154_CancelSwallowed_WorkflowCompletes(int cacheSize) => RunAsync(cacheSize, async worker =>
    {
        var handle = await worker.StartAsync((Sleeper w) => w.RunAsync(true));
        await TestWorker.UntilEventAsync(handle, EventType.TimerStarted);
        await handle.CancelAsync();

        (await handle.GetResultAsync()).Should().Be("went on");
        await worker.ReplayAsync(handle);
    });

    [SkippableTheory]
    [InlineData(1000, ActivityCancellationType.TryCancel)]
    [InlineData(0, ActivityCancellationType.TryCancel)]
    [InlineData(1000, ActivityCancellationType.WaitCancellationCompleted)]
    [InlineData(0, ActivityCancellationType.WaitCancellationCompleted)]
    [InlineData(1000, ActivityCancellationType.Abandon)]
    [InlineData(0, ActivityCancellationType.Abandon)]
    public Task C118_C155_CancelWithActivity_CleansUpByDetachedActivity(int cacheSize, ActivityCancellationType type) =>
        RunAsync(cacheSize, async worker =>
        {
            var handle = await worker.StartAsync((CleansUp w) => w.RunAsync(type));
            await TestWorker.UntilAsync(async () => (await handle.DescribeRawAsync()).PendingActivities
                .Any(a => a.State == PendingActivityState.Started));
            await handle.CancelAsync();

            await Assert.ThrowsAsync<WorkflowFailedException>(() => handle.GetResultAsync());
            var events = await worker.ReplayAsync(handle);
            var types = events.Select(e => e.EventType).ToList();
            types[^1].Should().Be(EventType.WorkflowExecutionCanceled);
            types.Contains(EventType.ActivityTaskCancelRequested).Should().Be(type != ActivityCancellationType.Abandon);
            var cleanUp = types.LastIndexOf(EventType.ActivityTaskScheduled);
            events[cleanUp].ActivityTaskScheduledEventAttributes.ActivityType.Name.Should().Be("CleanUp");

            // Where nobody waits for it the activity may still end as cancelled while the workflow cleans up.
            types.Take(cleanUp).Contains(EventType.ActivityTaskCanceled).Should()
                .Be(type == ActivityCancellationType.WaitCancellationCompleted);
        });

    [SkippableTheory]
    [MemberData(nameof(TestWorker.CacheSizes), MemberType = typeof(TestWorker))]
    public Task C119_ActivityCanceledAtOnce_MakesNoCommand(int cacheSize) => RunAsync(cacheSize, async worker =>
    {
        var handle = await worker.StartAsync((CancelsAtOnce w) => w.RunAsync());

        (await handle.GetResultAsync()).Should().Be("Activity cancelled");
        (await worker.ReplayAsync(handle)).Should().NotContain(e => e.EventType == EventType.ActivityTaskScheduled);
    });

    private Task RunAsync(int cacheSize, Func<TestWorker, Task> test) => TestWorker.RunAsync(
        server,
        cacheSize,
        o => o.AddWorkflow<Sleeper>().AddWorkflow<CleansUp>().AddWorkflow<CancelsAtOnce>().AddActivity(BeatUntilCanceledAsync)
            .AddActivity(CleanUp),
        test);

    [Activity]
    public static async Task BeatUntilCanceledAsync()
    {
        while (true)
        {
            ActivityExecutionContext.Current.Heartbeat("beat");
            await Task.Delay(20, ActivityExecutionContext.Current.CancellationToken);
        }
    }

    [Activity]
    public static void CleanUp()
    {
    }

    [Workflow]
    public class Sleeper
    {
        [WorkflowRun]
        public async Task<string> RunAsync(bool swallow)
        {
            try
            {
                await Workflow.DelayAsync(TimeSpan.FromSeconds(50));
                return "slept";
            }
            catch (OperationCanceledException) when (swallow)
            {
                return "went on";
            }
        }
    }

    [Workflow]
    public class CleansUp
    {
        [WorkflowRun]
        public async Task RunAsync(ActivityCancellationType type)
        {
            try
            {
                await Workflow.ExecuteActivityAsync(() => BeatUntilCanceledAsync(), new()
                {
                    StartToCloseTimeout = TimeSpan.FromSeconds(30),
                    HeartbeatTimeout = TimeSpan.FromSeconds(20),
                    CancellationType = type,
                    RetryPolicy = new() { MaximumAttempts = 1 },
                });
            }
            finally
            {
                await Workflow.ExecuteActivityAsync(() => CleanUp(), new()
                {
                    StartToCloseTimeout = TimeSpan.FromSeconds(10),
                    CancellationToken = CancellationToken.None,
                });
            }
        }
    }

    [Workflow]
    public class CancelsAtOnce
    {
        [WorkflowRun]
        public async Task<string> RunAsync()
        {
            using var source = new CancellationTokenSource();
            var activity = Workflow.ExecuteActivityAsync(
                () => CleanUp(), new() { StartToCloseTimeout = TimeSpan.FromSeconds(10), CancellationToken = source.Token });
            source.Cancel();
            try
            {
                await activity;
                return "ran";
            }
            catch (ActivityFailureException e) when (TemporalException.IsCanceledException(e))
            {
                return e.Message;
            }
        }
    }
}
