using Grpc.Core;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.WorkflowService.V1;
using TemporalVideo.Tests.Support;

namespace TemporalVideo.DevServer.Tests.Executions;

public sealed class ResetTests(BothServers servers) : ConformanceTest(servers)
{
    [SkippableTheory, MemberData(nameof(Servers))]
    public async Task C176_Reset_ToFirstTask_CopiesFailsReappliesAndRuns(ServerKind kind)
    {
        var workflow = await NewAsync(kind);
        await workflow.StartAsync();
        await workflow.RunTaskAsync(Commands.Timer("t", TimeSpan.FromHours(1)));
        await workflow.SignalAsync("again");

        var newRun = await ResetAsync(workflow, 4);

        (await workflow.EventsAsync(newRun)).Should().Be("Started TaskScheduled TaskStarted TaskFailed Signaled TaskScheduled");
        var events = await workflow.HistoryAsync(newRun);
        var old = await workflow.HistoryAsync(workflow.RunId);
        events[0].WorkflowExecutionStartedEventAttributes.OriginalExecutionRunId.Should().Be(workflow.RunId);
        events[0].WorkflowExecutionStartedEventAttributes.FirstExecutionRunId.Should().Be(workflow.RunId);
        events.Take(3).Select(each => each.EventTime).Should().Equal(old.Take(3).Select(each => each.EventTime));
        var failed = events[3].WorkflowTaskFailedEventAttributes;
        failed.Cause.Should().Be(WorkflowTaskFailedCause.ResetWorkflow);
        failed.BaseRunId.Should().Be(workflow.RunId);
        failed.NewRunId.Should().Be(newRun);
        failed.Failure.Message.Should().Contain("try again");
        failed.Failure.ResetWorkflowFailureInfo.Should().NotBeNull();
        (await workflow.CloseEventAsync(workflow.RunId)).WorkflowExecutionTerminatedEventAttributes.Identity.Should()
            .Be("history-resetter");
        var task = await workflow.RunTaskAsync(Commands.Complete());
        task.WorkflowExecution.RunId.Should().Be(newRun);
    }

    [SkippableTheory, MemberData(nameof(Servers))]
    public async Task C176_Reset_ClosedRunWithPendingActivity_OffersItAgain(ServerKind kind)
    {
        var workflow = await NewAsync(kind);
        await workflow.StartAsync();
        await workflow.RunTaskAsync(Commands.Activity("a", workflow.Queue));
        await workflow.SignalAsync();
        await workflow.RunTaskAsync(Commands.Complete());

        var newRun = await ResetAsync(workflow, 9);

        var activity = await workflow.PollActivityAsync();
        activity.ActivityId.Should().Be("a");
        activity.WorkflowExecution.RunId.Should().Be(newRun);
        await workflow.CompleteActivityAsync(activity);
        await workflow.RunTaskAsync(Commands.Complete());
    }

    [SkippableTheory, MemberData(nameof(Servers))]
    public async Task C176_Reset_OutsideOfTasks_IsRefused(ServerKind kind)
    {
        var workflow = await NewAsync(kind);
        await workflow.StartAsync();
        await workflow.RunTaskAsync(Commands.Timer("t", TimeSpan.FromHours(1)));

        var error = await workflow.Awaiting(each => ResetAsync(each, 99)).Should().ThrowAsync<CallFailedException>();

        error.Which.Code.Should().Be(StatusCode.InvalidArgument);
    }

    private static async Task<string> ResetAsync(TestWorkflow workflow, long eventId) =>
        (await workflow.Client.CallAsync<ResetWorkflowExecutionResponse>(
        "ResetWorkflowExecution",
        new ResetWorkflowExecutionRequest
        {
            Namespace = TestWorkflow.Namespace,
            WorkflowExecution = workflow.Execution,
            WorkflowTaskFinishEventId = eventId,
            Reason = "try again",
            RequestId = Guid.NewGuid().ToString(),
        })).RunId;
}
