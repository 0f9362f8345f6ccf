using Temporalio.Activities;
using Temporalio.Api.Enums.V1;
using Temporalio.Exceptions;
using Temporalio.Workflows;

namespace TemporalVideo.Conformance.Tests.Sdk;

public abstract class FailuresTests(WorkerServerFixture server)
{
    [Collection(WorkerServers.Name)]
    public sealed class OnRealServer(WorkerServers.Real server) : FailuresTests(server);

    [Collection(WorkerServers.Name)]
    public sealed class OnEmbeddedServer(WorkerServers.Embedded server) : FailuresTests(server);

    private static int _fixed;

    [SkippableTheory]
    [MemberData(nameof(TestWorker.CacheSizes), MemberType = typeof(TestWorker))]
    public Task C121_ActivityFails_WorkflowFallsBack(int cacheSize) => RunAsync(cacheSize, async worker =>
    {
        var handle = await worker.StartAsync((FallsBack w) => w.RunAsync());

        (await handle.GetResultAsync()).Should().Be("Bad NonRetryableFailure, NotFoundError, attempt 2 from details 1");
        await worker.ReplayAsync(handle);
    });

    [SkippableTheory]
    [MemberData(nameof(TestWorker.CacheSizes), MemberType = typeof(TestWorker))]
    public Task C077_ApplicationFailure_FailsTheWorkflow(int cacheSize) => RunAsync(cacheSize, async worker =>
    {
        var handle = await worker.StartAsync((Throws w) => w.RunAsync("application"));

        var failed = await Assert.ThrowsAsync<WorkflowFailedException>(() => handle.GetResultAsync());
        var cause = failed.InnerException.Should().BeOfType<ApplicationFailureException>().Subject;
        cause.ErrorType.Should().Be("Kind");
        cause.Details.ElementAt<int>(0).Should().Be(7);
        await worker.ReplayAsync(handle);
    });

    [SkippableFact]
    public Task C078_ConfiguredType_FailsTheWorkflow() => RunAsync(1000, async worker =>
    {
        var handle = await worker.StartAsync((Throws w) => w.RunAsync("configured"));

        var failed = await Assert.ThrowsAsync<WorkflowFailedException>(() => handle.GetResultAsync());
        failed.InnerException.Should().BeOfType<ApplicationFailureException>().Which.ErrorType.Should()
            .Be(nameof(TimeZoneNotFoundException));
    });

    [SkippableTheory]
    [MemberData(nameof(TestWorker.CacheSizes), MemberType = typeof(TestWorker))]
    public Task C076_OtherException_FailsTheTaskUntilFixed(int cacheSize) => RunAsync(cacheSize, async worker =>
    {
        Interlocked.Exchange(ref _fixed, 0);
        var handle = await worker.StartAsync((BrokenAtFirst w) => w.RunAsync());

        (await handle.GetResultAsync()).Should().Be("fixed");
        var failed = (await worker.ReplayAsync(handle))
            .First(e => e.EventType == EventType.WorkflowTaskFailed).WorkflowTaskFailedEventAttributes;
        failed.Cause.Should().Be(WorkflowTaskFailedCause.WorkflowWorkerUnhandledFailure);
        failed.Failure.Message.Should().Be("a bug");
    });

    private Task RunAsync(int cacheSize, Func<TestWorker, Task> test) => TestWorker.RunAsync(
        server,
        cacheSize,
        o =>
        {
            o.AddWorkflow<FallsBack>().AddWorkflow<Throws>().AddWorkflow<BrokenAtFirst>();
            o.AddActivity(Refuse).AddActivity(SecondTime);
            o.WorkflowFailureExceptionTypes = [typeof(TimeZoneNotFoundException)];
        },
        test);

    [Activity]
    public static void Refuse() => throw new ApplicationFailureException("no", errorType: "Bad", nonRetryable: true);

    [Activity]
    public static async Task<string> SecondTime()
    {
        var info = ActivityExecutionContext.Current.Info;
        if (info.Attempt == 1)
        {
            ActivityExecutionContext.Current.Heartbeat(1);
            throw new InvalidOperationException("not yet");
        }

        return $"attempt {info.Attempt} from details {await info.HeartbeatDetailAtAsync<int>(0)}";
    }

    [Workflow]
    public class FallsBack
    {
        private static readonly ActivityOptions Options = new()
        {
            ScheduleToCloseTimeout = TimeSpan.FromSeconds(20),
            RetryPolicy = new() { InitialInterval = TimeSpan.FromMilliseconds(100) },
        };

        [WorkflowRun]
        public async Task<string> RunAsync()
        {
            var refused = await FailureAsync(Workflow.ExecuteActivityAsync(() => Refuse(), Options));
            var once = (ActivityOptions)Options.Clone();
            once.RetryPolicy = new() { MaximumAttempts = 1 };
            var unknown = await FailureAsync(Workflow.ExecuteActivityAsync("NoSuchActivity", [], once));
            var second = await Workflow.ExecuteActivityAsync(() => SecondTime(), Options);
            return $"{Type(refused)} {refused.RetryState}, {Type(unknown)}, {second}";
        }

        private static string? Type(ActivityFailureException e) => ((ApplicationFailureException)e.InnerException!).ErrorType;

        private static async Task<ActivityFailureException> FailureAsync(Task activity)
        {
            try
            {
                await activity;
            }
            catch (ActivityFailureException e)
            {
                return e;
            }

            throw new ApplicationFailureException("it did not fail");
        }
    }

    [Workflow]
    public class Throws
    {
        [WorkflowRun]
        public Task RunAsync(string what) => throw (what == "application"
            ? new ApplicationFailureException("failed", errorType: "Kind", details: [7])
            : new TimeZoneNotFoundException("configured"));
    }

    [Workflow]
    public class BrokenAtFirst
    {
        [WorkflowRun]
        public async Task<string> RunAsync()
        {
            await Workflow.DelayAsync(1);
            return Interlocked.Increment(ref _fixed) > 1 ? "fixed" : throw new InvalidOperationException("a bug");
        }
    }
}
