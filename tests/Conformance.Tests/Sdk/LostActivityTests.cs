using Temporalio.Activities;
using Temporalio.Api.Enums.V1;
using Temporalio.Client;
using Temporalio.Exceptions;
using Temporalio.Worker;
using Temporalio.Workflows;
using TemporalVideo.Tests.Support;

namespace TemporalVideo.Conformance.Tests.Sdk;

/// <summary>Activities that are cancelled, not wanted any more, unknown, or on a worker that died.</summary>
public abstract class LostActivityTests(WorkerServerFixture server)
{
    [Collection(WorkerServers.Name)]
    public sealed class OnRealServer(WorkerServers.Real server) : LostActivityTests(server);

    [Collection(WorkerServers.Name)]
    public sealed class OnEmbeddedServer(WorkerServers.Embedded server) : LostActivityTests(server);

    [SkippableFact]
    public async Task C113_Cancellation_ReachesTheActivityThroughItsHeartbeat()
    {
        var activities = new Activities("only");
        await RunAsync(activities, async worker =>
        {
            var handle = await worker.StartAsync((Runs w) => w.RunAsync("BeatUntilCanceled", 10, 1));
            await UntilStartedAsync(handle);
            await handle.CancelAsync();

            await Assert.ThrowsAsync<WorkflowFailedException>(() => handle.GetResultAsync());
            (await worker.ReplayAsync(handle)).Should().ContainSingle(e => e.EventType == EventType.ActivityTaskCanceled);
        });

        (await activities.Ended.Task).Should().Be(ActivityCancelReason.CancelRequested);
    }

    [SkippableFact]
    public async Task C114_RunTerminated_ActivityHearsThatNobodyWantsItAnyMore()
    {
        var activities = new Activities("only");
        await RunAsync(activities, async worker =>
        {
            var handle = await worker.StartAsync((Runs w) => w.RunAsync("BeatUntilCanceled", 10, 1));
            await UntilStartedAsync(handle);
            await handle.TerminateAsync();

            (await activities.Ended.Task).Should().Be(ActivityCancelReason.GoneFromServer);
            (await TestWorker.EventsAsync(handle))[^1].EventType.Should().Be(EventType.WorkflowExecutionTerminated);
        });
    }

    [SkippableFact]
    public Task C120_UnknownActivity_IsTriedAgain() => RunAsync(new("only"), async worker =>
    {
        var handle = await worker.StartAsync((Runs w) => w.RunAsync("NoSuchActivity", 10, null));
        await TestWorker.UntilAsync(async () =>
            (await handle.DescribeRawAsync()).PendingActivities.Any(a => a is { Attempt: > 2, LastFailure: not null }));

        var pending = (await handle.DescribeRawAsync()).PendingActivities.Single();
        pending.LastFailure.ApplicationFailureInfo.Type.Should().Be("NotFoundError");
        await handle.TerminateAsync();
    });

    [SkippableTheory]
    [InlineData(60, 1, TimeoutType.Heartbeat)]
    [InlineData(1, null, TimeoutType.StartToClose)]
    public async Task C124_WorkerDiesDuringAnActivity_AnotherWorkerDoesIt(int startToClose, int? heartbeat, TimeoutType expected)
    {
        var client = await server.ClientAsync();
        var taskQueue = $"tq-{Guid.NewGuid():N}";
        var dying = new Activities("first");
        await using var line = new CutLine(client.Connection.Options.TargetHost!);
        using var workflows = new TemporalWorker(client, new TemporalWorkerOptions(taskQueue).AddWorkflow<Runs>());
        using var first = new TemporalWorker(
            await TemporalClient.ConnectAsync(new(line.TargetHost)),
            new TemporalWorkerOptions(taskQueue) { MaxConcurrentActivities = 1 }.AddActivity(dying.BeatOnceAndWaitAsync));
        using var second = new TemporalWorker(
            client, new TemporalWorkerOptions(taskQueue).AddActivity(new Activities("second") { Answers = true }.BeatOnceAndWaitAsync));
        await workflows.ExecuteAsync(() => first.ExecuteAsync(async () =>
        {
            var handle = await client.StartWorkflowAsync(
                (Runs w) => w.RunAsync("BeatOnceAndWait", startToClose, heartbeat),
                new($"wf-{Guid.NewGuid():N}", taskQueue) { ExecutionTimeout = TimeSpan.FromSeconds(40) });
            await dying.Began.Task;
            line.Cut();

            (await second.ExecuteAsync(() => handle.GetResultAsync())).Should().Be("second");
            var started = (await TestWorker.EventsAsync(handle)).Single(e => e.EventType == EventType.ActivityTaskStarted);
            started.ActivityTaskStartedEventAttributes.Attempt.Should().BeGreaterThan(1);
            started.ActivityTaskStartedEventAttributes.LastFailure.TimeoutFailureInfo.TimeoutType.Should().Be(expected);

            // The first worker comes back; what it has to say interests nobody any more.
            line.Mend();
            dying.Release.SetResult();
            await dying.Left.Task;
        }));
    }

    private static Task UntilStartedAsync(WorkflowHandle handle) => TestWorker.UntilAsync(async () =>
        (await handle.DescribeRawAsync()).PendingActivities.Any(a => a.State == PendingActivityState.Started));

    private Task RunAsync(Activities activities, Func<TestWorker, Task> test) => TestWorker.RunAsync(
        server, 1000, o => o.AddWorkflow<Runs>().AddActivity(activities.BeatUntilCanceledAsync), test);

    /// <summary>Activities of one worker.</summary>
    public sealed class Activities(string worker)
    {
        public bool Answers { get; init; }

        public TaskCompletionSource Began { get; } = NewSource();

        public TaskCompletionSource Release { get; } = NewSource();

        public TaskCompletionSource Left { get; } = NewSource();

        public TaskCompletionSource<ActivityCancelReason> Ended { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        [Activity]
        public async Task<string> BeatOnceAndWaitAsync()
        {
            ActivityExecutionContext.Current.Heartbeat("begun");
            if (!Answers)
            {
                Began.TrySetResult();
                await Release.Task;
                Left.TrySetResult();
            }

            return worker;
        }

        [Activity]
        public async Task<string> BeatUntilCanceledAsync()
        {
            var context = ActivityExecutionContext.Current;
            try
            {
                while (true)
                {
                    context.Heartbeat("beat");
                    await Task.Delay(20, context.CancellationToken);
                }
            }
            finally
            {
                Ended.TrySetResult(context.CancelReason);
            }
        }

        private static TaskCompletionSource NewSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    [Workflow]
    public class Runs
    {
        [WorkflowRun]
        public Task<string> RunAsync(string activity, int startToCloseSeconds, int? heartbeatSeconds) =>
            Workflow.ExecuteActivityAsync<string>(
            activity,
            [],
            new()
            {
                StartToCloseTimeout = TimeSpan.FromSeconds(startToCloseSeconds),
                HeartbeatTimeout = heartbeatSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
                RetryPolicy = new() { InitialInterval = TimeSpan.FromMilliseconds(100) },
                CancellationType = ActivityCancellationType.WaitCancellationCompleted,
            });
    }
}
