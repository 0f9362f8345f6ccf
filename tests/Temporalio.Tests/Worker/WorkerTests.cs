using Temporalio.Activities;
using Temporalio.Api.Enums.V1;
using Temporalio.Client;
using Temporalio.Worker.ActivityTasks;
using Temporalio.Workflows;

namespace Temporalio.Tests.Worker;

/// <summary>Activities and the worker itself.</summary>
public abstract class WorkerTests(WorkerServerFixture server)
{
    [Collection(WorkerServers.Name)]
    public sealed class OnRealServer(WorkerServers.Real server) : WorkerTests(server);

    [Collection(WorkerServers.Name)]
    public sealed class OnEmbeddedServer(WorkerServers.Embedded server) : WorkerTests(server);

    private static readonly SemaphoreSlim Release = new(0);
    private static TaskCompletionSource _begun = new();
    private static int _running;
    private static int _most;

    [Theory]
    [InlineData(10, 8)]
    [InlineData(600, 60)]
    [InlineData(null, 30)]
    public void C112_HeartbeatInterval_IsAShareOfTheTimeout(int? timeoutSeconds, int expectedSeconds) =>
        HeartbeatThrottle.IntervalFor(
            timeoutSeconds is { } s ? TimeSpan.FromSeconds(s) : null, TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(60))
            .Should().Be(TimeSpan.FromSeconds(expectedSeconds));

    [Fact]
    public async Task C112_C115_Heartbeats_FirstAtOnceThenNewestIsKept()
    {
        var sent = new List<object?>();
        var first = new TaskCompletionSource();
        await using var throttle = new HeartbeatThrottle(
            TimeSpan.FromHours(1),
            details =>
            {
                sent.Add(details[0]);
                first.SetResult();
                return Task.CompletedTask;
            },
            TimeProvider.System);

        throttle.Beat([1]);
        await first.Task;
        throttle.Beat([2]);
        throttle.Beat([3]);

        (await throttle.StopAsync()).Should().Equal(3);
        sent.Should().Equal(1);
    }

    [SkippableFact]
    public Task C117_CompletedLater_ByItsTaskToken() => TestWorker.RunAsync(
        server,
        1000,
        o => o.AddWorkflow<RunsOne>().AddActivity(Later),
        async worker =>
        {
            var handle = await worker.StartAsync((RunsOne w) => w.RunAsync("Later"));
            await TestWorker.UntilAsync(async () =>
                (await handle.DescribeAsync()).RawDescription.PendingActivities.Any(a => a.State == PendingActivityState.Started));

            await worker.Client.GetAsyncActivityHandle(handle.Id, handle.ResultRunId!, "1").CompleteAsync("from elsewhere");

            (await handle.GetResultAsync()).Should().Be("from elsewhere");
        });

    [SkippableFact]
    public Task C123_Slots_LimitActivities() => TestWorker.RunAsync(
        server,
        1000,
        o =>
        {
            o.AddWorkflow<RunsMany>().AddActivity(CountRunningAsync);
            o.MaxConcurrentActivities = 2;
        },
        async worker =>
        {
            var handle = await worker.StartAsync((RunsMany w) => w.RunAsync(8));
            await TestWorker.UntilAsync(() =>
            {
                Release.Release();
                return Task.FromResult(handle.DescribeAsync().GetAwaiter().GetResult().Status != WorkflowExecutionStatus.Running);
            });

            _most.Should().Be(2);
        });

    [SkippableFact]
    public async Task C116_C202_Shutdown_CancelsActivitiesAndLeavesNothingBehind()
    {
        WorkflowHandle<RunsOne, string>? handle = null;
        _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await TestWorker.RunAsync(
            server,
            1000,
            o => o.AddWorkflow<RunsOne>().AddActivity(UntilShutdownAsync),
            async worker =>
            {
                handle = await worker.StartAsync((RunsOne w) => w.RunAsync("UntilShutdown"));
                await _begun.Task;
            });

        var pending = (await handle!.DescribeAsync()).RawDescription.PendingActivities.Single();
        pending.LastFailure.ApplicationFailureInfo.Type.Should().Be("WorkerShutdown");
        await handle.TerminateAsync();
    }

