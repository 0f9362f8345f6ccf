using Temporalio.Activities;
using Temporalio.Api.Enums.V1;
using Temporalio.Workflows;

namespace Temporalio.Tests.Worker;

[Collection(RealServerCollection.Name)]
public class ParallelActivitiesTests(RealServerFixture server)
{
    [SkippableTheory]
    [MemberData(nameof(TestWorker.CacheSizes), MemberType = typeof(TestWorker))]
    public async Task C091_TwoParallelActivities_OneTaskSchedulesBoth(int cacheSize)
    {
        var client = await server.ClientAsync();
        await TestWorker.RunAsync(
            client,
            o =>
            {
                o.AddWorkflow<GreetBoth>().AddActivity(Greet);
                o.MaxCachedWorkflows = cacheSize;
            },
            async taskQueue =>
            {
                var handle = await client.StartWorkflowAsync((GreetBoth w) => w.RunAsync("Ada", "Max"), TestWorker.Options(taskQueue));

                (await handle.GetResultAsync()).Should().Be("Hello Ada, Hello Max");
                var events = await TestWorker.EventsAsync(handle);
                events.Where(e => e.EventType == EventType.ActivityTaskScheduled).Select(e => e.EventId).Should().Equal(5, 6);
            });
    }

    [Activity]
    public static string Greet(string name) => $"Hello {name}";

    [Workflow]
    public class GreetBoth
    {
        [WorkflowRun]
        public async Task<string> RunAsync(string first, string second)
        {
            var options = new ActivityOptions { StartToCloseTimeout = TimeSpan.FromSeconds(10) };
            var one = Workflow.ExecuteActivityAsync(() => Greet(first), options);
            var two = Workflow.ExecuteActivityAsync(() => Greet(second), options);
            return string.Join(", ", await Workflow.WhenAllAsync(one, two));
        }
    }
}
