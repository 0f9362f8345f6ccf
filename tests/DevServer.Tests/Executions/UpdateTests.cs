using Grpc.Core;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.ErrorDetails.V1;
using Temporalio.Api.WorkflowService.V1;
using TemporalVideo.Tests.Support;
using static Temporalio.Api.Enums.V1.UpdateWorkflowExecutionLifecycleStage;

namespace TemporalVideo.DevServer.Tests.Executions;

public sealed class UpdateTests(BothServers servers) : ConformanceTest(servers)
{
    [SkippableTheory, MemberData(nameof(Servers))]
    public async Task C142_C147_Update_IdleRun_IsAcceptedAndCompletedInOneTask(ServerKind kind)
    {
        var workflow = await IdleAsync(kind);
        var update = workflow.UpdateAsync("u1");
        var task = await workflow.PollAsync();
        task.Messages.Single().ProtocolInstanceId.Should().Be("u1");
        task.Messages.Single().EventId.Should().Be(5);
        (await workflow.EventsAsync()).Should().Be("Started TaskScheduled TaskStarted TaskCompleted");

        await AcceptAndCompleteAsync(workflow, task, "fine");

        var answer = await update;
        answer.Stage.Should().Be(Completed);
        Values.Text(answer.Outcome.Success).Should().Be("fine");
        (await workflow.EventsAsync()).Should()
            .Be("Started TaskScheduled TaskStarted TaskCompleted TaskScheduled TaskStarted TaskCompleted UpdateAccepted UpdateCompleted");
        var events = await workflow.HistoryAsync();
        events[7].WorkflowExecutionUpdateAcceptedEventAttributes.AcceptedRequestSequencingEventId.Should().Be(5);
        events[8].WorkflowExecutionUpdateCompletedEventAttributes.AcceptedEventId.Should().Be(8);
    }

    [SkippableTheory, MemberData(nameof(Servers))]
    public async Task C143_Update_Rejected_LeavesNothing(ServerKind kind)
    {
        var workflow = await IdleAsync(kind);
        var update = workflow.UpdateAsync("u1");
        var task = await workflow.PollAsync();
        var response = await workflow.CompleteAsync(task, request => request.Messages.Add(UpdateAnswers.Reject(task.Messages.Single())));

        var answer = await update;

        answer.Stage.Should().Be(Completed);
        answer.Outcome.Failure.ApplicationFailureInfo.Type.Should().Be("Rejected");
        response.ResetHistoryEventId.Should().Be(3);
        (await workflow.EventsAsync()).Should().Be("Started TaskScheduled TaskStarted TaskCompleted");
        await workflow.SignalAsync();
        (await workflow.RunTaskAsync(Commands.Complete())).StartedEventId.Should().Be(7);
    }

    [SkippableTheory, MemberData(nameof(Servers))]
    public async Task C144_Update_SameIdTwice_HasOneOutcomeAlsoAfterTheEnd(ServerKind kind)
    {
        var workflow = await IdleAsync(kind);
        var first = workflow.UpdateAsync("u1");
        var task = await workflow.PollAsync();
        var second = workflow.UpdateAsync("u1");
        await AcceptAndCompleteAsync(workflow, task, "once");
        Values.Text((await first).Outcome.Success).Should().Be("once");
        Values.Text((await second).Outcome.Success).Should().Be("once");
        await workflow.SignalAsync();
        await workflow.RunTaskAsync(Commands.Complete());

        Values.Text((await workflow.UpdateAsync("u1")).Outcome.Success).Should().Be("once");
    }

