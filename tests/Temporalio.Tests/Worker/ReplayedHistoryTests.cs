using Temporalio.Activities;
using Temporalio.Api.Enums.V1;
using Temporalio.Common;
using Temporalio.Exceptions;
using Temporalio.Worker;
using Temporalio.Workflows;

namespace Temporalio.Tests.Worker;

/// <summary>Histories of real servers, replayed incrementally, from scratch and without a cache.</summary>
public abstract class ReplayedHistoryTests(WorkerServerFixture server)
{
    [Collection(WorkerServers.Name)]
    public sealed class OnRealServer(WorkerServers.Real server) : ReplayedHistoryTests(server);

    [Collection(WorkerServers.Name)]
    public sealed class OnEmbeddedServer(WorkerServers.Embedded server) : ReplayedHistoryTests(server);

    private static readonly SearchAttributeKey<string> Stage = SearchAttributeKey.CreateKeyword("VideoStage");

    [SkippableFact]
    public Task C064_RunWithEveryKindOfCommand_ReplaysTheSameInEveryWay() => RunAsync(async worker =>
    {
        var handle = await worker.StartAsync((Everything w) => w.RunAsync());
        await TestWorker.UntilEventAsync(handle, EventType.TimerStarted);
        var update = handle.ExecuteUpdateAsync(w => w.AddAsync("update"));
        await handle.SignalAsync(w => w.GoOnAsync("signal"));
        (await update).Should().Be("update made");

        (await handle.GetResultAsync()).Should().Be("a b new:signal,update made; timed out; Refused; child canceled; local");
        return [await handle.FetchHistoryAsync()];
    });

    [SkippableFact]
    public Task C064_RunThatIsCanceled_ReplaysTheSameInEveryWay() => RunAsync(async worker =>
    {
        var handle = await worker.StartAsync((CleansUp w) => w.RunAsync());
        await TestWorker.UntilEventAsync(handle, EventType.TimerStarted);
        await handle.CancelAsync();

        await Assert.ThrowsAsync<WorkflowFailedException>(() => handle.GetResultAsync());
        return [await handle.FetchHistoryAsync()];
    });

    [SkippableFact]
    public Task C064_RunsThatContinueAsNew_ReplayTheSameInEveryWay() => RunAsync(async worker =>
    {
        var handle = await worker.StartAsync((Continues w) => w.RunAsync(0));
        (await handle.GetResultAsync()).Should().Be(1);

        var first = worker.Client.GetWorkflowHandle(handle.Id, handle.ResultRunId);
        return [await first.FetchHistoryAsync(), await worker.Client.GetWorkflowHandle(handle.Id).FetchHistoryAsync()];
    });

    [Activity]
    public static string Make(string what) => $"{what} made";

    [Activity]
    public static string Echo(string what) => what;

    [Activity]
    public static void Refuse() => throw new ApplicationFailureException("no", errorType: "Refused", nonRetryable: true);

    private static void Configure(TemporalWorkerOptions options) => options
        .AddWorkflow<Everything>().AddWorkflow<CleansUp>().AddWorkflow<Continues>().AddWorkflow<Child>()
        .AddActivity(Make).AddActivity(Echo).AddActivity(Refuse);

    private async Task RunAsync(Func<TestWorker, Task<IReadOnlyList<WorkflowHistory>>> record)
    {
        IReadOnlyList<WorkflowHistory> histories = [];
        await TestWorker.RunAsync(server, 1000, Configure, async worker => histories = await record(worker));

        histories.Should().NotBeEmpty();
        foreach (var history in histories)
        {
            await ReplayedHistory.ShouldBeFollowedAsync(history, Configure);
        }
    }

    [Workflow]
    public class Everything
    {
        private static readonly ActivityOptions Options = new() { StartToCloseTimeout = TimeSpan.FromSeconds(10) };

        private readonly List<string> _said = [];
        private bool _goOn;

        [WorkflowRun]
        public async Task<string> RunAsync()
        {
            Workflow.UpsertTypedSearchAttributes(Stage.ValueSet($"{Workflow.Random.Next(100)}"));
            Workflow.UpsertMemo(MemoUpdate.ValueSet("note", Workflow.NewGuid()));
            var both = Workflow.WhenAllAsync(
                Workflow.ExecuteActivityAsync(() => Echo("a"), Options), Workflow.ExecuteActivityAsync(() => Echo("b"), Options));
            using var longer = new CancellationTokenSource();
            var timer = Workflow.DelayAsync(TimeSpan.FromHours(1), longer.Token);
            await Workflow.WaitConditionAsync(() => _goOn && _said.Count == 2);
            longer.Cancel();
            var way = Workflow.Patched("way") ? "new" : "old";
            var parts = new List<string>
            {
                $"{string.Join(' ', await both)} {way}:{string.Join(',', _said.Order(StringComparer.Ordinal))}",
                await Workflow.WaitConditionAsync(() => false, TimeSpan.FromMilliseconds(5)) ? "came" : "timed out",
                await RefusalAsync(),
                await ChildAsync(),
                await Workflow.ExecuteLocalActivityAsync(() => Echo("local"), new() { StartToCloseTimeout = TimeSpan.FromSeconds(5) }),
            };
            return string.Join("; ", parts);
        }

        [WorkflowSignal]
        public Task GoOnAsync(string word)
        {
            _goOn = true;
            _said.Add(word);
            return Task.CompletedTask;
        }

        [WorkflowUpdate]
        public async Task<string> AddAsync(string word)
        {
            var made = await Workflow.ExecuteActivityAsync(() => Make(word), Options);
            _said.Add(made);
            return made;
        }

        private static async Task<string> RefusalAsync()
        {
            try
            {
                await Workflow.ExecuteActivityAsync(() => Refuse(), Options);
                return "not refused";
            }
            catch (ActivityFailureException e)
            {
                return ((ApplicationFailureException)e.InnerException!).ErrorType!;
            }
        }

        /// <summary>The child's id is random, and has to be the same on every replay.</summary>
        private static async Task<string> ChildAsync()
        {
            using var cancel = new CancellationTokenSource();
            var child = await Workflow.StartChildWorkflowAsync((Child w) => w.RunAsync(), new() { CancellationToken = cancel.Token });
            await child.SignalAsync(w => w.SayAsync("hello"));
            cancel.Cancel();
            try
            {
                await child.GetResultAsync();
                return "child ended";
            }
            catch (ChildWorkflowFailureException e) when (TemporalException.IsCanceledException(e))
            {
                return "child canceled";
            }
        }
    }

    [Workflow]
    public class Child
    {
        [WorkflowRun]
        public Task RunAsync() => Workflow.DelayAsync(TimeSpan.FromHours(1));

        [WorkflowSignal]
        public Task SayAsync(string word) => Task.CompletedTask;
    }

    [Workflow]
    public class CleansUp
    {
        [WorkflowRun]
        public async Task RunAsync()
        {
            try
            {
                await Workflow.DelayAsync(TimeSpan.FromHours(1));
            }
            finally
            {
                await Workflow.ExecuteActivityAsync(
                    () => Make("order"), new() { StartToCloseTimeout = TimeSpan.FromSeconds(10), CancellationToken = CancellationToken.None });
            }
        }
    }

    [Workflow]
    public class Continues
    {
        [WorkflowRun]
        public async Task<int> RunAsync(int round)
        {
            await Workflow.DelayAsync(1);
            return round == 1 ? round : throw Workflow.CreateContinueAsNewException((Continues w) => w.RunAsync(round + 1));
        }
    }
}
