using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Temporalio.Activities;
using Temporalio.Api.WorkflowService.V1;
using Temporalio.Converters;
using Temporalio.Exceptions;
using TemporalVideo.Grpc;
using TemporalVideo.Tests.Support;

namespace Temporalio.Tests.Worker.Wire;

/// <summary>What a worker answers to activities, seen from the server's side.</summary>
public class ActivityAnswerTests
{
    private readonly TaskCompletionSource<ActivityCancelReason> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [Fact]
    public async Task C113_CancelRequested_ActivityIsReportedCanceledWithItsDetails()
    {
        await using var frontend = await WorkerFrontend.StartAsync();
        frontend.Heartbeat = _ => new() { CancelRequested = true };

        await RunAsync(frontend, "BeatUntilCanceled", () => _ended.Task);

        (await _ended.Task).Should().Be(ActivityCancelReason.CancelRequested);
        var canceled = frontend.Server.Received<RespondActivityTaskCanceledRequest>().Single();
        canceled.TaskToken.ToStringUtf8().Should().Be("token");
        DataConverter.Default.PayloadConverter.ToValue(canceled.Details.Payloads_.Single(), typeof(string)).Should().Be("half way");
        frontend.Server.Received<RespondActivityTaskFailedRequest>().Should().BeEmpty();
    }

    [Fact]
    public async Task C114_HeartbeatNotFound_ActivityIsCanceledAndNothingReported()
    {
        await using var frontend = await WorkerFrontend.StartAsync();
        frontend.Heartbeat = _ => throw new GrpcException(GrpcStatusCode.NotFound, "workflow execution already completed");

        await RunAsync(frontend, "BeatUntilCanceled", () => _ended.Task);

        (await _ended.Task).Should().Be(ActivityCancelReason.GoneFromServer);
        frontend.Server.Received<RespondActivityTaskCanceledRequest>().Should().BeEmpty();
        frontend.Server.Received<RespondActivityTaskFailedRequest>().Should().BeEmpty();
        frontend.Server.Received<RespondActivityTaskCompletedRequest>().Should().BeEmpty();
    }

    [Fact]
    public async Task C120_UnknownActivityType_IsARetryableFailure()
    {
        await using var frontend = await WorkerFrontend.StartAsync();

        await RunAsync(frontend, "NoSuchActivity", () => frontend.Server.UntilReceivedAsync<RespondActivityTaskFailedRequest>());

        var failure = frontend.Server.Received<RespondActivityTaskFailedRequest>().Single().Failure;
        failure.ApplicationFailureInfo.Type.Should().Be("NotFoundError");
        failure.ApplicationFailureInfo.NonRetryable.Should().BeFalse();
        failure.Message.Should().Contain("NoSuchActivity").And.Contain("BeatUntilCanceled");
    }

    [Activity]
    private async Task BeatUntilCanceledAsync()
    {
        var context = ActivityExecutionContext.Current;
        context.Heartbeat("beat");
        try
        {
            await Task.Delay(Timeout.Infinite, context.CancellationToken);
        }
        catch (OperationCanceledException)
        {
            throw new CanceledFailureException("stopped", details: ["half way"]);
        }
        finally
        {
            _ended.SetResult(context.CancelReason);
        }
    }

    private Task RunAsync(WorkerFrontend frontend, string activityType, Func<Task> test)
    {
        frontend.Give(new PollActivityTaskQueueResponse
        {
            TaskToken = ByteString.CopyFromUtf8("token"),
            ActivityType = new() { Name = activityType },
            ActivityId = "1",
            Attempt = 1,
            WorkflowExecution = new() { WorkflowId = "w", RunId = "run" },
            HeartbeatTimeout = Duration.FromTimeSpan(TimeSpan.FromSeconds(30)),
            StartToCloseTimeout = Duration.FromTimeSpan(TimeSpan.FromSeconds(60)),
        });
        return WireWorker.RunAsync(frontend, o => o.AddActivity(BeatUntilCanceledAsync), test);
    }
}