    [SkippableFact]
    public Task C088_C081_MoreRunsThanTheCacheHolds_GoOnByReplay() => TestWorker.RunAsync(
        server,
        1,
        o => o.AddWorkflow<Adds>(),
        async worker =>
        {
            var handles = new List<WorkflowHandle<Adds, int>>();
            for (var i = 0; i < 4; i++)
            {
                handles.Add(await worker.StartAsync((Adds w) => w.RunAsync()));
            }

            for (var value = 1; value <= 3; value++)
            {
                foreach (var handle in handles)
                {
                    await handle.SignalAsync(w => w.AddAsync(value));
                }
            }

            foreach (var handle in handles)
            {
                (await handle.GetResultAsync() % 100).Should().Be(6);
                await worker.ReplayAsync(handle);
            }
        });

    [SkippableFact]
    public Task C068_SignalWithStart_RunsBeforeTheMainMethod() => TestWorker.RunAsync(
        server,
        1000,
        o => o.AddWorkflow<Adds>(),
        async worker =>
        {
            var options = worker.NewWorkflow();
            options.SignalWithStart((Adds w) => w.AddAsync(6));
            var handle = await worker.Client.StartWorkflowAsync((Adds w) => w.RunAsync(), options);

            (await handle.GetResultAsync()).Should().Be(106);
        });

    [Fact]
    public void TemporalWorkerOptions_ServingNothing_IsRefused()
    {
        var options = new Temporalio.Worker.TemporalWorkerOptions("q");
        var client = TemporalClient.CreateLazy(new("127.0.0.1:1"));

        Assert.Throws<ArgumentException>(() => new Temporalio.Worker.TemporalWorker(client, options))
            .Message.Should().Contain("at least one workflow or activity");
    }

    [Activity]
    public static string Later() => throw new CompleteAsyncException();

    [Activity]
    public static async Task<string> UntilShutdownAsync()
    {
        _begun.TrySetResult();
        await Task.Delay(Timeout.Infinite, ActivityExecutionContext.Current.CancellationToken);
        return "never";
    }

    [Activity]
    public static async Task<int> CountRunningAsync()
    {
        var now = Interlocked.Increment(ref _running);
        InterlockedMax(now);
        await Release.WaitAsync();
        return Interlocked.Decrement(ref _running);
    }

    private static void InterlockedMax(int value)
    {
        for (var seen = Volatile.Read(ref _most); value > seen; seen = Volatile.Read(ref _most))
        {
            Interlocked.CompareExchange(ref _most, value, seen);
        }
    }

    [Workflow]
    public class RunsOne
    {
        [WorkflowRun]
        public Task<string> RunAsync(string activity) =>
            Workflow.ExecuteActivityAsync<string>(activity, [], new() { StartToCloseTimeout = TimeSpan.FromSeconds(30) });
    }

    [Workflow]
    public class RunsMany
    {
        [WorkflowRun]
        public Task RunAsync(int count) => Workflow.WhenAllAsync(Enumerable.Range(0, count).Select(_ =>
            Workflow.ExecuteActivityAsync(() => CountRunningAsync(), new() { StartToCloseTimeout = TimeSpan.FromSeconds(30) })));
    }

    [Workflow]
    public class Adds
    {
        private bool _began;
        private int _sum;

        [WorkflowRun]
        public async Task<int> RunAsync()
        {
            _began = true;
            await Workflow.WaitConditionAsync(() => _sum % 100 == 6);
            return _sum;
        }

        [WorkflowSignal]
        public Task AddAsync(int value)
        {
            _sum += value + (_began ? 0 : 100);
            return Task.CompletedTask;
        }
    }
}
