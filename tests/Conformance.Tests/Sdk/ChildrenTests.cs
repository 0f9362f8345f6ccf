using Temporalio.Api.Enums.V1;
using Temporalio.Exceptions;
using Temporalio.Workflows;

namespace TemporalVideo.Conformance.Tests.Sdk;

public abstract class ChildrenTests(WorkerServerFixture server)
{
    [Collection(WorkerServers.Name)]
    public sealed class OnRealServer(WorkerServers.Real server) : ChildrenTests(server);

    [Collection(WorkerServers.Name)]
    public sealed class OnEmbeddedServer(WorkerServers.Embedded server) : ChildrenTests(server);

    [SkippableTheory]
    [MemberData(nameof(TestWorker.CacheSizes), MemberType = typeof(TestWorker))]
    public Task C160_C162_C163_C168_Children_RunFailAndAreSignaled(int cacheSize) => RunAsync(cacheSize, async worker =>
    {
        var handle = await worker.StartAsync((Parent w) => w.RunAsync());

        (await handle.GetResultAsync()).Should().Be(
            "child says hi; WorkflowAlreadyStartedException; Failed RetryPolicyNotSet; "
            + "ApplicationFailureException signal; ApplicationFailureException cancel");
        var types = (await worker.ReplayAsync(handle)).Select(e => e.EventType).ToList();
        types.Should().ContainInOrder(
            EventType.StartChildWorkflowExecutionInitiated, EventType.ChildWorkflowExecutionStarted,
                EventType.ChildWorkflowExecutionCompleted);
    });

    [SkippableTheory]
    [InlineData(1000, ChildWorkflowCancellationType.WaitCancellationCompleted)]
    [InlineData(0, ChildWorkflowCancellationType.WaitCancellationCompleted)]
    [InlineData(1000, ChildWorkflowCancellationType.WaitCancellationRequested)]
    [InlineData(0, ChildWorkflowCancellationType.WaitCancellationRequested)]
    [InlineData(1000, ChildWorkflowCancellationType.TryCancel)]
    [InlineData(0, ChildWorkflowCancellationType.TryCancel)]
    [InlineData(1000, ChildWorkflowCancellationType.Abandon)]
    [InlineData(0, ChildWorkflowCancellationType.Abandon)]
    public Task C166_ChildCanceled_AsItsTypeSays(int cacheSize, ChildWorkflowCancellationType type) => RunAsync(cacheSize, async worker =>
    {
        var handle = await worker.StartAsync((CancelsChild w) => w.RunAsync(type));

        (await handle.GetResultAsync()).Should().BeTrue();
        var events = await worker.ReplayAsync(handle);
        var requests = events.Where(e => e.EventType == EventType.RequestCancelExternalWorkflowExecutionInitiated).ToList();
        requests.Should().HaveCount(type == ChildWorkflowCancellationType.Abandon ? 0 : 1);
        requests.All(e => e.RequestCancelExternalWorkflowExecutionInitiatedEventAttributes.ChildWorkflowOnly).Should().BeTrue();
        events.Any(e => e.EventType == EventType.ChildWorkflowExecutionCanceled)
            .Should()
                .Be(type is ChildWorkflowCancellationType.WaitCancellationCompleted
                or ChildWorkflowCancellationType.WaitCancellationRequested);
    });

    private Task RunAsync(int cacheSize, Func<TestWorker, Task> test) => TestWorker.RunAsync(
        server, cacheSize, o => o.AddWorkflow<Parent>().AddWorkflow<CancelsChild>().AddWorkflow<Child>().AddWorkflow<FailingChild>(), test);

    [Workflow]
    public class Child
    {
        private string? _word;

        [WorkflowRun]
        public async Task<string> RunAsync()
        {
            await Workflow.WaitConditionAsync(() => _word is not null);
            return $"child says {_word}";
        }

        [WorkflowSignal]
        public Task SayAsync(string word)
        {
            _word = word;
            return Task.CompletedTask;
        }
    }

    [Workflow]
    public class FailingChild
    {
        [WorkflowRun]
        public Task RunAsync() => throw new ApplicationFailureException("child failed", errorType: "Failed", nonRetryable: true);
    }

    [Workflow]
    public class Parent
    {
        [WorkflowRun]
        public async Task<string> RunAsync()
        {
            var child = await Workflow.StartChildWorkflowAsync((Child w) => w.RunAsync(), new() { StaticSummary = "the child" });
            var inUse = await NameOfAsync(Workflow.ExecuteChildWorkflowAsync((Child w) => w.RunAsync(), new() { Id = child.Id }));
            await child.SignalAsync(w => w.SayAsync("hi"));
            var said = await child.GetResultAsync();
            var failed = "nothing";
            try
            {
                await Workflow.ExecuteChildWorkflowAsync((FailingChild w) => w.RunAsync());
            }
            catch (ChildWorkflowFailureException e)
            {
                failed = $"{((ApplicationFailureException)e.InnerException!).ErrorType} {e.RetryState}";
            }

            var unknown = Workflow.GetExternalWorkflowHandle<Child>("no-such-workflow");
            var signal = await NameOfAsync(unknown.SignalAsync(w => w.SayAsync("lost")));
            var cancel = await NameOfAsync(unknown.CancelAsync());
            return $"{said}; {inUse}; {failed}; {signal} signal; {cancel} cancel";
        }

        private static async Task<string> NameOfAsync(Task task)
        {
            try
            {
                await task;
                return "nothing";
            }
            catch (FailureException e)
            {
                return e.GetType().Name;
            }
        }
    }

    [Workflow]
    public class CancelsChild
    {
        [WorkflowRun]
        public async Task<bool> RunAsync(ChildWorkflowCancellationType type)
        {
            using var source = new CancellationTokenSource();
            var child = await Workflow.StartChildWorkflowAsync(
                (Child w) => w.RunAsync(), new() { CancellationToken = source.Token, CancellationType = type });
            source.Cancel();
            try
            {
                await child.GetResultAsync();
                return false;
            }
            catch (ChildWorkflowFailureException e)
            {
                return TemporalException.IsCanceledException(e);
            }
        }
    }
}
