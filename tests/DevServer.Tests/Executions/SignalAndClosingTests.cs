using Grpc.Core;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.WorkflowService.V1;
using TemporalVideo.Tests.Support;

namespace TemporalVideo.DevServer.Tests.Executions;

public sealed class SignalAndClosingTests(BothServers servers) : ConformanceTest(servers)
{
    [SkippableTheory, MemberData(nameof(Servers))]
    public async Task C131_Signal_SameRequestIdTwice_IsOneEvent(ServerKind kind)
    {
        var workflow = await NewAsync(kind);
        await workflow.StartAsync();
        await workflow.SignalAsync(requestId: "s1");
        await workflow.SignalAsync(requestId: "s1");

        (await workflow.EventsAsync()).Should().Be("Started TaskScheduled Signaled");
    }

    [SkippableTheory, MemberData(nameof(Servers))]
    public async Task C132_Signal_ClosedOrUnknown_IsNotFound(ServerKind kind)
    {
        var workflow = await NewAsync(kind);
        var unknown = (await workflow.Awaiting(each => each.SignalAsync()).Should().ThrowAsync<CallFailedException>()).Which;
        await workflow.StartAsync();
        await workflow.RunTaskAsync(Commands.Complete());
        var closed = (await workflow.Awaiting(each => each.SignalAsync()).Should().ThrowAsync<CallFailedException>()).Which;

        unknown.Code.Should().Be(StatusCode.NotFound);
        unknown.Message.Should().Be($"workflow not found for ID: {workflow.Id}");
        closed.Code.Should().Be(StatusCode.NotFound);
        closed.Message.Should().Be("workflow execution already completed");
    }

    [SkippableTheory, MemberData(nameof(Servers))]
    public async Task C153_Cancel_Twice_IsOneEvent_ClosedIsFine(ServerKind kind)
    {
        var workflow = await NewAsync(kind);
        await workflow.StartAsync();
        await workflow.RunTaskAsync();
        await workflow.RequestCancelAsync();
        await workflow.RequestCancelAsync();
        await workflow.RunTaskAsync(Commands.Cancel());
        await workflow.RequestCancelAsync();

        (await workflow.EventsAsync()).Should().Be(
            "Started TaskScheduled TaskStarted TaskCompleted CancelRequested TaskScheduled TaskStarted TaskCompleted Canceled");
        (await workflow.EventAsync(
            EventType.WorkflowExecutionCancelRequested)).WorkflowExecutionCancelRequestedEventAttributes.Cause.Should().Be("enough");
    }

    [SkippableTheory, MemberData(nameof(Servers))]
    public async Task C156_Terminate_Open_ClosesAtOnce(ServerKind kind)
    {
        var workflow = await NewAsync(kind);
        await workflow.StartAsync();
        await workflow.RunTaskAsync(Commands.Activity("a", workflow.Queue));
        var activity = await workflow.PollActivityAsync();
        await workflow.TerminateAsync("because");

        var closed = (await workflow.CloseEventAsync()).WorkflowExecutionTerminatedEventAttributes;

        closed.Reason.Should().Be("because");
        closed.Identity.Should().Be("client");
        Values.Text(closed.Details).Should().Be("why");
        var error = await workflow.Awaiting(each => each.CompleteActivityAsync(activity)).Should().ThrowAsync<CallFailedException>();
        error.Which.Code.Should().Be(StatusCode.NotFound);
        var again = await workflow.Awaiting(each => each.TerminateAsync()).Should().ThrowAsync<CallFailedException>();
        again.Which.Message.Should().Be("workflow execution already completed");
    }

    [SkippableTheory, MemberData(nameof(Servers))]
    public async Task C157_Terminate_OtherFirstRun_IsNotFound(ServerKind kind)
    {
        var workflow = await NewAsync(kind);
        await workflow.StartAsync();

        var error = await workflow.Awaiting(each => each.TerminateAsync(firstRunId: Guid.NewGuid().ToString())).Should()
            .ThrowAsync<CallFailedException>();

        error.Which.Code.Should().Be(StatusCode.NotFound);
        error.Which.Message.Should().Be("workflow execution not found");
        await workflow.TerminateAsync(firstRunId: workflow.RunId);
    }

    [SkippableTheory, MemberData(nameof(EmbeddedOnly))]
    public async Task Delete_Closed_IsGone(ServerKind kind)
    {
        var workflow = await NewAsync(kind);
        await workflow.StartAsync();
        await workflow.Client.CallAsync<DeleteWorkflowExecutionResponse>(
            "DeleteWorkflowExecution",
                new DeleteWorkflowExecutionRequest { Namespace = TestWorkflow.Namespace, WorkflowExecution = workflow.Execution });

        var error = await workflow.Awaiting(each => each.DescribeAsync()).Should().ThrowAsync<CallFailedException>();

        error.Which.Code.Should().Be(StatusCode.NotFound);
    }
}
