using Temporalio.Activities;
using Temporalio.Api.Enums.V1;
using Temporalio.Workflows;

namespace TemporalVideo.Conformance.Tests.Sdk;

public abstract class ParallelActivitiesTests(WorkerServerFixture server)
{
    [Collection(WorkerServers.Name)]
    public sealed class OnRealServer(WorkerServers.Real server) : ParallelActivitiesTests(server);

    [Collection(WorkerServers.Name)]
    public sealed class OnEmbeddedServer(WorkerServers.Embedded server) : ParallelActivitiesTests(server);

    [SkippableTheory]
    [MemberData(nameof(TestWorker.CacheSizes), MemberType = typeof(TestWorker))]
    public Task C091_TwoParallelActivities_OneTaskSchedulesBoth(int cacheSize) => TestWorker.RunAsync(
        server,
        cacheSize,
        o => o.AddWorkflow<GreetBoth>().AddActivity(Greet),
        async worker =>
        {
            var handle = await worker.StartAsync((GreetBoth w) => w.RunAsync("Ada", "Max"));

            (await handle.GetResultAsync()).Should().Be("Hello Ada, Hello Max");
            var events = await worker.ReplayAsync(handle);
            var scheduled = events.Where(e => e.EventType == EventType.ActivityTaskScheduled).ToList();
            scheduled.Select(e => e.EventId).Should().Equal(5, 6);
            scheduled.Select(e => e.UserMetadata.Summary.Data.ToStringUtf8()).Should().Equal("\"first\"", "\"second\"");
        });

    /// <summary>The server holds the rate of a queue: however many workers and runs there are, tasks go out no faster.</summary>
    [SkippableFact]
    public Task C207_QueueWithARate_HandsOutNoFaster() => TestWorker.RunAsync(
        server,
        1000,
        o =>
        {
            o.AddWorkflow<GreetMany>().AddActivity(Greet);
            o.MaxTaskQueueActivitiesPerSecond = 4;
        },
        async worker =>
        {
            var handle = await worker.StartAsync((GreetMany w) => w.RunAsync(12));

            (await handle.GetResultAsync()).Should().Be(12);
            var started = (await TestWorker.EventsAsync(handle)).Where(e => e.EventType == EventType.ActivityTaskStarted)
                .Select(e => e.EventTime.ToDateTime()).Order().ToList();
            (started[^1] - started[0]).Should().BeGreaterThan(
                TimeSpan.FromSeconds(1.5), "four may go at once, and the others four a second");
        });

    [Activity]
    public static string Greet(string name) => $"Hello {name}";

    [Workflow]
    public class GreetBoth
    {
        [WorkflowRun]
        public async Task<string> RunAsync(string first, string second)
        {
            var one = Workflow.ExecuteActivityAsync(() => Greet(first), Options("first"));
            var two = Workflow.ExecuteActivityAsync(() => Greet(second), Options("second"));
            return string.Join(", ", await Workflow.WhenAllAsync(one, two));
        }

        private static ActivityOptions Options(string summary) =>
            new() { StartToCloseTimeout = TimeSpan.FromSeconds(10), Summary = summary };
    }

    [Workflow]
    public class GreetMany
    {
        [WorkflowRun]
        public async Task<int> RunAsync(int count) => (await Workflow.WhenAllAsync(Enumerable.Range(0, count).Select(number =>
            Workflow.ExecuteActivityAsync(
                () => Greet($"{number}"), new ActivityOptions { StartToCloseTimeout = TimeSpan.FromSeconds(10) })))).Length;
    }
}
