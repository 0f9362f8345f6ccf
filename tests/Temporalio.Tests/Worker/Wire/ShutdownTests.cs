using Google.Protobuf;
using Temporalio.Activities;
using Temporalio.Api.WorkflowService.V1;
using Temporalio.Workflows;
using TemporalVideo.Tests.Support;

namespace Temporalio.Tests.Worker.Wire;

/// <summary>A worker that shuts down takes no task that it does not work on.</summary>
public class ShutdownTests
{
    [Fact]
    public async Task C202_TasksThatCrossTheShutdown_AreWorkedOn()
    {
        await using var frontend = await WorkerFrontend.StartAsync();
        frontend.EndsPollsOnShutdown = true;
        frontend.ShuttingDown = () =>
        {
            frontend.Give(new TaskScript("Ends").TaskScheduledAndStarted().Task());
            frontend.Give(new PollActivityTaskQueueResponse
            {
                TaskToken = ByteString.CopyFromUtf8("a"),
                ActivityType = new() { Name = "DoNothing" },
                ActivityId = "1",
                Attempt = 1,
            });
        };

        await RunAsync(frontend);

        frontend.Server.Received<RespondWorkflowTaskCompletedRequest>().Should().ContainSingle();
        frontend.Server.Received<RespondActivityTaskCompletedRequest>().Should().ContainSingle();
    }

    [Fact]
    public async Task C202_Shutdown_NamesTheWorkerThatPolled()
    {
        await using var frontend = await WorkerFrontend.StartAsync();
        frontend.EndsPollsOnShutdown = true;

        await RunAsync(frontend);

        var shutdown = frontend.Server.Received<ShutdownWorkerRequest>().Single();
        var polls = frontend.Server.Received<PollWorkflowTaskQueueRequest>().ToList();
        polls.Select(p => p.WorkerInstanceKey).Concat(frontend.Server.Received<PollActivityTaskQueueRequest>().Select(p => p.WorkerInstanceKey))
            .Distinct().Should().Equal(shutdown.WorkerInstanceKey);
        polls.Select(p => p.TaskQueue.Name).Distinct().Should().BeEquivalentTo(shutdown.TaskQueue, shutdown.StickyTaskQueue);
    }

    private static Task RunAsync(WorkerFrontend frontend) => WireWorker.RunAsync(
        frontend,
        o => o.AddWorkflow<Ends>().AddActivity(DoNothing),
        async () =>
        {
            await frontend.Server.UntilReceivedAsync<PollWorkflowTaskQueueRequest>(5);
            await frontend.Server.UntilReceivedAsync<PollActivityTaskQueueRequest>(5);
        });

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
