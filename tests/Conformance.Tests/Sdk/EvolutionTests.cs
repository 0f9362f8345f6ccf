using Temporalio.Activities;
using Temporalio.Api.Enums.V1;
using Temporalio.Common;
using Temporalio.Exceptions;
using Temporalio.Worker;
using Temporalio.Workflows;

namespace TemporalVideo.Conformance.Tests.Sdk;

/// <summary>Continue-as-new, patches, local activities, memo and search attributes.</summary>
public abstract class EvolutionTests(WorkerServerFixture server)
{
    [Collection(WorkerServers.Name)]
    public sealed class OnRealServer(WorkerServers.Real server) : EvolutionTests(server);

    [Collection(WorkerServers.Name)]
    public sealed class OnEmbeddedServer(WorkerServers.Embedded server) : EvolutionTests(server);

    private static readonly SearchAttributeKey<string> Stage = SearchAttributeKey.CreateKeyword("VideoStage");

    private static int _slowRuns;

    [SkippableTheory]
    [MemberData(nameof(TestWorker.CacheSizes), MemberType = typeof(TestWorker))]
    public Task C171_C172_ContinueAsNew_CarriesMemoAndAttributes(int cacheSize) => RunAsync(cacheSize, async worker =>
    {
        var handle = await worker.StartAsync((Continues w) => w.RunAsync(0));

        (await handle.GetResultAsync()).Should().Be("2 note 2 stage 2");
        var first = await worker.Client.GetWorkflowHandle(handle.Id, handle.ResultRunId).FetchHistoryAsync();
        first.Events.Last().EventType.Should().Be(EventType.WorkflowExecutionContinuedAsNew);
    });

    [SkippableTheory]
    [MemberData(nameof(TestWorker.CacheSizes), MemberType = typeof(TestWorker))]
    public Task C178_C179_Patched_WritesMarkerAndReplaysOldRuns(int cacheSize) => RunAsync(cacheSize, async worker =>
    {
        var handle = await worker.StartAsync((WithPatch w) => w.RunAsync());

        (await handle.GetResultAsync()).Should().Be("new");
        var types = (await worker.ReplayAsync(handle)).Select(e => e.EventType).ToList();
        types.Should().ContainInConsecutiveOrder(
            EventType.WorkflowTaskCompleted, EventType.MarkerRecorded, EventType.UpsertWorkflowSearchAttributes, EventType.TimerStarted);
        var history = await handle.FetchHistoryAsync();
        (await FailureAsync<WithoutPatch>(history)).Should().Contain("[TMPRL1100]");
        (await FailureAsync<WithDeprecatedPatch>(history)).Should().BeNull();
    });

    [SkippableFact]
    public Task C178_RunsFromBeforeThePatch_TakeTheOldWay() => TestWorker.RunAsync(
        server,
        1000,
        o => o.AddWorkflow<WithoutPatch>(),
        async worker =>
        {
            var handle = await worker.StartAsync((WithoutPatch w) => w.RunAsync());
            await handle.GetResultAsync();

            (await FailureAsync<WithPatch>(await handle.FetchHistoryAsync())).Should().BeNull();
        });

    [SkippableTheory]
    [MemberData(nameof(TestWorker.CacheSizes), MemberType = typeof(TestWorker))]
    public Task C181_LocalActivities_LeaveMarkers(int cacheSize) => RunAsync(cacheSize, async worker =>
    {
        var handle = await worker.StartAsync((Local w) => w.RunAsync());

        (await handle.GetResultAsync()).Should().Be("one two Refused");
        (await worker.ReplayAsync(handle)).Count(e => e.EventType == EventType.MarkerRecorded).Should().Be(3);
    });

    [SkippableFact]
    public Task C182_LongLocalActivity_AsksForMoreTime() => RunAsync(1000, async worker =>
    {
        Interlocked.Exchange(ref _slowRuns, 0);
        var options = worker.NewWorkflow();
        options.TaskTimeout = TimeSpan.FromSeconds(10);
        var handle = await worker.Client.StartWorkflowAsync((SlowLocal w) => w.RunAsync(), options);

        (await handle.GetResultAsync()).Should().Be("slow");
        var events = await worker.ReplayAsync(handle);
        events.Count(e => e.EventType == EventType.WorkflowTaskCompleted).Should().BeGreaterThan(1);
        events.Should().NotContain(e => e.EventType == EventType.WorkflowTaskTimedOut);
        _slowRuns.Should().Be(1);
    });

    [SkippableTheory]
    [MemberData(nameof(TestWorker.CacheSizes), MemberType = typeof(TestWorker))]
    public Task C183_Upserts_ShowInDescribeAndCanBeRemoved(int cacheSize) => RunAsync(cacheSize, async worker =>
    {
        var options = worker.NewWorkflow();
        options.Memo = new Dictionary<string, object> { ["removed"] = 1, ["kept"] = "k" };
        var handle = await worker.Client.StartWorkflowAsync((Upserts w) => w.RunAsync(), options);
        await TestWorker.UntilEventAsync(handle, EventType.WorkflowPropertiesModified);

        var described = await handle.DescribeAsync();
        described.TypedSearchAttributes.Get(Stage).Should().Be("middle");
        described.Memo.Keys.Should().BeEquivalentTo(["kept", "added"]);
        await handle.SignalAsync(w => w.GoOnAsync());
        await handle.GetResultAsync();
        (await handle.DescribeAsync()).TypedSearchAttributes.ContainsKey(Stage).Should().BeFalse();
        await worker.ReplayAsync(handle);
    });

