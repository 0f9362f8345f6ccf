using Temporalio.Activities;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Client;
using Temporalio.Common;
using Temporalio.Converters;
using Temporalio.Exceptions;
using Temporalio.Tests.Converters;
using Temporalio.Worker;
using Temporalio.Workflows;

namespace Temporalio.Tests.Worker;

/// <summary>A codec sees all that the application sends, and the server none of it; what people read about a run arrives as they wrote it.</summary>
public abstract class EncodedPayloadsTests(WorkerServerFixture server)
{
    [Collection(WorkerServers.Name)]
    public sealed class OnRealServer(WorkerServers.Real server) : EncodedPayloadsTests(server);

    [Collection(WorkerServers.Name)]
    public sealed class OnEmbeddedServer(WorkerServers.Embedded server) : EncodedPayloadsTests(server);

    private static readonly SearchAttributeKey<string> Stage = SearchAttributeKey.CreateKeyword("VideoStage");

    [SkippableTheory]
    [MemberData(nameof(TestWorker.CacheSizes), MemberType = typeof(TestWorker))]
    public async Task C026_Codec_EncodesAllButSearchAttributes(int cacheSize)
    {
        var plain = await server.ClientAsync();
        var client = new TemporalClient(plain.Connection, new TemporalClientOptions
        {
            DataConverter = DataConverter.Default with { PayloadCodec = new ReversingCodec() },
            Interceptors = [new TracingInterceptor()],
        });
        var options = new TemporalWorkerOptions($"tq-{Guid.NewGuid():N}") { MaxCachedWorkflows = cacheSize };
        using var worker = new TemporalWorker(
            client, options.AddWorkflow<Everything>().AddWorkflow<Child>().AddActivity(Echo).AddActivity(SecondTime).AddActivity(Refuse));
        await worker.ExecuteAsync(async () =>
        {
            var handle = await client.StartWorkflowAsync(
                (Everything w) => w.RunAsync("input"),
                new($"wf-{Guid.NewGuid():N}", options.TaskQueue!)
                {
                    ExecutionTimeout = TimeSpan.FromSeconds(40),
                    Memo = new Dictionary<string, object> { ["start"] = "memo" },
                    TypedSearchAttributes = new SearchAttributeCollection.Builder().Set(Stage, "first").ToSearchAttributeCollection(),
                    StaticSummary = "summary",
                });
            (await handle.QueryAsync(w => w.Add("query"))).Should().Be("query answered");
            (await handle.ExecuteUpdateAsync(w => w.ChangeAsync("update"))).Should().Be("update made");
            await handle.SignalAsync(w => w.GoOnAsync("signal"));

            (await handle.GetResultAsync()).Should().Be("input echoed, local echoed, progress, why, child: born, memo, noted, update, signal");
            var described = await handle.DescribeAsync();
            described.StaticSummary.Should().Be("summary");
            ShouldBeEncoded(PayloadsOf.Message(described.RawDescription, "describe"), atLeast: 3);
            await ShouldBeEncodedAsync(plain.GetWorkflowHandle(handle.Id, handle.ResultRunId));
        });
    }

    [SkippableFact]
    public Task C030_Summaries_AreWrittenWithTheirEvents() => TestWorker.RunAsync(
        server,
        1000,
        o => o.AddWorkflow<Summarised>().AddWorkflow<Child>().AddActivity(Echo),
        async worker =>
        {
            var options = worker.NewWorkflow();
            options.StaticSummary = "the run";
            options.StaticDetails = "all of it";
            var handle = await worker.Client.StartWorkflowAsync((Summarised w) => w.RunAsync(), options);
            await handle.GetResultAsync();

            var described = await handle.DescribeAsync();
            described.StaticSummary.Should().Be("the run");
            described.StaticDetails.Should().Be("all of it");
            (await TestWorker.EventsAsync(handle)).Where(e => e.UserMetadata is not null)
                .Select(e => (e.EventType, Text(e.UserMetadata.Summary), Text(e.UserMetadata.Details))).Should().Equal(
                    (EventType.WorkflowExecutionStarted, "the run", "all of it"),
                    (EventType.ActivityTaskScheduled, "the activity", null),
                    (EventType.TimerStarted, "the timer", null),
                    (EventType.TimerStarted, "the wait", null),
                    (EventType.StartChildWorkflowExecutionInitiated, "the child", "its details"));
            await worker.ReplayAsync(handle);
        });

    [SkippableTheory]
    [MemberData(nameof(TestWorker.CacheSizes), MemberType = typeof(TestWorker))]
    public Task C087_Metadata_IsCompleteAtTheFirstCompletionAndEmptyLater(int cacheSize) => TestWorker.RunAsync(
        server,
        cacheSize,
        o => o.AddWorkflow<Summarised>().AddWorkflow<Child>().AddActivity(Echo),
        async worker =>
        {
            var handle = await worker.StartAsync((Summarised w) => w.RunAsync());
            await handle.GetResultAsync();

            var metadata = (await TestWorker.EventsAsync(handle)).Where(e => e.EventType == EventType.WorkflowTaskCompleted)
                .Select(e => e.WorkflowTaskCompletedEventAttributes.SdkMetadata).ToList();
            metadata[0].CoreUsedFlags.Should().Equal(1u, 2u, 3u);
            metadata[0].LangUsedFlags.Should().Equal(2u);
            metadata[0].SdkName.Should().Be("temporal-dotnet");
            metadata[0].SdkVersion.Should().MatchRegex(@"^\d+\.\d+\.\d+$");
            metadata.Skip(1).Should().HaveCountGreaterThan(2).And.OnlyContain(m => m != null && m.CalculateSize() == 0);
        });

