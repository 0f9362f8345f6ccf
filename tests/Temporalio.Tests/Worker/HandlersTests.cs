using Microsoft.Extensions.Logging;
using Temporalio.Activities;
using Temporalio.Api.Enums.V1;
using Temporalio.Exceptions;
using Temporalio.Workflows;

namespace Temporalio.Tests.Worker;

/// <summary>Arguments of handlers, handlers that outlive their workflow, and the order of what a workflow asks for at its end.</summary>
public abstract class HandlersTests(WorkerServerFixture server)
{
    [Collection(WorkerServers.Name)]
    public sealed class OnRealServer(WorkerServers.Real server) : HandlersTests(server);

    [Collection(WorkerServers.Name)]
    public sealed class OnEmbeddedServer(WorkerServers.Embedded server) : HandlersTests(server);

    private const int SignalDroppedEntry = 1001;
    private const int UnfinishedEntry = 1002;

    [SkippableFact]
    public Task C025_Arguments_MissingOnesTakeDefaultsAndExtraOnesAreIgnored() => RunAsync(null, async worker =>
    {
        var handle = await worker.Client.StartWorkflowAsync("Greets", ["Anna", "Hello", "extra"], worker.NewWorkflow());
        await handle.SignalAsync("Add", ["one"]);
        await handle.SignalAsync("Add", ["two", 2, "extra"]);

        (await handle.QueryAsync<string>("Say", ["x"])).Should().Be("x!");
        (await handle.QueryAsync<string>("Say", ["x", "?", "extra"])).Should().Be("x?");
        (await handle.GetResultAsync<string>()).Should().Be("Hello Anna one*1 two*2 full:3 short:1");

        var briefly = await worker.Client.StartWorkflowAsync("Greets", ["Anna"], worker.NewWorkflow());
        await briefly.SignalAsync("Add", ["one"]);
        await briefly.SignalAsync("Add", ["two"]);
        (await briefly.GetResultAsync<string>()).Should().StartWith("Hi Anna");
    });

    [SkippableFact]
    public Task C025_RequiredArgumentMissing_IsAnError() => RunAsync(null, async worker =>
    {
        var handle = await worker.Client.StartWorkflowAsync("Greets", [], worker.NewWorkflow());
        await TestWorker.UntilEventAsync(handle, EventType.WorkflowTaskFailed);
        (await TestWorker.EventsAsync(handle)).First(e => e.EventType == EventType.WorkflowTaskFailed)
            .WorkflowTaskFailedEventAttributes.Failure.Message.Should().Contain("needs the argument name");
        await handle.TerminateAsync();

        var calls = await worker.StartAsync((CallsWithTooFew w) => w.RunAsync());
        (await calls.GetResultAsync()).Should().Contain("Repeat given 0 parameter(s)");
    });

    [SkippableFact]
    public async Task C134_SignalThatCannotBeRead_IsDroppedWithALogEntry()
    {
        using var log = new RecordedLog();
        await RunAsync(log, async worker =>
        {
            var handle = await worker.Client.StartWorkflowAsync("Greets", ["Anna"], worker.NewWorkflow());
            await handle.SignalAsync("Add", ["lost", "not a number"]);
            await handle.SignalAsync("Add", []);
            await handle.SignalAsync("Add", ["one"]);
            await handle.SignalAsync("Add", ["two"]);

            (await handle.GetResultAsync<string>()).Should().StartWith("Hi Anna one*1 two*1");
            await worker.ReplayAsync(handle);
        });

        log.Entries.Where(e => e.Id == SignalDroppedEntry).Should().HaveCount(2)
            .And.OnlyContain(e => e.Level == LogLevel.Error && e.Text.Contains("Signal Add was dropped", StringComparison.Ordinal));
    }

    [SkippableTheory]
    [InlineData(false, 1)]
    [InlineData(true, 0)]
    public async Task C152_UnfinishedHandlersAtTheEnd_WarnUnlessWaitedFor(bool waitForHandlers, int warnings)
    {
        using var log = new RecordedLog();
        await RunAsync(log, async worker =>
        {
            var handle = await worker.StartAsync((EndsEarly w) => w.RunAsync(waitForHandlers));
            await handle.SignalAsync(w => w.SlowAsync());
            await handle.SignalAsync(w => w.AbandonedAsync());
            await handle.SignalAsync(w => w.EndAsync());

            (await handle.GetResultAsync()).Should().Be(waitForHandlers ? "slow " : string.Empty);
            await worker.ReplayAsync(handle);
        });

        log.Entries.Where(e => e.Id == UnfinishedEntry).Should().HaveCount(warnings)
            .And.NotContain(e => !e.Text.Contains(": signal Slow.", StringComparison.Ordinal));
    }

