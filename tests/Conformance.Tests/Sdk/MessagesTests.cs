using Temporalio.Api.Enums.V1;
using Temporalio.Client;
using Temporalio.Converters;
using Temporalio.Exceptions;
using Temporalio.Workflows;

namespace TemporalVideo.Conformance.Tests.Sdk;

public abstract class MessagesTests(WorkerServerFixture server)
{
    [Collection(WorkerServers.Name)]
    public sealed class OnRealServer(WorkerServers.Real server) : MessagesTests(server);

    [Collection(WorkerServers.Name)]
    public sealed class OnEmbeddedServer(WorkerServers.Embedded server) : MessagesTests(server);

    [SkippableTheory]
    [MemberData(nameof(TestWorker.CacheSizes), MemberType = typeof(TestWorker))]
    public Task C130_Signals_ArriveInOrder(int cacheSize) => RunAsync(cacheSize, async worker =>
    {
        var handle = await worker.StartAsync((Basket w) => w.RunAsync());
        for (var i = 0; i < 5; i++)
        {
            await handle.SignalAsync(w => w.PutAsync($"item {i}"));
        }

        await handle.SignalAsync(w => w.CloseAsync());

        (await handle.GetResultAsync()).Should().Be("item 0, item 1, item 2, item 3, item 4");
        await worker.ReplayAsync(handle);
    });

    [SkippableTheory]
    [MemberData(nameof(TestWorker.CacheSizes), MemberType = typeof(TestWorker))]
    public Task C136_QueryAfterSignal_SeesItsEffect(int cacheSize) => RunAsync(cacheSize, async worker =>
    {
        var handle = await worker.StartAsync((Basket w) => w.RunAsync());
        await handle.SignalAsync(w => w.PutAsync("pear"));

        (await handle.QueryAsync(w => w.Items)).Should().Equal("pear");
        (await handle.QueryAsync(w => w.CountFrom(10))).Should().Be(11);
        var before = (await TestWorker.EventsAsync(handle)).Count;
        await handle.QueryAsync(w => w.Items);
        (await TestWorker.EventsAsync(handle)).Should().HaveCount(before);
        await handle.SignalAsync(w => w.CloseAsync());
        await handle.GetResultAsync();
        (await handle.QueryAsync(w => w.Items)).Should().Equal("pear");
    });

    [SkippableFact]
    public Task C138_UnknownOrFailingQuery_SaysWhatThereIs() => RunAsync(1000, async worker =>
    {
        var handle = await worker.StartAsync((Basket w) => w.RunAsync());

        var unknown = await Assert.ThrowsAsync<WorkflowQueryFailedException>(() => handle.QueryAsync<string>("nothing", []));
        unknown.Message.Should().EndWith("[CountFrom Fail Items]");
        var failing = await Assert.ThrowsAsync<WorkflowQueryFailedException>(() => handle.QueryAsync(w => w.Fail()));
        failing.Message.Should().Contain("no answer");
        await handle.SignalAsync(w => w.CloseAsync());
        await handle.GetResultAsync();
    });

    [SkippableFact]
    public Task C141_MetadataQuery_ListsHandlers() => RunAsync(1000, async worker =>
    {
        var handle = await worker.StartAsync((Basket w) => w.RunAsync());

        var metadata = await handle.QueryAsync<Temporalio.Api.Sdk.V1.WorkflowMetadata>("__temporal_workflow_metadata", []);

        metadata.Definition.Type.Should().Be("Basket");
        metadata.Definition.SignalDefinitions.Select(s => s.Name).Should().Equal("Close", "Put");
        metadata.Definition.UpdateDefinitions.Select(u => u.Name).Should().Equal("Break", "Take", "TakeLater");
        metadata.CurrentDetails.Should().Be("open");
        await handle.SignalAsync(w => w.CloseAsync());
        await handle.GetResultAsync();
    });

    [SkippableTheory]
    [MemberData(nameof(TestWorker.CacheSizes), MemberType = typeof(TestWorker))]
    public Task C142_Update_AcceptedAndCompletedInOneTask(int cacheSize) => RunAsync(cacheSize, async worker =>
    {
        var handle = await worker.StartAsync((Basket w) => w.RunAsync());
        await handle.SignalAsync(w => w.PutAsync("fig"));
        await handle.QueryAsync(w => w.Items);

        (await handle.ExecuteUpdateAsync(w => w.TakeAsync("fig"))).Should().Be(0);

        await handle.SignalAsync(w => w.CloseAsync());
        (await handle.GetResultAsync()).Should().Be(string.Empty);
        var events = await worker.ReplayAsync(handle);
        var accepted = events.Single(e => e.EventType == EventType.WorkflowExecutionUpdateAccepted);
        events[(int)accepted.EventId].EventType.Should().Be(EventType.WorkflowExecutionUpdateCompleted);
        events[(int)accepted.WorkflowExecutionUpdateAcceptedEventAttributes.AcceptedRequestSequencingEventId - 1].EventType
            .Should().Be(EventType.WorkflowTaskScheduled);
    });

