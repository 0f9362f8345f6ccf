using Google.Protobuf;
using Grpc.Core;
using Temporalio.Api.Command.V1;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Failure.V1;
using Temporalio.Api.WorkflowService.V1;
using TemporalVideo.DevServer.Tests.Executions;
using TemporalVideo.Tests.Support;

namespace TemporalVideo.DevServer.Tests.Hostile;

/// <summary>More than 2 MB in one place: refused where a caller can be told, the end of the activity or of the run where it would only come
/// again.</summary>
public sealed class BlobLimitTests(BothServers servers) : ConformanceTest(servers)
{
    private const int TooMuch = (2 << 20) + 1000;
    private static readonly Payload Payload = new()
    {
        Metadata = { ["encoding"] = ByteString.CopyFromUtf8("binary/plain") },
        Data = ByteString.CopyFrom(new byte[TooMuch]),
    };

    private static readonly Payloads Large = new() { Payloads_ = { Payload } };

    private static readonly Failure LargeFailure = new() { Message = new string('m', TooMuch), ApplicationFailureInfo = new() };

    private static readonly Dictionary<string, Action<Command>> Enlarge = new()
    {
        ["BadScheduleActivityAttributes: ScheduleActivityTaskCommandAttributes.Input exceeds size limit."] = command =>
        {
            command.CommandType = CommandType.ScheduleActivityTask;
            command.ScheduleActivityTaskCommandAttributes =
                new()
                {
                    ActivityId = "a",
                    ActivityType = new() { Name = "A" },
                    TaskQueue = new() { Name = "q" },
                    StartToCloseTimeout = new() { Seconds = 9 },
                    Input = Large
                };
        },
        ["BadScheduleActivityAttributes: CompleteWorkflowExecutionCommandAttributes.Result exceeds size limit."] = command =>
        {
            command.CommandType = CommandType.CompleteWorkflowExecution;
            command.CompleteWorkflowExecutionCommandAttributes = new() { Result = Large };
        },
        ["BadFailWorkflowExecutionAttributes: FailWorkflowExecutionCommandAttributes.Failure exceeds size limit."] = command =>
        {
            command.CommandType = CommandType.FailWorkflowExecution;
            command.FailWorkflowExecutionCommandAttributes = new() { Failure = LargeFailure };
        },
        ["BadRecordMarkerAttributes: RecordMarkerCommandAttributes.Details exceeds size limit."] = command =>
        {
            command.CommandType = CommandType.RecordMarker;
            command.RecordMarkerCommandAttributes = new() { MarkerName = "m", Details = { ["d"] = Large } };
        },
        ["BadContinueAsNewAttributes: ContinueAsNewWorkflowExecutionCommandAttributes. Input exceeds size limit."] = command =>
        {
            command.CommandType = CommandType.ContinueAsNewWorkflowExecution;
            command.ContinueAsNewWorkflowExecutionCommandAttributes = new() { Input = Large };
        },
    };

    public static TheoryData<ServerKind, string> LargeCommands
    {
        get
        {
            var data = new TheoryData<ServerKind, string>();
            foreach (var kind in Enum.GetValues<ServerKind>())
            {
                foreach (var reason in Enlarge.Keys)
                {
                    data.Add(kind, reason);
                }
            }

            return data;
        }
    }

    [SkippableTheory, MemberData(nameof(Servers))]
    public async Task LargeRequests_AreRefused(ServerKind kind)
    {
        var workflow = await NewAsync(kind);
        await RefusedAsync(() => workflow.StartAsync(request => request.Input = Large), "Blob data size exceeds limit.");
        await RefusedAsync(() => workflow.StartAsync(request => request.Memo = new Memo { Fields = { ["m"] = Payload } }),
            "Memo size exceeds limit.");
        await workflow.StartAsync();

        await RefusedAsync(
            () => workflow.Client.CallAsync<SignalWorkflowExecutionResponse>(
                "SignalWorkflowExecution",
                new SignalWorkflowExecutionRequest
                {
                    Namespace = TestWorkflow.Namespace,
                    WorkflowExecution = workflow.Execution,
                    SignalName = "s",
                    Input = Large
                }),
            "Blob data size exceeds limit.");
        await RefusedAsync(
            () => workflow.Client.CallAsync<QueryWorkflowResponse>(
                "QueryWorkflow",
                new QueryWorkflowRequest
                {
                    Namespace = TestWorkflow.Namespace,
                    Execution = workflow.Execution,
                    Query = new() { QueryType = "q", QueryArgs = Large }
                }),
            "Blob data size exceeds limit.");

        (await workflow.EventsAsync()).Should().Be("Started TaskScheduled");
    }

