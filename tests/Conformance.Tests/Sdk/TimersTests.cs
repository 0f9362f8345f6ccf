using Temporalio.Api.Enums.V1;
using Temporalio.Workflows;

namespace TemporalVideo.Conformance.Tests.Sdk;

public abstract class TimersTests(WorkerServerFixture server)
{
    [Collection(WorkerServers.Name)]
    public sealed class OnRealServer(WorkerServers.Real server) : TimersTests(server);

    [Collection(WorkerServers.Name)]
    public sealed class OnEmbeddedServer(WorkerServers.Embedded server) : TimersTests(server);

    [SkippableTheory]
    [MemberData(nameof(TestWorker.CacheSizes), MemberType = typeof(TestWorker))]
    public Task C128_Delays_StartAndCancelTimers(int cacheSize) => RunAsync(cacheSize, async worker =>
    {
        var handle = await worker.StartAsync((Delays w) => w.RunAsync());

        (await handle.GetResultAsync()).Should().Be("canceled at once, canceled later");
        var events = await worker.ReplayAsync(handle);
        var timers = events.Where(e => e.EventType == EventType.TimerStarted).Select(e => e.TimerStartedEventAttributes).ToList();
        timers.Select(t => t.TimerId).Should().Equal("1", "3", "4");
        timers[0].StartToFireTimeout.ToTimeSpan().Should().Be(TimeSpan.FromMilliseconds(1));
        events.Single(e => e.EventType == EventType.TimerCanceled).TimerCanceledEventAttributes.TimerId.Should().Be("3");
        events.First(e => e.EventType == EventType.TimerStarted).UserMetadata.Summary.Data.ToStringUtf8().Should().Be("\"nothing\"");
    });

    [SkippableTheory]
    [MemberData(nameof(TestWorker.CacheSizes), MemberType = typeof(TestWorker))]
    public Task C129_ConditionWithTimeout_TellsWhichCameFirst(int cacheSize) => RunAsync(cacheSize, async worker =>
    {
        var handle = await worker.StartAsync((Conditions w) => w.RunAsync());
        await TestWorker.UntilAsync(async () =>
            (await TestWorker.EventsAsync(handle)).Count(e => e.EventType == EventType.TimerStarted) == 2);
        await handle.SignalAsync(w => w.GoAsync());

        (await handle.GetResultAsync()).Should().Be("False True");
        var events = await worker.ReplayAsync(handle);
        events.Count(e => e.EventType == EventType.TimerCanceled).Should().Be(1);
    });

    [SkippableTheory]
    [MemberData(nameof(TestWorker.CacheSizes), MemberType = typeof(TestWorker))]
    public Task C066_Now_IsTheTimeOfTheTask(int cacheSize) => RunAsync(cacheSize, async worker =>
    {
        var handle = await worker.StartAsync((Clock w) => w.RunAsync());

        var times = await handle.GetResultAsync();
        var events = await worker.ReplayAsync(handle);
        times.Should().Equal(events.Where(e => e.EventType == EventType.WorkflowTaskStarted).Select(e => e.EventTime.ToDateTime()));
    });

    private Task RunAsync(int cacheSize, Func<TestWorker, Task> test) =>
        TestWorker.RunAsync(server, cacheSize, o => o.AddWorkflow<Delays>().AddWorkflow<Conditions>().AddWorkflow<Clock>(), test);

    [Workflow]
    public class Delays
    {
        [WorkflowRun]
        public async Task<string> RunAsync()
        {
            await Workflow.DelayWithOptionsAsync(new(TimeSpan.Zero, "nothing"));
            using var canceled = new CancellationTokenSource();
            canceled.Cancel();
            var atOnce = await OutcomeAsync(Workflow.DelayAsync(1000, canceled.Token));
            using var source = new CancellationTokenSource();
            var withdrawn = Workflow.DelayAsync(20_000, source.Token);
            source.Cancel();
            await OutcomeAsync(withdrawn);
            using var late = new CancellationTokenSource();
            var canceledLater = Workflow.DelayAsync(20_000, late.Token);
            await Workflow.DelayAsync(1);
            late.Cancel();
            return $"{atOnce} at once, {await OutcomeAsync(canceledLater)} later";
        }

        private static async Task<string> OutcomeAsync(Task delay)
        {
            try
            {
                await delay;
                return "over";
            }
            catch (OperationCanceledException)
            {
                return "canceled";
            }
        }
    }

    [Workflow]
    public class Conditions
    {
        private bool _go;

        [WorkflowRun]
        public async Task<string> RunAsync()
        {
            var first = await Workflow.WaitConditionAsync(() => false, 1);
            var second = await Workflow.WaitConditionAsync(() => _go, TimeSpan.FromSeconds(50));
            return $"{first} {second}";
        }

        [WorkflowSignal]
        public Task GoAsync()
        {
            _go = true;
            return Task.CompletedTask;
        }
    }

    [Workflow]
    public class Clock
    {
        [WorkflowRun]
        public async Task<List<DateTime>> RunAsync()
        {
            var times = new List<DateTime> { Workflow.UtcNow };
            await Workflow.DelayAsync(1);
            times.Add(Workflow.UtcNow);
            await Workflow.DelayAsync(1);
            times.Add(Workflow.UtcNow);
            return times;
        }
    }
}