    private static string? Text(Payload? payload) =>
        payload is null ? null : (string?)DataConverter.Default.PayloadConverter.ToValue(payload, typeof(string));

    private static async Task ShouldBeEncodedAsync(WorkflowHandle handle) =>
        ShouldBeEncoded((await TestWorker.EventsAsync(handle)).SelectMany(e => PayloadsOf.Message(e, $"{e.EventType}")), atLeast: 20);

    /// <summary>The engine's own part of a marker and search attributes have to be read by the server and by other workers.</summary>
    private static void ShouldBeEncoded(IEnumerable<(string Path, Payload Payload)> payloads, int atLeast)
    {
        var open = payloads.ToLookup(p =>
            p.Path.Contains("searchAttributes", StringComparison.Ordinal) || p.Path.Contains("details[data]", StringComparison.Ordinal));
        open[true].Should().NotBeEmpty().And.NotContain(p => ReversingCodec.IsEncoded(p.Payload));
        open[false].Should().HaveCountGreaterThanOrEqualTo(atLeast).And.OnlyContain(p => ReversingCodec.IsEncoded(p.Payload));
    }

    [Activity]
    public static string Echo(string what) => $"{what} echoed";

    [Activity]
    public static Task<string> SecondTime()
    {
        var context = ActivityExecutionContext.Current;
        context.Heartbeat("progress");
        return context.Info.Attempt == 1
            ? throw new ApplicationFailureException("not yet", details: ["detail"])
            : context.Info.HeartbeatDetailAtAsync<string>(0);
    }

    [Activity]
    public static void Refuse() => throw new ApplicationFailureException("no", errorType: "Refused", nonRetryable: true, details: ["why"]);

    [Workflow]
    public class Everything
    {
        private static readonly ActivityOptions Options = new()
        {
            StartToCloseTimeout = TimeSpan.FromSeconds(10),
            Summary = "an activity",
            RetryPolicy = new() { InitialInterval = TimeSpan.FromMilliseconds(10) },
        };

        private readonly List<string> _said = [];
        private bool _goOn;

        [WorkflowRun]
        public async Task<string> RunAsync(string input)
        {
            await Workflow.WaitConditionAsync(() => _goOn);
            Workflow.UpsertMemo(MemoUpdate.ValueSet("note", "noted"));
            Workflow.UpsertTypedSearchAttributes(Stage.ValueSet("second"));
            var echoed = await Workflow.ExecuteActivityAsync(() => Echo(input), Options);
            var local = await Workflow.ExecuteLocalActivityAsync(() => Echo("local"), new() { StartToCloseTimeout = TimeSpan.FromSeconds(10) });
            var progress = await Workflow.ExecuteActivityAsync(() => SecondTime(), Options);
            var why = string.Empty;
            try
            {
                await Workflow.ExecuteActivityAsync(() => Refuse(), Options);
            }
            catch (ActivityFailureException e)
            {
                why = ((ApplicationFailureException)e.InnerException!).Details.ElementAt<string>(0);
            }

            await Workflow.DelayWithOptionsAsync(new(TimeSpan.FromMilliseconds(1), "a timer"));
            var child = await Workflow.ExecuteChildWorkflowAsync((Child w) => w.RunAsync("born"), new() { StaticDetails = "a child" });
            return string.Join(", ", [echoed, local, progress, why, child, Memo("start"), Memo("note"), .. _said]);
        }

        [WorkflowSignal]
        public Task GoOnAsync(string word)
        {
            _said.Add(word);
            _goOn = true;
            return Task.CompletedTask;
        }

        [WorkflowUpdate]
        public Task<string> ChangeAsync(string word)
        {
            _said.Add(word);
            return Task.FromResult($"{word} made");
        }

        [WorkflowQuery]
        public string Add(string word) => $"{word} answered";

        private static string Memo(string key) =>
            (string)Workflow.PayloadConverter.ToValue(Workflow.Memo[key].Payload, typeof(string))!;
    }

    [Workflow]
    public class Child
    {
        [WorkflowRun]
        public Task<string> RunAsync(string word) => Task.FromResult($"child: {word}");
    }

    [Workflow]
    public class Summarised
    {
        [WorkflowRun]
        public async Task RunAsync()
        {
            await Workflow.ExecuteActivityAsync(() => Echo("x"), new() { StartToCloseTimeout = TimeSpan.FromSeconds(10), Summary = "the activity" });
            await Workflow.DelayWithOptionsAsync(new(TimeSpan.FromMilliseconds(1), "the timer"));
            await Workflow.WaitConditionWithOptionsAsync(new(() => false, TimeSpan.FromMilliseconds(1), "the wait"));
            await Workflow.ExecuteChildWorkflowAsync(
                (Child w) => w.RunAsync("x"), new() { StaticSummary = "the child", StaticDetails = "its details" });
        }
    }
}
