using Temporalio.Api.Enums.V1;
using Temporalio.Worker.Execution;
using Temporalio.Workflows;

namespace Temporalio.Tests.Worker;

public abstract class ResetTests(WorkerServerFixture server)
{
    [Collection(WorkerServers.Name)]
    public sealed class OnRealServer(WorkerServers.Real server) : ResetTests(server);

    [Collection(WorkerServers.Name)]
    public sealed class OnEmbeddedServer(WorkerServers.Embedded server) : ResetTests(server);

    [SkippableTheory]
    [MemberData(nameof(TestWorker.CacheSizes), MemberType = typeof(TestWorker))]
    public Task C072_C177_ResetRun_GoesOnWithTheSeedOfTheReset(int cacheSize) => TestWorker.RunAsync(
        server,
        cacheSize,
        o => o.AddWorkflow<Draws>(),
        async worker =>
        {
            var handle = await worker.StartAsync((Draws w) => w.RunAsync());
            var old = (await handle.GetResultAsync()).Split(' ');

            // The second workflow task, which came with the timer, is taken back.
            var second = (await TestWorker.EventsAsync(handle)).Where(e => e.EventType == EventType.WorkflowTaskCompleted).ElementAt(1);
            var reset = await worker.Client.WorkflowService.ResetWorkflowExecutionAsync(new()
            {
                Namespace = worker.Client.Options.Namespace,
                WorkflowExecution = new() { WorkflowId = handle.Id, RunId = handle.ResultRunId },
                Reason = "test",
                WorkflowTaskFinishEventId = second.EventId,
                RequestId = $"{Guid.NewGuid()}",
            });

            var again = worker.Client.GetWorkflowHandle<Draws, string>(handle.Id, reset.RunId);
            var drawn = (await again.GetResultAsync()).Split(' ');
            var events = await worker.ReplayAsync(again);
            var failed = events.Single(e => e.EventType == EventType.WorkflowTaskFailed).WorkflowTaskFailedEventAttributes;
            failed.Cause.Should().Be(WorkflowTaskFailedCause.ResetWorkflow);
            drawn[0].Should().Be(old[0]);
            drawn[1].Should().NotBe(old[1]).And.Be($"{new DeterministicRandom(DeterministicRandom.SeedOf(failed.NewRunId)).NextGuid()}");
        });

    [Workflow]
    public class Draws
    {
        [WorkflowRun]
        public async Task<string> RunAsync()
        {
            var first = Workflow.NewGuid();
            await Workflow.DelayAsync(1);
            return $"{first} {Workflow.NewGuid()}";
        }
    }
}
