using Temporalio.Activities;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.WorkflowService.V1;
using Temporalio.Worker.Pollers;
using Temporalio.Workflows;
using TemporalVideo.Grpc;
using TemporalVideo.Tests.Support;

namespace Temporalio.Tests.Worker.Wire;

public class PollingTests
{
    [Fact]
    public async Task C009_EmptyPolls_AreRepeatedAtOnce()
    {
        // With back-off between them, so many polls would take half an hour.
        const int Empty = 200;
        var polls = 0;
        await using var frontend = await WorkerFrontend.StartAsync();
        frontend.EndsPoll = () => Interlocked.Increment(ref polls) <= Empty;
        frontend.Give(new TaskScript("Ends").TaskScheduledAndStarted().Task());

        await RunAsync(frontend, () => frontend.Server.UntilReceivedAsync<RespondWorkflowTaskCompletedRequest>());

        frontend.Server.Received<PollWorkflowTaskQueueRequest>().Concat<object>(frontend.Server.Received<PollActivityTaskQueueRequest>())
            .Count().Should().BeGreaterThan(Empty);
    }

    [Fact]
    public async Task C009_Unavailable_IsRetriedUntilThereAreTasks()
    {
        var polls = 0;
        await using var frontend = await WorkerFrontend.StartAsync();
        frontend.EndsPoll = () => Interlocked.Increment(ref polls) <= 6
            ? throw new GrpcException(polls % 2 == 0 ? GrpcStatusCode.Unavailable : GrpcStatusCode.ResourceExhausted, "away")
            : false;
        frontend.Give(new TaskScript("Ends").TaskScheduledAndStarted().Task());
        frontend.Give(new PollActivityTaskQueueResponse
        {
            TaskToken = Google.Protobuf.ByteString.CopyFromUtf8("a"),
            ActivityType = new() { Name = "DoNothing" },
            ActivityId = "1",
            Attempt = 1,
        });

        await RunAsync(frontend, async () =>
        {
            await frontend.Server.UntilReceivedAsync<RespondWorkflowTaskCompletedRequest>();
            await frontend.Server.UntilReceivedAsync<RespondActivityTaskCompletedRequest>();
        });

        frontend.Server.Received<RespondWorkflowTaskCompletedRequest>().Single().Commands.Single().CommandType
            .Should().Be(CommandType.CompleteWorkflowExecution);
    }

    [Theory]
    [InlineData(false, 0.2)]
    [InlineData(true, 1)]
    public void C009_Backoff_DoublesUpToTenSecondsWithoutEnd(bool exhausted, double firstSeconds)
    {
        var backoff = new Backoff();

        for (var failure = 0; failure < 1000; failure++)
        {
            var expected = Math.Min(firstSeconds * Math.Pow(2, failure), 10);
            backoff.Next(exhausted).TotalSeconds.Should().BeInRange(expected * 0.79, expected * 1.21);
        }

        backoff.Reset();
        backoff.Next(exhausted).TotalSeconds.Should().BeInRange(firstSeconds * 0.79, firstSeconds * 1.21);
    }

    private static Task RunAsync(WorkerFrontend frontend, Func<Task> test) => WireWorker.RunAsync(
        frontend,
        o =>
        {
            o.AddWorkflow<Ends>().AddActivity(DoNothing);
            o.MaxConcurrentWorkflowTaskPolls = 1;
            o.MaxConcurrentActivityTaskPolls = 1;
        },
        test);

    [Activity]
    private static void DoNothing()
    {
    }

    [Workflow]
    public class Ends
    {
        [WorkflowRun]
        public Task RunAsync() => Task.CompletedTask;
    }
}
