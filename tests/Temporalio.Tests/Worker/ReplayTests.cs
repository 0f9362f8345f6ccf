using Temporalio.Activities;
using Temporalio.Common;
using Temporalio.Exceptions;
using Temporalio.Worker;
using Temporalio.Workflows;

namespace Temporalio.Tests.Worker;

public abstract class ReplayTests(WorkerServerFixture server)
{
    [Collection(WorkerServers.Name)]
    public sealed class OnRealServer(WorkerServers.Real server) : ReplayTests(server);

    [Collection(WorkerServers.Name)]
    public sealed class OnEmbeddedServer(WorkerServers.Embedded server) : ReplayTests(server);

    [SkippableFact]
    public async Task C073_C074_C075_ChangedCode_IsFoundByReplay()
    {
        var history = await RecordAsync();

        (await FailureAsync<Original>(history)).Should().BeNull();
        (await FailureAsync<OtherInputAndTimeouts>(history)).Should().BeNull();
        (await FailureAsync<OtherType>(history)).Should().Contain("event 5 (ActivityTaskScheduled)").And.Contain("(Other)").And.Contain("Same");
        (await FailureAsync<OtherOrder>(history)).Should().Contain("event 5 (ActivityTaskScheduled)").And.Contain("StartTimer");
        (await FailureAsync<MissingCommand>(history)).Should().Contain("event 11 (TimerStarted)").And.Contain("CompleteWorkflowExecution");
        (await FailureAsync<ExtraCommand>(history)).Should().Contain("[TMPRL1100]");
    }

    [SkippableFact]
    public async Task C207_Histories_AreReportedOneByOne()
    {
        var history = await RecordAsync();
        var replayer = new WorkflowReplayer(new WorkflowReplayerOptions().AddWorkflow<OtherType>());

        var results = (await replayer.ReplayWorkflowsAsync([history, history])).ToList();

        results.Should().HaveCount(2).And.OnlyContain(r => r.ReplayFailure is WorkflowNondeterminismException);
        await Assert.ThrowsAsync<WorkflowNondeterminismException>(() => replayer.ReplayWorkflowAsync(history));
    }

    [SkippableFact]
    public async Task C207_HistoryAsJson_ReplaysTheSame()
    {
        var history = await RecordAsync();

        (await FailureAsync<Original>(WorkflowHistory.FromJson("w", history.ToJson()))).Should().BeNull();
    }

    private static async Task<string?> FailureAsync<T>(WorkflowHistory history) =>
        (await new WorkflowReplayer(new WorkflowReplayerOptions().AddWorkflow<T>()).ReplayWorkflowAsync(history, throwOnReplayFailure: false))
            .ReplayFailure?.Message;

    private async Task<WorkflowHistory> RecordAsync()
    {
        WorkflowHistory? history = null;
        await TestWorker.RunAsync(server, 1000, o => o.AddWorkflow<Original>().AddActivity(Same), async worker =>
        {
            var handle = await worker.StartAsync((Original w) => w.RunAsync());
            await handle.GetResultAsync();
            history = await handle.FetchHistoryAsync();
        });
        return history!;
    }

    [Activity]
    public static void Same(int value) => _ = value;

    [Activity]
    public static void Other(int value) => _ = value;

    private static ActivityOptions Seconds(int seconds) => new() { StartToCloseTimeout = TimeSpan.FromSeconds(seconds) };

    [Workflow("Replayed")]
    public class Original
    {
        [WorkflowRun]
        public async Task RunAsync()
        {
            await Workflow.ExecuteActivityAsync(() => Same(1), Seconds(10));
            await Workflow.DelayAsync(1);
        }
    }

    [Workflow("Replayed")]
    public class OtherInputAndTimeouts
    {
        [WorkflowRun]
        public async Task RunAsync()
        {
            var options = Seconds(99);
            options.RetryPolicy = new() { MaximumAttempts = 7 };
            await Workflow.ExecuteActivityAsync(() => Same(42), options);
            await Workflow.DelayAsync(5);
        }
    }

    [Workflow("Replayed")]
    public class OtherType
    {
        [WorkflowRun]
        public async Task RunAsync()
        {
            await Workflow.ExecuteActivityAsync(() => Other(1), Seconds(10));
            await Workflow.DelayAsync(1);
        }
    }

    [Workflow("Replayed")]
    public class OtherOrder
    {
        [WorkflowRun]
        public async Task RunAsync()
        {
            await Workflow.DelayAsync(1);
            await Workflow.ExecuteActivityAsync(() => Same(1), Seconds(10));
        }
    }

    [Workflow("Replayed")]
    public class MissingCommand
    {
        [WorkflowRun]
        public Task RunAsync() => Workflow.ExecuteActivityAsync(() => Same(1), Seconds(10));
    }

    [Workflow("Replayed")]
    public class ExtraCommand
    {
        [WorkflowRun]
        public async Task RunAsync()
        {
            await Workflow.ExecuteActivityAsync(() => Same(1), Seconds(10));
            await Workflow.WhenAllAsync(Workflow.DelayAsync(1), Workflow.DelayAsync(2));
        }
    }
}
