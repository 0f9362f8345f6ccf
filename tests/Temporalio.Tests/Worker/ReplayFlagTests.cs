using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Temporalio.Activities;
using Temporalio.Api.Enums.V1;
using Temporalio.Exceptions;
using Temporalio.Workflows;

namespace Temporalio.Tests.Worker;

/// <summary>What is different while a run is built anew from its history: the flag, the log, validators.</summary>
public abstract class ReplayFlagTests(WorkerServerFixture server)
{
    [Collection(WorkerServers.Name)]
    public sealed class OnRealServer(WorkerServers.Real server) : ReplayFlagTests(server);

    [Collection(WorkerServers.Name)]
    public sealed class OnEmbeddedServer(WorkerServers.Embedded server) : ReplayFlagTests(server);

    private const int StepEntry = 7001;

    private static readonly Action<ILogger, string, Exception?> LogStep = LoggerMessage.Define<string>(
        LogLevel.Information, new(StepEntry), "{Step}");

    private static readonly ConcurrentQueue<string> Seen = new();

    [SkippableTheory]
    [InlineData(1000, "first signal second third")]
    [InlineData(0, "first first* signal second first* signal* second* third")]
    public async Task C067_ReplayFlag_IsFalseFromTheFirstNewEventOn(int cacheSize, string expected)
    {
        Seen.Clear();
        using var log = new RecordedLog();
        await TestWorker.RunAsync(
            server,
            cacheSize,
            o =>
            {
                o.AddWorkflow<Steps>().AddActivity(Step);
                o.LoggerFactory = log;
            },
            async worker =>
            {
                var handle = await worker.StartAsync((Steps w) => w.RunAsync());
                await TestWorker.UntilEventAsync(handle, EventType.WorkflowTaskCompleted);
                await handle.SignalAsync(w => w.GoOnAsync());
                await handle.GetResultAsync();
                Seen.Should().Equal(expected.Split(' '));

                Seen.Clear();
                (await handle.QueryAsync(w => w.IsReplaying)).Should().BeTrue();
                Seen.Should().Equal("first*", "signal*", "second*", "third*");
            });

        log.Entries.Where(e => e.Id == StepEntry).Select(e => e.Text).Should().Equal("first", "signal", "second", "third");
    }

    [SkippableFact]
    public Task C146_Replay_RunsNoValidatorAndGivesTheRecordedRequest() => TestWorker.RunAsync(
        server,
        0,
        o => o.AddWorkflow<Guarded>(),
        async worker =>
        {
            Seen.Clear();
            var handle = await worker.StartAsync((Guarded w) => w.RunAsync());
            await handle.ExecuteUpdateAsync(w => w.SetAsync("one"));
            await Assert.ThrowsAsync<WorkflowUpdateFailedException>(() => handle.ExecuteUpdateAsync(w => w.SetAsync("bad")));
            await handle.ExecuteUpdateAsync(w => w.SetAsync("two"));
            await handle.SignalAsync(w => w.EndAsync());

            (await handle.GetResultAsync()).Should().Be("one two");
            Seen.Should().Equal(
                "validate one", "set one", "set one*", "validate bad", "set one*", "validate two", "set two", "set one*", "set two*");

            Seen.Clear();
            await worker.ReplayAsync(handle);
            Seen.Should().Equal("set one*", "set two*");
        });

    [Activity]
    public static void Step()
    {
    }

    private static void Note(string step)
    {
        LogStep(Workflow.Logger, step, null);
        Seen.Enqueue(Workflow.Unsafe.IsReplaying ? $"{step}*" : step);
    }

    [Workflow]
    public class Steps
    {
        private bool _goOn;

        [WorkflowQuery]
        public bool IsReplaying => Workflow.Unsafe.IsReplaying;

        [WorkflowRun]
        public async Task RunAsync()
        {
            Note("first");
            await Workflow.WaitConditionAsync(() => _goOn);
            Note("second");
            await Workflow.ExecuteActivityAsync(() => Step(), new() { StartToCloseTimeout = TimeSpan.FromSeconds(10) });
            Note("third");
        }

        [WorkflowSignal]
        public Task GoOnAsync()
        {
            Note("signal");
            _goOn = true;
            return Task.CompletedTask;
        }
    }

    [Workflow]
    public class Guarded
    {
        private readonly List<string> _values = [];
        private bool _ended;

        [WorkflowRun]
        public async Task<string> RunAsync()
        {
            await Workflow.WaitConditionAsync(() => _ended);
            return string.Join(' ', _values);
        }

        [WorkflowUpdate]
        public Task SetAsync(string value)
        {
            Note($"set {value}");
            _values.Add(value);
            return Task.CompletedTask;
        }

        [WorkflowUpdateValidator(nameof(SetAsync))]
        public void ValidateSet(string value)
        {
            Note($"validate {value}");
            if (value == "bad")
            {
                throw new ApplicationFailureException("bad");
            }
        }

        [WorkflowSignal]
        public Task EndAsync()
        {
            _ended = true;
            return Task.CompletedTask;
        }
    }
}
