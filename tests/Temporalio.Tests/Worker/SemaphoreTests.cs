using Temporalio.Workflows;

namespace Temporalio.Tests.Worker;

public abstract class SemaphoreTests(WorkerServerFixture server)
{
    [Collection(WorkerServers.Name)]
    public sealed class OnRealServer(WorkerServers.Real server) : SemaphoreTests(server);

    [Collection(WorkerServers.Name)]
    public sealed class OnEmbeddedServer(WorkerServers.Embedded server) : SemaphoreTests(server);

    [SkippableTheory]
    [MemberData(nameof(TestWorker.CacheSizes), MemberType = typeof(TestWorker))]
    public Task C069_SeveralConditionsTrueAtOnce_AreReleasedOneByOne(int cacheSize) => TestWorker.RunAsync(
        server,
        cacheSize,
        o => o.AddWorkflow<TwoAtATime>(),
        async worker =>
        {
            var handle = await worker.StartAsync((TwoAtATime w) => w.RunAsync());

            (await handle.GetResultAsync()).Should().Be("most 2, order 0 1 2 3 4");
            await worker.ReplayAsync(handle);
        });

    [Workflow]
    public class TwoAtATime
    {
        private readonly Temporalio.Workflows.Semaphore _turns = new(2);
        private readonly List<int> _order = [];
        private int _running;
        private int _most;

        [WorkflowRun]
        public async Task<string> RunAsync()
        {
            await Workflow.WhenAllAsync(Enumerable.Range(0, 5).Select(OneAsync));
            return $"most {_most}, order {string.Join(' ', _order)}";
        }

        private async Task OneAsync(int number)
        {
            await _turns.WaitAsync();
            _order.Add(number);
            _most = Math.Max(_most, ++_running);
            await Workflow.DelayAsync(1);
            _running--;
            _turns.Release();
        }
    }
}
