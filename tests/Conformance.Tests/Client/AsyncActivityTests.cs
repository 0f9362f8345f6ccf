using Temporalio.Api.Enums.V1;
using Temporalio.Api.WorkflowService.V1;
using Temporalio.Client;
using Temporalio.Exceptions;
using TemporalVideo.Conformance.Tests.Sdk;

namespace TemporalVideo.Conformance.Tests.Client;

public abstract class AsyncActivityTests(WorkerServerFixture server) : ClientTests(server)
{
    [SkippableFact]
    public async Task C117_CompleteAsync_ByToken_RecordsTheResult()
    {
        var handle = await Client.StartWorkflowAsync("W", [], Options());
        var token = await StartActivityAsync();
        var activity = Client.GetAsyncActivityHandle(token);

        await activity.HeartbeatAsync(new AsyncActivityHeartbeatOptions { Details = [50] });
        var heartbeat = (await handle.DescribeRawAsync()).PendingActivities.Single().HeartbeatDetails;
        await activity.CompleteAsync("done");

        heartbeat.Payloads_.Single().Data.ToStringUtf8().Should().Be("50");
        (await handle.FetchHistoryAsync()).Events.Single(e => e.EventType == EventType.ActivityTaskCompleted)
            .ActivityTaskCompletedEventAttributes.Result.Payloads_.Single().Data.ToStringUtf8().Should().Be("\"done\"");
    }

    [SkippableFact]
    public async Task C117_FailAsync_ById_RecordsTheFailure()
    {
        var handle = await Client.StartWorkflowAsync("W", [], Options());
        await StartActivityAsync();

        await Client.GetAsyncActivityHandle(handle.Id, "", "1").FailAsync(new ApplicationFailureException("broken", nonRetryable: true));

        (await handle.FetchHistoryAsync()).Events.Single(e => e.EventType == EventType.ActivityTaskFailed)
            .ActivityTaskFailedEventAttributes.Failure.Message.Should().Be("broken");
    }

    [SkippableFact]
    public async Task C117_HeartbeatAsync_CancelRequested_ThrowsAndCanBeReported()
    {
        var handle = await Client.StartWorkflowAsync("W", [], Options());
        await StartActivityAsync();
        var scheduled = (await handle.FetchHistoryAsync()).Events.Single(e => e.EventType == EventType.ActivityTaskScheduled).EventId;
        await handle.SignalAsync("wake", []);
        await Worker.RespondAsync(new Temporalio.Api.Command.V1.Command
        {
            CommandType = CommandType.RequestCancelActivityTask,
            RequestCancelActivityTaskCommandAttributes = new() { ScheduledEventId = scheduled },
        });
        var activity = Client.GetAsyncActivityHandle(handle.Id, "", "1");

        await ((Func<Task>)(() => activity.HeartbeatAsync())).Should().ThrowAsync<AsyncActivityCanceledException>();
        await activity.ReportCancellationAsync();

        (await handle.FetchHistoryAsync()).Events.Should().Contain(e => e.EventType == EventType.ActivityTaskCanceled);
    }

    private async Task<byte[]> StartActivityAsync()
    {
        await Worker.RespondAsync(Worker.Schedule("Paint"));
        PollActivityTaskQueueResponse task;
        do
        {
            task = await Client.WorkflowService.PollActivityTaskQueueAsync(
                new() { Namespace = "default", TaskQueue = new() { Name = TaskQueue }, Identity = "raw" }, new RpcOptions { Retry = true });
        }
        while (task.TaskToken.IsEmpty);

        return task.TaskToken.ToByteArray();
    }

    [Collection(WorkerServers.Name)]
    public sealed class OnRealServer(WorkerServers.Real server) : AsyncActivityTests(server);

    [Collection(WorkerServers.Name)]
    public sealed class OnEmbeddedServer(WorkerServers.Embedded server) : AsyncActivityTests(server);
}