    [SkippableTheory]
    [MemberData(nameof(TestWorker.CacheSizes), MemberType = typeof(TestWorker))]
    public Task C143_UpdateRefusedByValidator_LeavesNoEvents(int cacheSize) => RunAsync(cacheSize, async worker =>
    {
        var handle = await worker.StartAsync((Basket w) => w.RunAsync());
        await handle.QueryAsync(w => w.Items);
        var before = (await TestWorker.EventsAsync(handle)).Count;

        var refused = await Assert.ThrowsAsync<WorkflowUpdateFailedException>(() => handle.ExecuteUpdateAsync(w => w.TakeAsync("fig")));

        refused.InnerException.Should().BeOfType<ApplicationFailureException>().Which.Message.Should().Be("there is no fig");
        (await TestWorker.EventsAsync(handle)).Should().HaveCount(before);
        await handle.SignalAsync(w => w.PutAsync("fig"));
        (await handle.ExecuteUpdateAsync(w => w.TakeAsync("fig"))).Should().Be(0);
        await handle.SignalAsync(w => w.CloseAsync());
        await handle.GetResultAsync();
        await worker.ReplayAsync(handle);
    });

    [SkippableTheory]
    [MemberData(nameof(TestWorker.CacheSizes), MemberType = typeof(TestWorker))]
    public Task C145_UpdateThatWaits_IsAcceptedNowAndCompletedLater(int cacheSize) => RunAsync(cacheSize, async worker =>
    {
        var handle = await worker.StartAsync((Basket w) => w.RunAsync());

        var update = await handle.StartUpdateAsync(
            w => w.TakeLaterAsync("plum"), new WorkflowUpdateStartOptions(WorkflowUpdateStage.Accepted));
        await handle.SignalAsync(w => w.PutAsync("plum"));

        (await update.GetResultAsync()).Should().StartWith("plum by ");
        await handle.SignalAsync(w => w.CloseAsync());
        await handle.GetResultAsync();
        await worker.ReplayAsync(handle);
    });

    [SkippableFact]
    public Task C142_UpdateHandlerFails_CallerGetsTheFailure() => RunAsync(1000, async worker =>
    {
        var handle = await worker.StartAsync((Basket w) => w.RunAsync());

        var failed = await Assert.ThrowsAsync<WorkflowUpdateFailedException>(() => handle.ExecuteUpdateAsync(w => w.BreakAsync()));

        failed.InnerException.Should().BeOfType<ApplicationFailureException>().Which.ErrorType.Should().Be("Broken");
        await handle.SignalAsync(w => w.CloseAsync());
        await handle.GetResultAsync();
        await worker.ReplayAsync(handle);
    });

    [SkippableTheory]
    [MemberData(nameof(TestWorker.CacheSizes), MemberType = typeof(TestWorker))]
    public Task C133_SignalWithoutHandler_WaitsForRegistration(int cacheSize) => TestWorker.RunAsync(
        server,
        cacheSize,
        o => o.AddWorkflow<LateHandler>(),
        async worker =>
        {
            var handle = await worker.StartAsync((LateHandler w) => w.RunAsync());
            await handle.SignalAsync("early", ["a"]);
            await handle.SignalAsync("other", ["b"]);

            (await handle.GetResultAsync()).Should().Be("early:a other:b");
            await worker.ReplayAsync(handle);
        });

    private Task RunAsync(int cacheSize, Func<TestWorker, Task> test) =>
        TestWorker.RunAsync(server, cacheSize, o => o.AddWorkflow<Basket>(), test);

    [Workflow]
    public class Basket
    {
        private readonly List<string> _items = [];
        private bool _closed;

        [WorkflowQuery]
        public IReadOnlyList<string> Items => _items;

        [WorkflowRun]
        public async Task<string> RunAsync()
        {
            Workflow.CurrentDetails = "open";
            await Workflow.WaitConditionAsync(() => _closed && Workflow.AllHandlersFinished);
            return string.Join(", ", _items);
        }

        [WorkflowSignal]
        public Task PutAsync(string item)
        {
            _items.Add(item);
            return Task.CompletedTask;
        }

        [WorkflowSignal]
        public Task CloseAsync()
        {
            _closed = true;
            return Task.CompletedTask;
        }

        [WorkflowQuery]
        public int CountFrom(int start) => start + _items.Count;

        [WorkflowQuery]
        public string Fail() => throw new InvalidOperationException("no answer");

        [WorkflowUpdate]
        public Task<int> TakeAsync(string item)
        {
            _items.Remove(item);
            return Task.FromResult(_items.Count);
        }

        [WorkflowUpdateValidator(nameof(TakeAsync))]
        public void ValidateTake(string item)
        {
            if (!_items.Contains(item))
            {
                throw new ApplicationFailureException($"there is no {item}");
            }
        }

        [WorkflowUpdate]
        public async Task<string> TakeLaterAsync(string item)
        {
            await Workflow.WaitConditionAsync(() => _items.Contains(item), TimeSpan.FromSeconds(30));
            await Workflow.DelayAsync(10);
            _items.Remove(item);
            return $"{item} by {Workflow.CurrentUpdateInfo!.Id}";
        }

        [WorkflowUpdate]
        public Task BreakAsync() => throw new ApplicationFailureException("broken", errorType: "Broken");
    }

    [Workflow]
    public class LateHandler
    {
        [WorkflowRun]
        public async Task<string> RunAsync()
        {
            var seen = new List<string>();
            await Workflow.DelayAsync(200);
            Workflow.Signals["early"] = WorkflowSignalDefinition.CreateWithoutAttribute("early", (string value) =>
            {
                seen.Add($"early:{value}");
                return Task.CompletedTask;
            });
            Workflow.DynamicSignal = WorkflowSignalDefinition.CreateWithoutAttribute(null, (string name, IRawValue[] args) =>
            {
                seen.Add($"{name}:{Workflow.PayloadConverter.ToValue(args[0].Payload, typeof(string))}");
                return Task.CompletedTask;
            });
            await Workflow.WaitConditionAsync(() => seen.Count == 2);
            return string.Join(' ', seen);
        }
    }
}
