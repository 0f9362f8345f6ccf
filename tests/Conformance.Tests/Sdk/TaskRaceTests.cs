using Temporalio.Api.Enums.V1;
using Temporalio.Workflows;

namespace TemporalVideo.Conformance.Tests.Sdk;

/// <summary>What comes while a workflow task is being worked on.</summary>
public abstract class TaskRaceTests(WorkerServerFixture server)
{
    [Collection(WorkerServers.Name)]
    public sealed class OnRealServer(WorkerServers.Real server) : TaskRaceTests(server);

    [Collection(WorkerServers.Name)]
    public sealed class OnEmbeddedServer(WorkerServers.Embedded server) : TaskRaceTests(server);

    private static Gate _gate = new();

    [SkippableTheory]
    [MemberData(nameof(TestWorker.CacheSizes), MemberType = typeof(TestWorker))]
    public Task C082_SignalDuringTheLastTask_IsNotLost(int cacheSize) => RunAsync(cacheSize, async worker =>
    {
        var handle = await worker.StartAsync((Counts w) => w.RunAsync(0));
        await _gate.UntilReachedAsync();
        await handle.SignalAsync(w => w.AddAsync(5));
        _gate.Open();

        (await handle.GetResultAsync()).Should().Be(5);
        var events = await worker.ReplayAsync(handle);
        events.Single(e => e.EventType == EventType.WorkflowTaskFailed).WorkflowTaskFailedEventAttributes.Cause
            .Should().Be(WorkflowTaskFailedCause.UnhandledCommand);
    });

    [SkippableTheory]
    [MemberData(nameof(TestWorker.CacheSizes), MemberType = typeof(TestWorker))]
    public Task C137_QueryDuringATask_SeesWhatWasAcknowledgedBefore(int cacheSize) => RunAsync(cacheSize, async worker =>
    {
        var handle = await worker.StartAsync((Counts w) => w.RunAsync(6));
        await _gate.UntilReachedAsync();
        await handle.SignalAsync(w => w.AddAsync(5));
        var query = handle.QueryAsync(w => w.Sum);
        _gate.Open();

        (await query).Should().Be(5);
        await handle.SignalAsync(w => w.AddAsync(1));
        (await handle.GetResultAsync()).Should().Be(6);
        await worker.ReplayAsync(handle);
    });

    private Task RunAsync(int cacheSize, Func<TestWorker, Task> test)
    {
        _gate = new();
        return TestWorker.RunAsync(
            server,
            cacheSize,
            o =>
            {
                o.AddWorkflow<Counts>();
                o.DebugMode = true;
            },
            test);
    }

    [Workflow]
    public class Counts
    {
        [WorkflowQuery]
        public int Sum { get; private set; }

        [WorkflowRun]
        public async Task<int> RunAsync(int until)
        {
            _gate.Pass();
            await Workflow.WaitConditionAsync(() => Sum >= until);
            return Sum;
        }

        [WorkflowSignal]
        public Task AddAsync(int value)
        {
            Sum += value;
            return Task.CompletedTask;
        }
    }
}
