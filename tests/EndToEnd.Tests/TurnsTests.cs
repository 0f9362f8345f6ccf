using System.Collections.Concurrent;
using Temporalio.Activities;
using Temporalio.Api.WorkflowService.V1;
using Temporalio.Client;
using Temporalio.Worker;
using Temporalio.Workflows;
using TemporalVideo.Tests.Support;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.EndToEnd.Tests;

/// <summary>Whose turn it is under load, on a server that knows priorities and fairness: with the priorities that all steps have.</summary>
public sealed class TurnsTests
{
    private const int Most = 120;
    private const int Few = 30;
    private const string Queue = "turns";

    [SkippableFact]
    public async Task Steps_OfManyInTheBackground_LetWhoWaitsGoFirstAndShareAmongUsers()
    {
        await using var server = await RealServer.StartAsync(
            "--dynamic-config-value", "matching.useNewMatcher=true", "--dynamic-config-value", "matching.enableFairness=true",
            "--dynamic-config-value", "matching.numTaskqueueReadPartitions=1", "--dynamic-config-value",
            "matching.numTaskqueueWritePartitions=1");
        var client = await TemporalClient.ConnectAsync(new TemporalClientConnectOptions(server.TargetHost));
        using var starter = new TemporalWorker(client, new TemporalWorkerOptions("starts").AddWorkflow<Steps>());
        await starter.ExecuteAsync(async () =>
        {
            // All of it stands in the queue before anybody works: first the user who has ordered most.
            var turns = new Turns();
            List<WorkflowHandle> runs =
            [
                await StartAsync(client, "anna", "nightly", interactive: false, Most),
                await StartAsync(client, "ben", "weekly", interactive: false, Few),
                await StartAsync(client, "anna", "now", interactive: true, Few),
            ];
            var options = new TemporalWorkerOptions(Queue) { MaxConcurrentActivities = 1, MaxConcurrentActivityTaskPolls = 1 };
            using var worker = new TemporalWorker(client, options.AddAllActivities(turns));
            await worker.ExecuteAsync(() => Task.WhenAll(runs.Select(run => run.GetResultAsync())));

            var order = turns.Taken.ToList();
            order.Should().HaveCount(Most + Few + Few);

            // One or two may be on their way to the worker already.
            order.Take(Few + 2).Count(turn => turn == "now").Should().BeGreaterThanOrEqualTo(Few - 1, "a person waits for these");
            var background = order.Where(turn => turn != "now").Take(2 * Few).ToList();
            background.Count(turn => turn == "weekly").Should().BeInRange(
                Few - 6, Few, "a user with few orders has a turn as often as one with many, whoever was first");
        });
    }

    private static async Task<WorkflowHandle> StartAsync(TemporalClient client, string user, string session, bool interactive, int steps)
    {
        var handle = await client.StartWorkflowAsync(
            (Steps workflow) => workflow.RunAsync(new Order(user, session, interactive, steps)), new(session, "starts"));
        var asked = new DescribeWorkflowExecutionRequest
        {
            Namespace = client.Options.Namespace,
            Execution = new() { WorkflowId = session },
        };
        while ((await client.WorkflowService.DescribeWorkflowExecutionAsync(asked)).PendingActivities.Count < steps)
        {
            await Task.Delay(100);
        }

        return handle;
    }

    /// <summary>Steps of a session, all at once.</summary>
    [Workflow]
    public sealed class Steps
    {
        [WorkflowRun]
        public Task RunAsync(Order order)
        {
            var options = new ActivityOptions
            {
                TaskQueue = Queue,
                StartToCloseTimeout = TimeSpan.FromMinutes(1),
                Priority = VideoPriority.Of(new SessionKey(order.User, order.Session), order.Interactive),
            };
            return Workflow.WhenAllAsync(Enumerable.Range(0, order.Steps)
                .Select(_ => Workflow.ExecuteActivityAsync((Turns turns) => turns.Take(order.Session), options)));
        }
    }

    public sealed record Order(string User, string Session, bool Interactive, int Steps);

    /// <summary>Notes in which order the steps have their turn.</summary>
    public sealed class Turns
    {
        public ConcurrentQueue<string> Taken { get; } = new();

        [Activity]
        public void Take(string session) => Taken.Enqueue(session);
    }
}