    [SkippableTheory]
    [MemberData(nameof(TestWorker.CacheSizes), MemberType = typeof(TestWorker))]
    public Task C085_WhatIsAskedForAfterTheEnd_ComesBeforeIt(int cacheSize) => TestWorker.RunAsync(
        server,
        cacheSize,
        o => o.AddWorkflow<GoesOnAfterEnd>(),
        async worker =>
        {
            var handle = await worker.StartAsync((GoesOnAfterEnd w) => w.RunAsync());
            await TestWorker.UntilEventAsync(handle, EventType.WorkflowTaskCompleted);
            await handle.SignalAsync(w => w.EndAsync());

            (await handle.GetResultAsync()).Should().Be("ended");
            var types = (await worker.ReplayAsync(handle)).Select(e => e.EventType).ToList();
            types.TakeLast(2).Should().Equal(EventType.TimerStarted, EventType.WorkflowExecutionCompleted);
        });

    [Activity]
    public static int Repeat(string word, int times = 1) => word.Length + times - 4;

    private Task RunAsync(ILoggerFactory? log, Func<TestWorker, Task> test) => TestWorker.RunAsync(
        server,
        1000,
        o =>
        {
            o.AddWorkflow<Greets>().AddWorkflow<CallsWithTooFew>().AddWorkflow<EndsEarly>().AddActivity(Repeat);
            o.LoggerFactory = log;
        },
        test);

    [Workflow]
    public class Greets
    {
        private readonly List<string> _added = [];

        [WorkflowRun]
        public async Task<string> RunAsync(string name, string greeting = "Hi")
        {
            await Workflow.WaitConditionAsync(() => _added.Count == 2);
            var options = new ActivityOptions { StartToCloseTimeout = TimeSpan.FromSeconds(10) };
            var full = await Workflow.ExecuteActivityAsync<int>("Repeat", ["four", 3, "extra"], options);
            var brief = await Workflow.ExecuteActivityAsync<int>("Repeat", ["four"], options);
            return $"{greeting} {name} {string.Join(' ', _added)} full:{full} short:{brief}";
        }

        [WorkflowSignal]
        public Task AddAsync(string item, int count = 1)
        {
            _added.Add($"{item}*{count}");
            return Task.CompletedTask;
        }

        [WorkflowQuery]
        public string Say(string word, string end = "!") => word + end;
    }

    [Workflow]
    public class CallsWithTooFew
    {
        [WorkflowRun]
        public async Task<string> RunAsync()
        {
            try
            {
                await Workflow.ExecuteActivityAsync<int>(
                    "Repeat", [], new() { StartToCloseTimeout = TimeSpan.FromSeconds(10), RetryPolicy = new() { MaximumAttempts = 1 } });
                return "ran";
            }
            catch (ActivityFailureException e)
            {
                return e.InnerException!.Message;
            }
        }
    }

    [Workflow]
    public class EndsEarly
    {
        private bool _ended;
        private bool _letsThemFinish;
        private string _done = string.Empty;

        [WorkflowRun]
        public async Task<string> RunAsync(bool waitForHandlers)
        {
            _letsThemFinish = waitForHandlers;
            await Workflow.WaitConditionAsync(() => _ended && (!waitForHandlers || Workflow.AllHandlersFinished));
            return _done;
        }

        [WorkflowSignal]
        public async Task SlowAsync()
        {
            await Workflow.WaitConditionAsync(() => _ended && _letsThemFinish);
            _done += "slow ";
        }

        [WorkflowSignal(UnfinishedPolicy = HandlerUnfinishedPolicy.Abandon)]
        public Task AbandonedAsync() => Workflow.WaitConditionAsync(() => _ended && _letsThemFinish);

        [WorkflowSignal]
        public Task EndAsync()
        {
            _ended = true;
            return Task.CompletedTask;
        }
    }

    [Workflow]
    public class GoesOnAfterEnd
    {
        private bool _ended;

        [WorkflowRun]
        public async Task<string> RunAsync()
        {
            await Workflow.WaitConditionAsync(() => _ended);
            return "ended";
        }

        [WorkflowSignal]
        public async Task EndAsync()
        {
            _ended = true;

            // Its turn comes when the main method has returned.
            await Workflow.WaitConditionAsync(() => _ended);
            _ = Workflow.DelayAsync(1000);
            throw new ApplicationFailureException("another end");
        }
    }
}