    [SkippableTheory, MemberData(nameof(Servers))]
    public async Task C145_Update_WithActivity_IsAcceptedFirstAndCompletedLater(ServerKind kind)
    {
        var workflow = await IdleAsync(kind);
        var accepted = workflow.UpdateAsync("u1", Accepted);
        var task = await workflow.PollAsync();
        var accept = UpdateAnswers.Accept(task.Messages.Single());
        await workflow.CompleteAsync(task, request => request.Messages.Add(accept), Commands.Message(accept.Id),
            Commands.Activity("a", workflow.Queue));
        (await accepted).Stage.Should().Be(Accepted);
        await workflow.CompleteActivityAsync(await workflow.PollActivityAsync());
        var complete = UpdateAnswers.Complete("u1", "later");
        await workflow.CompleteAsync(await workflow.PollAsync(), request => request.Messages.Add(complete), Commands.Message(complete.Id));

        var polled = await workflow.Client.CallAsync<PollWorkflowExecutionUpdateResponse>(
            "PollWorkflowExecutionUpdate",
            new PollWorkflowExecutionUpdateRequest
            {
                Namespace = TestWorkflow.Namespace,
                UpdateRef = new Temporalio.Api.Update.V1.UpdateRef { WorkflowExecution = workflow.Execution, UpdateId = "u1" },
                WaitPolicy = new Temporalio.Api.Update.V1.WaitPolicy { LifecycleStage = Completed },
            });

        Values.Text(polled.Outcome.Success).Should().Be("later");
        (await workflow.EventsAsync()).Should().EndWith(
            "TaskCompleted UpdateAccepted ActivityScheduled ActivityStarted ActivityCompleted TaskScheduled TaskStarted TaskCompleted "
                + "UpdateCompleted");
    }

    [SkippableTheory, MemberData(nameof(Servers))]
    public async Task C147_Update_SignalMeanwhile_TaskIsStored(ServerKind kind)
    {
        var workflow = await IdleAsync(kind);
        var update = workflow.UpdateAsync("u1");
        var task = await workflow.PollAsync();
        await workflow.SignalAsync();
        (await workflow.EventsAsync()).Should().Be("Started TaskScheduled TaskStarted TaskCompleted TaskScheduled TaskStarted");
        (await workflow.HistoryAsync())[5].WorkflowTaskStartedEventAttributes.Identity.Should().BeEmpty();

        await workflow.CompleteAsync(task, request => request.Messages.Add(UpdateAnswers.Reject(task.Messages.Single())));

        (await update).Outcome.Failure.Should().NotBeNull();
        (await workflow.EventsAsync()).Should()
            .Be("Started TaskScheduled TaskStarted TaskCompleted TaskScheduled TaskStarted TaskCompleted Signaled TaskScheduled");
    }

    [SkippableTheory, MemberData(nameof(Servers))]
    public async Task C148_Update_AcceptedAndRunCloses_FailsWithItsType(ServerKind kind)
    {
        var workflow = await IdleAsync(kind);
        var update = workflow.UpdateAsync("u1");
        var task = await workflow.PollAsync();
        var accept = UpdateAnswers.Accept(task.Messages.Single());
        await workflow.CompleteAsync(task, request => request.Messages.Add(accept), Commands.Message(accept.Id), Commands.Complete());

        var answer = await update;

        answer.Outcome.Failure.ApplicationFailureInfo.Type.Should().Be("AcceptedUpdateCompletedWorkflow");
        (await workflow.UpdateAsync("u1")).Outcome.Failure.ApplicationFailureInfo.Type.Should().Be("AcceptedUpdateCompletedWorkflow");
    }

    [SkippableTheory, MemberData(nameof(Servers))]
    public async Task C148_Update_IgnoredAndRunCloses_IsAborted(ServerKind kind)
    {
        var workflow = await IdleAsync(kind);
        var update = workflow.UpdateAsync("u1");
        await workflow.CompleteAsync(await workflow.PollAsync(), Commands.Complete());

        var error = (await update.Awaiting(each => each).Should().ThrowAsync<CallFailedException>()).Which;

        error.Code.Should().Be(StatusCode.NotFound);
        error.Message.Should().Be("workflow update was aborted by closing workflow");
    }

    [SkippableTheory, MemberData(nameof(Servers))]
    public async Task C149_Updates_ElevenInFlight_LastIsRefused(ServerKind kind)
    {
        var workflow = await IdleAsync(kind);
        var updates = Enumerable.Range(0, 10).Select(i => workflow.UpdateAsync($"u{i}", Accepted)).ToList();
        foreach (var i in Enumerable.Range(0, 10))
        {
            await workflow.AdmittedAsync($"u{i}");
        }

        // The signal makes the task a stored one: the real server forgets a speculative task when it refuses an update.
        await workflow.SignalAsync();
        var task = await workflow.PollAsync();
        task.Messages.Should().HaveCount(10);

        var error = (await workflow.Awaiting(each => each.UpdateAsync("eleventh")).Should().ThrowAsync<CallFailedException>()).Which;

        error.Code.Should().Be(StatusCode.ResourceExhausted);
        error.Message.Should().Be("limit on number of concurrent in-flight updates has been reached (10)");
        error.Status!.Details.Single().Unpack<ResourceExhaustedFailure>().Cause.Should().Be(ResourceExhaustedCause.ConcurrentLimit);
        await workflow.CompleteAsync(task, request => request.Messages.Add(task.Messages.Select(UpdateAnswers.Reject)));
        await Task.WhenAll(updates);
    }