    private static async Task<string?> FailureAsync<T>(WorkflowHistory history) =>
        (await new WorkflowReplayer(new WorkflowReplayerOptions().AddWorkflow<T>())
            .ReplayWorkflowAsync(history, throwOnReplayFailure: false))
            .ReplayFailure?.Message;

    private Task RunAsync(int cacheSize, Func<TestWorker, Task> test) => TestWorker.RunAsync(
        server,
        cacheSize,
        o => o.AddWorkflow<Continues>().AddWorkflow<WithPatch>().AddWorkflow<Local>().AddWorkflow<SlowLocal>().AddWorkflow<Upserts>()
            .AddActivity(Say).AddActivity(Refuse).AddActivity(SayLateAsync),
        test);

    [Activity]
    public static string Say(string word) => word;

    [Activity]
    public static void Refuse() => throw new ApplicationFailureException("no", errorType: "Refused", nonRetryable: true);

    [Activity]
    public static async Task<string> SayLateAsync()
    {
        Interlocked.Increment(ref _slowRuns);
        await Task.Delay(TimeSpan.FromSeconds(12), ActivityExecutionContext.Current.CancellationToken);
        return "slow";
    }

    [Workflow]
    public class Continues
    {
        [WorkflowRun]
        public async Task<string> RunAsync(int round)
        {
            if (round == 2)
            {
                var note = Workflow.PayloadConverter.ToValue(Workflow.Memo["note"].Payload, typeof(string));
                return $"{round} {note} {Workflow.TypedSearchAttributes.Get(Stage)}";
            }

            Workflow.UpsertTypedSearchAttributes(Stage.ValueSet($"stage {round + 1}"));
            await Workflow.DelayAsync(1);
            throw Workflow.CreateContinueAsNewException(
                (Continues w) => w.RunAsync(round + 1),
                new() { Memo = new Dictionary<string, object> { ["note"] = $"note {round + 1}" } });
        }
    }

    [Workflow("Evolving")]
    public class WithPatch
    {
        [WorkflowRun]
        public async Task<string> RunAsync()
        {
            var way = "old";
            if (Workflow.Patched("the-patch"))
            {
                way = Workflow.Patched("the-patch") ? "new" : "both";
                await Workflow.DelayAsync(1);
            }

            await Workflow.DelayAsync(2);
            return way;
        }
    }

    [Workflow("Evolving")]
    public class WithoutPatch
    {
        [WorkflowRun]
        public async Task<string> RunAsync()
        {
            await Workflow.DelayAsync(2);
            return "old";
        }
    }

    [Workflow("Evolving")]
    public class WithDeprecatedPatch
    {
        [WorkflowRun]
        public async Task<string> RunAsync()
        {
            Workflow.DeprecatePatch("the-patch");
            await Workflow.DelayAsync(1);
            await Workflow.DelayAsync(2);
            return "new";
        }
    }

    [Workflow]
    public class Local
    {
        private static readonly LocalActivityOptions Options = new() { StartToCloseTimeout = TimeSpan.FromSeconds(5) };

        [WorkflowRun]
        public async Task<string> RunAsync()
        {
            var one = await Workflow.ExecuteLocalActivityAsync(() => Say("one"), Options);
            var two = await Workflow.ExecuteLocalActivityAsync(() => Say("two"), Options);
            try
            {
                await Workflow.ExecuteLocalActivityAsync(() => Refuse(), Options);
                return "not refused";
            }
            catch (FailureException e)
            {
                return $"{one} {two} {(e as ApplicationFailureException ?? (ApplicationFailureException)e.InnerException!).ErrorType}";
            }
        }
    }

    [Workflow]
    public class SlowLocal
    {
        [WorkflowRun]
        public Task<string> RunAsync() =>
            Workflow.ExecuteLocalActivityAsync(() => SayLateAsync(), new() { StartToCloseTimeout = TimeSpan.FromSeconds(20) });
    }

    [Workflow]
    public class Upserts
    {
        private bool _goOn;

        [WorkflowRun]
        public async Task RunAsync()
        {
            Workflow.UpsertTypedSearchAttributes(Stage.ValueSet("middle"));
            Workflow.UpsertMemo(MemoUpdate.ValueSet("added", 2), MemoUpdate.ValueUnset("removed"));
            await Workflow.WaitConditionAsync(() => _goOn);
            Workflow.UpsertTypedSearchAttributes(Stage.ValueUnset());
        }

        [WorkflowSignal]
        public Task GoOnAsync()
        {
            _goOn = true;
            return Task.CompletedTask;
        }
    }
}
