using System.Collections.Concurrent;
using Temporalio.Activities;
using Temporalio.Client;
using Temporalio.Workflows;

namespace Temporalio.Tests.Worker;

/// <summary>Interceptors of client and worker stand around every call, and what they put into headers arrives.</summary>
public abstract class InterceptorTests(WorkerServerFixture server)
{
    [Collection(WorkerServers.Name)]
    public sealed class OnRealServer(WorkerServers.Real server) : InterceptorTests(server);

    [Collection(WorkerServers.Name)]
    public sealed class OnEmbeddedServer(WorkerServers.Embedded server) : InterceptorTests(server);

    [SkippableFact]
    public async Task C029_HeadersOfEveryCall_ArriveUnchanged()
    {
        var log = await RunAsync();

        // What the client's interceptor wrote, and what the workflow's wrote, as the receiving interceptors read it.
        log.Where(e => e.Contains(" got ", StringComparison.Ordinal)).Should().BeEquivalentTo(
            "ExecuteWorkflow Traced got client start",
            "HandleSignal Go got client signal",
            "HandleQuery Count got client query",
            "ValidateUpdate Add got client update",
            "HandleUpdate Add got client update",
            "ExecuteActivity Beat got workflow activity",
            "ExecuteActivity Say got workflow local activity",
            "ExecuteWorkflow Child got workflow child",
            "HandleSignal End got workflow child signal",
            "ExecuteWorkflow Traced got workflow continue");
    }

    [SkippableFact]
    public async Task Interceptors_AreCalledForEveryCall()
    {
        var log = await RunAsync();

        log.Where(e => !e.Contains(" got ", StringComparison.Ordinal)).Should().BeEquivalentTo(
            "client StartWorkflow Traced", "client StartWorkflow Child", "client SignalWorkflow Go", "client QueryWorkflow Count", "client StartWorkflowUpdate Add",
            "client DescribeWorkflow", "client FetchWorkflowHistoryEventPage", "client CancelWorkflow", "client TerminateWorkflow",
            "client ListWorkflows", "client CountWorkflows",
            "workflow ScheduleActivity Beat", "workflow ScheduleLocalActivity Say", "workflow DelayAsync", "workflow StartChildWorkflow Child",
            "workflow SignalChildWorkflow End", "workflow SignalExternalWorkflow Go", "workflow CancelExternalWorkflow", "workflow CreateContinueAsNewException",
            "activity Heartbeat");
    }

    [SkippableFact]
    public async Task Interceptors_OuterOnesAreCalledFirst()
    {
        var order = new ConcurrentQueue<string>();
        var plain = await server.ClientAsync();
        var client = new TemporalClient(plain.Connection, new TemporalClientOptions { Interceptors = [new OrderInterceptor("client", order)] });
        var options = new Temporalio.Worker.TemporalWorkerOptions($"tq-{Guid.NewGuid():N}")
        {
            Interceptors = [new OrderInterceptor("first", order), new OrderInterceptor("second", order)],
        };
        using var worker = new Temporalio.Worker.TemporalWorker(client, options.AddWorkflow<Child>());

        await worker.ExecuteAsync(async () =>
        {
            var handle = await client.StartWorkflowAsync((Child w) => w.RunAsync(), new($"wf-{Guid.NewGuid():N}", options.TaskQueue!));
            await handle.SignalAsync(w => w.EndAsync());
            await handle.GetResultAsync();
        });

        order.Take(4).Should().Equal("client starts", "client runs", "first runs", "second runs");
    }

    private async Task<IReadOnlyList<string>> RunAsync()
    {
        var tracing = new TracingInterceptor();
        var plain = await server.ClientAsync();
        var client = new TemporalClient(plain.Connection, new TemporalClientOptions { Interceptors = [tracing] });
        var options = new Temporalio.Worker.TemporalWorkerOptions($"tq-{Guid.NewGuid():N}");
        using var worker = new Temporalio.Worker.TemporalWorker(
            client, options.AddWorkflow<Traced>().AddWorkflow<Child>().AddActivity(Beat).AddActivity(Say));
        await worker.ExecuteAsync(async () =>
        {
            var handle = await client.StartWorkflowAsync(
                (Traced w) => w.RunAsync(false),
                new($"wf-{Guid.NewGuid():N}", options.TaskQueue!) { ExecutionTimeout = TimeSpan.FromSeconds(40) });
            (await handle.QueryAsync(w => w.Count())).Should().Be(0);
            await handle.ExecuteUpdateAsync(w => w.AddAsync(1));
            await handle.SignalAsync(w => w.GoAsync());
            (await handle.GetResultAsync()).Should().Be("done");
            await handle.DescribeAsync();
            await client.CountWorkflowsAsync("WorkflowType = 'Traced'");
            await foreach (var listed in client.ListWorkflowsAsync("WorkflowType = 'NoSuchType'"))
            {
                Assert.Fail($"{listed.Id} is not of that type");
            }

            var other = await client.StartWorkflowAsync((Child w) => w.RunAsync(), new($"wf-{Guid.NewGuid():N}", "nobody"));
            await other.CancelAsync();
            await other.TerminateAsync();
        });
        return tracing.Log;
    }

    [Activity]
    public static void Beat() => ActivityExecutionContext.Current.Heartbeat(1);

    [Activity]
    public static string Say(string word) => word;

    [Workflow]
    public class Traced
    {
        private int _count;
        private bool _go;

        [WorkflowRun]
        public async Task<string> RunAsync(bool last)
        {
            if (last)
            {
                return "done";
            }

            await Workflow.WaitConditionAsync(() => _go);
            await Workflow.ExecuteActivityAsync(() => Beat(), new() { StartToCloseTimeout = TimeSpan.FromSeconds(10) });
            await Workflow.ExecuteLocalActivityAsync(() => Say("hi"), new() { StartToCloseTimeout = TimeSpan.FromSeconds(10) });
            await Workflow.DelayAsync(1);
            var child = await Workflow.StartChildWorkflowAsync((Child w) => w.RunAsync());
            await child.SignalAsync(w => w.EndAsync());
            await child.GetResultAsync();
            var unknown = Workflow.GetExternalWorkflowHandle<Traced>("no-such-workflow");
            await IgnoreFailureAsync(unknown.SignalAsync(w => w.GoAsync()));
            await IgnoreFailureAsync(unknown.CancelAsync());
            throw Workflow.CreateContinueAsNewException((Traced w) => w.RunAsync(true));
        }

        [WorkflowSignal]
        public Task GoAsync()
        {
            _go = true;
            return Task.CompletedTask;
        }

        [WorkflowQuery]
        public int Count() => _count;

        [WorkflowUpdate]
        public Task AddAsync(int value)
        {
            _count += value;
            return Task.CompletedTask;
        }

        [WorkflowUpdateValidator(nameof(AddAsync))]
        public void ValidateAdd(int value)
        {
        }

        private static async Task IgnoreFailureAsync(Task task)
        {
            try
            {
                await task;
            }
            catch (Temporalio.Exceptions.FailureException)
            {
            }
        }
    }

    [Workflow]
    public class Child
    {
        private bool _ended;

        [WorkflowRun]
        public Task RunAsync() => Workflow.WaitConditionAsync(() => _ended);

        [WorkflowSignal]
        public Task EndAsync()
        {
            _ended = true;
            return Task.CompletedTask;
        }
    }
}
