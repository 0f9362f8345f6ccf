using Temporalio.Api.Enums.V1;
using Temporalio.Exceptions;
using Temporalio.Worker;
using Temporalio.Worker.Execution;
using Temporalio.Workflows;

namespace Temporalio.Tests.Worker;

/// <summary>Queries must leave a workflow as it is, and the worker's own queries say where it stands.</summary>
public abstract class QueriesTests(WorkerServerFixture server)
{
    [Collection(WorkerServers.Name)]
    public sealed class OnRealServer(WorkerServers.Real server) : QueriesTests(server);

    [Collection(WorkerServers.Name)]
    public sealed class OnEmbeddedServer(WorkerServers.Embedded server) : QueriesTests(server);

    [SkippableTheory]
    [MemberData(nameof(TestWorker.CacheSizes), MemberType = typeof(TestWorker))]
    public Task C138_QueryThatWouldChangeTheWorkflow_FailsAndLeavesNoTrace(int cacheSize) => TestWorker.RunAsync(
        server,
        cacheSize,
        o => o.AddWorkflow<Meddled>(),
        async worker =>
        {
            var handle = await worker.StartAsync((Meddled w) => w.RunAsync());
            foreach (var query in (string[])["StartTimer", "Draw", "Release", "Upsert"])
            {
                var failed = await Assert.ThrowsAsync<WorkflowQueryFailedException>(() => handle.QueryAsync<string>(query, []));
                failed.Message.Should().Contain("not allowed in a query handler");
            }

            (await handle.QueryAsync(w => w.Knows())).Should().BeFalse();
            await handle.SignalAsync(w => w.GoOnAsync());

            var drawn = new DeterministicRandom(DeterministicRandom.SeedOf(handle.ResultRunId!)).NextGuid();
            (await handle.GetResultAsync()).Should().Be($"new {drawn}");
            var events = await worker.ReplayAsync(handle);
            events.Single(e => e.EventType == EventType.TimerStarted).TimerStartedEventAttributes.TimerId.Should().Be("1");
            events.Should().NotContain(e => e.EventType == EventType.WorkflowTaskFailed);
        });

    [SkippableTheory]
    [InlineData(WorkflowStackTrace.None)]
    [InlineData(WorkflowStackTrace.Normal)]
    public Task C141_StackTraceQuery_SaysWhatIsWaitedFor(WorkflowStackTrace kind) => TestWorker.RunAsync(
        server,
        1000,
        o =>
        {
            o.AddWorkflow<Waits>().AddWorkflow<Child>();
            o.WorkflowStackTrace = kind;
        },
        async worker =>
        {
            var handle = await worker.StartAsync((Waits w) => w.RunAsync());
            await TestWorker.UntilEventAsync(handle, EventType.ChildWorkflowExecutionStarted);
            string text = null!;
            await TestWorker.UntilAsync(async () =>
                (text = await handle.QueryAsync<string>("__stack_trace", [])).Contains("the end of child workflow", StringComparison.Ordinal));

            text.Should().Contain("waiting for activity 1 (Nobody)")
                .And.Contain("waiting for timer 1 (01:00:00)")
                .And.Contain("waiting for a condition in Waits.RunAsync");
            text.Contains("at Temporalio.Tests.Worker.QueriesTests.Waits.RunAsync()", StringComparison.Ordinal).Should().Be(kind == WorkflowStackTrace.Normal);
            text.Should().NotContain("OutboundCalls");

            await handle.SignalAsync(w => w.EndAsync());
            await handle.GetResultAsync();
            (await handle.QueryAsync<string>("__stack_trace", [])).Should().NotContain("a condition");
        });

    [SkippableFact]
    public Task C141_MetadataQuery_ListsHandlersWithTheirDescriptions() => TestWorker.RunAsync(
        server,
        1000,
        o => o.AddWorkflow<Described>(),
        async worker =>
        {
            var handle = await worker.StartAsync((Described w) => w.RunAsync());

            var definition = (await handle.QueryAsync<Api.Sdk.V1.WorkflowMetadata>("__temporal_workflow_metadata", [])).Definition;

            definition.Type.Should().Be("Described");
            definition.QueryDefinitions.Select(d => (d.Name, d.Description)).Should().Equal(("Late", "registered late"), ("State", "how far it is"));
            definition.SignalDefinitions.Select(d => (d.Name, d.Description)).Should().Equal(("End", "lets it end"));
            definition.UpdateDefinitions.Select(d => (d.Name, d.Description)).Should().Equal(("Move", "moves it on"));
            await handle.SignalAsync(w => w.EndAsync());
            await handle.GetResultAsync();
        });

    [Workflow]
    public class Meddled
    {
        private readonly TaskCompletionSource _released = new();
        private bool _goOn;

        [WorkflowRun]
        public async Task<string> RunAsync()
        {
            _ = Workflow.RunTaskAsync(async () =>
            {
                await _released.Task;
                await Workflow.DelayAsync(TimeSpan.FromHours(1));
            });
            await Workflow.WaitConditionAsync(() => _goOn);
            var way = Workflow.Patched("way") ? "new" : "old";
            await Workflow.DelayAsync(1);
            return $"{way} {Workflow.NewGuid()}";
        }

        [WorkflowSignal]
        public Task GoOnAsync()
        {
            _goOn = true;
            return Task.CompletedTask;
        }

        [WorkflowQuery]
        public string StartTimer()
        {
            _ = Workflow.DelayAsync(1);
            return "started";
        }

        [WorkflowQuery]
        public string Draw() => $"{Workflow.NewGuid()}";

        [WorkflowQuery]
        public string Release()
        {
            _released.TrySetResult();
            return "released";
        }

        [WorkflowQuery]
        public string Upsert()
        {
            Workflow.UpsertMemo(MemoUpdate.ValueSet("note", "query"));
            return "written";
        }

        [WorkflowQuery]
        public bool Knows() => Workflow.Patched("way");
    }

    [Workflow]
    public class Waits
    {
        private bool _ended;

        [WorkflowRun]
        public async Task RunAsync()
        {
            using var cancel = new CancellationTokenSource();
            _ = Workflow.ExecuteActivityAsync("Nobody", [], new()
            {
                StartToCloseTimeout = TimeSpan.FromHours(1),
                TaskQueue = "nobody",
                CancellationToken = cancel.Token,
            });
            _ = Workflow.DelayAsync(TimeSpan.FromHours(1), cancel.Token);
            _ = Workflow.ExecuteChildWorkflowAsync((Child w) => w.RunAsync(), new() { CancellationToken = cancel.Token });
            await Workflow.WaitConditionAsync(() => _ended);
        }

        [WorkflowSignal]
        public Task EndAsync()
        {
            _ended = true;
            return Task.CompletedTask;
        }
    }

    [Workflow]
    public class Child
    {
        [WorkflowRun]
        public Task RunAsync() => Workflow.DelayAsync(TimeSpan.FromHours(1));
    }

    [Workflow]
    public class Described
    {
        private bool _ended;

        [WorkflowQuery(Description = "how far it is")]
        public string State => _ended ? "ended" : "running";

        [WorkflowRun]
        public async Task RunAsync()
        {
            Workflow.Queries["Late"] = WorkflowQueryDefinition.CreateWithoutAttribute("Late", () => 1, "registered late");
            await Workflow.WaitConditionAsync(() => _ended);
        }

        [WorkflowSignal(Description = "lets it end")]
        public Task EndAsync()
        {
            _ended = true;
            return Task.CompletedTask;
        }

        [WorkflowUpdate(Description = "moves it on")]
        public Task MoveAsync() => Task.CompletedTask;
    }
}