    [SkippableTheory, MemberData(nameof(Servers))]
    public async Task LargeActivityAnswers_EndTheActivityForGood(ServerKind kind)
    {
        var workflow = await NewAsync(kind);
        await workflow.StartAsync();
        await workflow.RunTaskAsync([.. Enumerable.Range(0, 3).Select(n => Commands.Activity($"{n}", workflow.Queue))]);

        var heartbeating = await workflow.PollActivityAsync();
        var answer = await workflow.Client.CallAsync<RecordActivityTaskHeartbeatResponse>(
            "RecordActivityTaskHeartbeat",
            new RecordActivityTaskHeartbeatRequest
            {
                Namespace = TestWorkflow.Namespace,
                TaskToken = heartbeating.TaskToken,
                Details = Large
            });
        var completing = await workflow.PollActivityAsync();
        await workflow.Client.CallAsync<RespondActivityTaskCompletedResponse>(
            "RespondActivityTaskCompleted",
            new RespondActivityTaskCompletedRequest
            {
                Namespace = TestWorkflow.Namespace,
                TaskToken = completing.TaskToken,
                Result = Large
            });
        var failing = await workflow.PollActivityAsync();
        await workflow.Client.CallAsync<RespondActivityTaskFailedResponse>(
            "RespondActivityTaskFailed",
            new RespondActivityTaskFailedRequest
            {
                Namespace = TestWorkflow.Namespace,
                TaskToken = failing.TaskToken,
                Failure = LargeFailure
            });

        answer.CancelRequested.Should().BeTrue();
        var failures = (await workflow.HistoryAsync()).Select(each => each.ActivityTaskFailedEventAttributes)
            .Where(each => each is not null).ToList();
        failures.Select(each => each.Failure.Message).Should().Equal(
            "Heartbeat details exceed size limit.", "Complete result exceeds size limit.", "Failure exceeds size limit.");
        failures.Should()
            .OnlyContain(each => each.RetryState == RetryState.NonRetryableFailure && each.Failure.ServerFailureInfo.NonRetryable);
        failures[2].Failure.Cause.Message.Should().StartWith("mmm").And.Match(text => text.Length < TooMuch);
    }

    [SkippableTheory, MemberData(nameof(LargeCommands))]
    public async Task LargeCommand_TerminatesTheRun(ServerKind kind, string reason)
    {
        var workflow = await NewAsync(kind);
        await workflow.StartAsync();
        var task = await workflow.PollAsync();
        var command = new Command();
        Enlarge[reason](command);

        await RefusedAsync(() => workflow.CompleteAsync(task, command), reason);

        (await workflow.EventsAsync()).Should().Be("Started TaskScheduled TaskStarted TaskFailed Terminated");
        var closing = (await workflow.CloseEventAsync()).WorkflowExecutionTerminatedEventAttributes;
        closing.Reason.Should().Be(reason);
        closing.Identity.Should().Be("history-service");
    }

    [SkippableTheory, MemberData(nameof(Servers))]
    public async Task CommandWithoutAttributes_FailsTheTask(ServerKind kind)
    {
        const string Reason =
            "BadScheduleActivityAttributes: ScheduleActivityTaskCommandAttributes is not set on ScheduleActivityTaskCommand.";
        var workflow = await NewAsync(kind);
        await workflow.StartAsync();
        var task = await workflow.PollAsync();

        await RefusedAsync(() => workflow.CompleteAsync(task, new Command { CommandType = CommandType.ScheduleActivityTask }), Reason);

        var failed = (await workflow.HistoryAsync())[3].WorkflowTaskFailedEventAttributes;
        failed.Cause.Should().Be(WorkflowTaskFailedCause.BadScheduleActivityAttributes);
        failed.Failure.Message.Should().Be(Reason);
    }

    private static async Task RefusedAsync(Func<Task> call, string text)
    {
        var refused = (await call.Should().ThrowAsync<CallFailedException>()).Which;
        refused.Code.Should().Be(StatusCode.InvalidArgument);
        refused.Message.Should().Be(text);
    }
}