    [SkippableTheory, MemberData(nameof(Servers))]
    public async Task C150_Update_IgnoredByTheWorker_IsRejectedByTheServer(ServerKind kind)
    {
        var workflow = await IdleAsync(kind);
        var update = workflow.UpdateAsync("u1");
        await workflow.CompleteAsync(await workflow.PollAsync());

        (await update).Outcome.Failure.ApplicationFailureInfo.Type.Should().Be("UnprocessedUpdate");
        (await workflow.EventsAsync()).Should().Be("Started TaskScheduled TaskStarted TaskCompleted");
    }

    [SkippableTheory, MemberData(nameof(Servers))]
    public async Task Update_StageAdmitted_IsNotPermitted(ServerKind kind)
    {
        var workflow = await IdleAsync(kind);

        var error = await workflow.Awaiting(each => each.UpdateAsync("u1", Admitted)).Should().ThrowAsync<CallFailedException>();

        error.Which.Code.Should().Be(StatusCode.PermissionDenied);
    }

    [SkippableTheory, MemberData(nameof(Servers))]
    public async Task C039_UpdateWithStart_New_IsOneTask(ServerKind kind)
    {
        var workflow = await NewAsync(kind);
        var call = MultiAsync(workflow);
        var task = await workflow.PollAsync();
        task.Messages.Single().EventId.Should().Be(2);
        await AcceptAndCompleteAsync(workflow, task, "fine");

        var answer = await call;

        answer.Responses[0].StartWorkflow.Started.Should().BeTrue();
        Values.Text(answer.Responses[1].UpdateWorkflow.Outcome.Success).Should().Be("fine");
        (await workflow.EventsAsync()).Should().Be("Started TaskScheduled TaskStarted TaskCompleted UpdateAccepted UpdateCompleted");
    }

    [SkippableTheory, MemberData(nameof(Servers))]
    public async Task C039_UpdateWithStart_StartRefused_NamesBothOperations(ServerKind kind)
    {
        var workflow = await IdleAsync(kind);

        var error = (await workflow.Awaiting(each => MultiAsync(each)).Should().ThrowAsync<CallFailedException>()).Which;

        error.Code.Should().Be(StatusCode.AlreadyExists);
        error.Message.Should().Be("Update-with-Start could not be executed.");
        var statuses = error.Status!.Details.Single().Unpack<MultiOperationExecutionFailure>().Statuses;
        statuses[0].Details.Single().Is(WorkflowExecutionAlreadyStartedFailure.Descriptor).Should().BeTrue();
        statuses[1].Details.Single().Is(Temporalio.Api.Failure.V1.MultiOperationExecutionAborted.Descriptor).Should().BeTrue();
    }

    private static Task<ExecuteMultiOperationResponse> MultiAsync(TestWorkflow workflow)
    {
        var start = workflow.StartRequest();
        start.WorkflowIdConflictPolicy = WorkflowIdConflictPolicy.Fail;
        return workflow.Client.CallAsync<ExecuteMultiOperationResponse>("ExecuteMultiOperation", new ExecuteMultiOperationRequest
        {
            Namespace = TestWorkflow.Namespace,
            Operations =
            {
                new ExecuteMultiOperationRequest.Types.Operation { StartWorkflow = start },
                new ExecuteMultiOperationRequest.Types.Operation { UpdateWorkflow = workflow.UpdateRequest("u1", Completed) },
            },
        });
    }

    private async Task<TestWorkflow> IdleAsync(ServerKind kind)
    {
        var workflow = await NewAsync(kind);
        await workflow.StartAsync();
        await workflow.RunTaskAsync();
        return workflow;
    }

    private static Task AcceptAndCompleteAsync(TestWorkflow workflow, PollWorkflowTaskQueueResponse task, string result)
    {
        var accept = UpdateAnswers.Accept(task.Messages.Single());
        var complete = UpdateAnswers.Complete(task.Messages.Single().ProtocolInstanceId, result);
        return workflow.CompleteAsync(task, request => request.Messages.Add([accept, complete]), Commands.Message(accept.Id),
            Commands.Message(complete.Id));
    }
}
