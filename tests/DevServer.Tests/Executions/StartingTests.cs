using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.ErrorDetails.V1;
using Temporalio.Api.WorkflowService.V1;
using TemporalVideo.Tests.Support;

namespace TemporalVideo.DevServer.Tests.Executions;

public sealed class StartingTests(BothServers servers) : ConformanceTest(servers)
{
    [SkippableTheory, MemberData(nameof(Servers))]
    public async Task C031_Start_New_WritesStartedWithDefaults(ServerKind kind)
    {
        var workflow = await NewAsync(kind);
        var started = await workflow.StartAsync(request => request.Memo = new Memo { Fields = { ["m"] = Values.One("memo") } });

        started.Started.Should().BeTrue();
        (await workflow.EventsAsync()).Should().Be("Started TaskScheduled");
        var attributes = (await workflow.HistoryAsync())[0].WorkflowExecutionStartedEventAttributes;
        attributes.WorkflowTaskTimeout.ToTimeSpan().Should().Be(TimeSpan.FromSeconds(10));
        attributes.FirstExecutionRunId.Should().Be(workflow.RunId);
        attributes.OriginalExecutionRunId.Should().Be(workflow.RunId);
        attributes.Attempt.Should().Be(1);
        attributes.Memo.Fields["m"].Should().Be(Values.One("memo"));
        attributes.ParentWorkflowExecution.Should().BeNull();
        attributes.RootWorkflowExecution.Should().BeNull();
    }

    [SkippableTheory, MemberData(nameof(Servers))]
    public async Task C032_Start_RunningId_IsRefusedWithItsRunId(ServerKind kind)
    {
        var workflow = await NewAsync(kind);
        var runId = (await workflow.StartAsync()).RunId;

        var error = (await workflow.Awaiting(each => each.StartAsync()).Should().ThrowAsync<CallFailedException>()).Which;

        error.Code.Should().Be(StatusCode.AlreadyExists);
        error.Message.Should().Be($"Workflow execution is already running. WorkflowId: {workflow.Id}, RunId: {runId}.");
        error.Status!.Details.Single().Unpack<WorkflowExecutionAlreadyStartedFailure>().RunId.Should().Be(runId);
    }

    [SkippableTheory, MemberData(nameof(Servers))]
    public async Task C033_Start_SameRequestId_GivesTheSameRun(ServerKind kind)
    {
        var workflow = await NewAsync(kind);
        var first = await workflow.StartAsync(request => request.RequestId = "r1");
        var second = await workflow.StartAsync(request => request.RequestId = "r1");

        second.RunId.Should().Be(first.RunId);
        second.Started.Should().BeTrue();
    }

    [SkippableTheory, MemberData(nameof(Servers))]
    public async Task C034_Start_UseExisting_GivesTheRunningRun(ServerKind kind)
    {
        var workflow = await NewAsync(kind);
        var first = await workflow.StartAsync();
        var second = await workflow.StartAsync(request => request.WorkflowIdConflictPolicy = WorkflowIdConflictPolicy.UseExisting);

        second.RunId.Should().Be(first.RunId);
        second.Started.Should().BeFalse();
    }

    [SkippableTheory, MemberData(nameof(Servers))]
    public async Task C035_Start_TerminateExisting_ReplacesTheRunningRun(ServerKind kind)
    {
        var workflow = await NewAsync(kind);
        var first = await workflow.StartAsync();
        var second = await workflow.StartAsync(request => request.WorkflowIdConflictPolicy = WorkflowIdConflictPolicy.TerminateExisting);

        second.RunId.Should().NotBe(first.RunId);
        var closed = (await workflow.CloseEventAsync(first.RunId)).WorkflowExecutionTerminatedEventAttributes;
        closed.Reason.Should().Be("TerminateIfRunning WorkflowIdReusePolicy");
        closed.Identity.Should().Be("history-service");
        Values.Text(closed.Details).Should().Contain(second.RunId);
        (await workflow.EventsAsync(second.RunId)).Should().Be("Started TaskScheduled");
    }

    public static TheoryData<ServerKind, bool, WorkflowIdReusePolicy, bool> ReuseCases()
    {
        var data = new TheoryData<ServerKind, bool, WorkflowIdReusePolicy, bool>();
        foreach (var kind in new[] { ServerKind.Embedded, ServerKind.Real })
        {
            data.Add(kind, true, WorkflowIdReusePolicy.AllowDuplicate, true);
            data.Add(kind, true, WorkflowIdReusePolicy.AllowDuplicateFailedOnly, false);
            data.Add(kind, true, WorkflowIdReusePolicy.RejectDuplicate, false);
            data.Add(kind, false, WorkflowIdReusePolicy.AllowDuplicate, true);
            data.Add(kind, false, WorkflowIdReusePolicy.AllowDuplicateFailedOnly, true);
            data.Add(kind, false, WorkflowIdReusePolicy.RejectDuplicate, false);
        }

        return data;
    }

    [SkippableTheory, MemberData(nameof(ReuseCases))]
    public async Task C036_Start_ClosedId_FollowsTheReusePolicy(ServerKind kind, bool completed, WorkflowIdReusePolicy policy, bool starts)
    {
        var workflow = await NewAsync(kind);
        await workflow.StartAsync();
        await workflow.RunTaskAsync(completed ? Commands.Complete() : Commands.Fail());

        var again = workflow.Awaiting(each => each.StartAsync(request => request.WorkflowIdReusePolicy = policy));

        if (starts)
        {
            await again.Should().NotThrowAsync();
        }
        else
        {
            (await again.Should().ThrowAsync<CallFailedException>()).Which.Code.Should().Be(StatusCode.AlreadyExists);
        }
    }

    [SkippableTheory, MemberData(nameof(Servers))]
    public async Task C037_StartDelay_NoTaskUntilItEnds_SignalDoesNotWake(ServerKind kind)
    {
        var workflow = await NewAsync(kind);
        await workflow.StartAsync(request => request.WorkflowStartDelay = Duration.FromTimeSpan(TimeSpan.FromSeconds(2)));
        await workflow.SignalAsync();

        (await workflow.EventsAsync()).Should().Be("Started Signaled");
        var info = (await workflow.DescribeAsync()).WorkflowExecutionInfo;
        (info.ExecutionTime.ToDateTime() - info.StartTime.ToDateTime()).Should().Be(TimeSpan.FromSeconds(2));
        var task = await workflow.RunTaskAsync(Commands.Complete());
        Events.Names(task.History.Events).Should().Be("Started Signaled TaskScheduled TaskStarted");
        (task.History.Events[2].EventTime.ToDateTime() - info.StartTime.ToDateTime()).Should()
            .BeGreaterThanOrEqualTo(TimeSpan.FromSeconds(2));
    }

    [SkippableTheory, MemberData(nameof(Servers))]
    public async Task C038_SignalWithStart_NewThenRunning_StartsOnce(ServerKind kind)
    {
        var workflow = await NewAsync(kind);
        SignalWithStartWorkflowExecutionRequest Request() => new()
        {
            Namespace = TestWorkflow.Namespace,
            WorkflowId = workflow.Id,
            WorkflowType = new WorkflowType { Name = "Test" },
            TaskQueue = workflow.TaskQueue,
            SignalName = "s",
            RequestId = Guid.NewGuid().ToString(),
        };
        var first =
            await workflow.Client.CallAsync<SignalWithStartWorkflowExecutionResponse>("SignalWithStartWorkflowExecution", Request());
        (await workflow.EventsAsync()).Should().Be("Started Signaled TaskScheduled");

        var second =
            await workflow.Client.CallAsync<SignalWithStartWorkflowExecutionResponse>("SignalWithStartWorkflowExecution", Request());

        second.RunId.Should().Be(first.RunId);
        (await workflow.EventsAsync()).Should().Be("Started Signaled TaskScheduled Signaled");
    }

    [SkippableTheory, MemberData(nameof(Servers))]
    public async Task C042_RunTimeout_Passes_RunTimesOut(ServerKind kind)
    {
        var workflow = await NewAsync(kind);
        await workflow.StartAsync(request => request.WorkflowRunTimeout = Duration.FromTimeSpan(TimeSpan.FromSeconds(1)));

        var closed = await workflow.CloseEventAsync();

        closed.EventType.Should().Be(EventType.WorkflowExecutionTimedOut);
        closed.WorkflowExecutionTimedOutEventAttributes.RetryState.Should().Be(RetryState.RetryPolicyNotSet);
        (await workflow.DescribeAsync()).WorkflowExecutionInfo.Status.Should().Be(WorkflowExecutionStatus.TimedOut);
    }

    [SkippableTheory, MemberData(nameof(EmbeddedOnly))]
    public async Task C043_EagerStart_Requested_GivesTheFirstTask(ServerKind kind)
    {
        var workflow = await NewAsync(kind);
        var started = await workflow.StartAsync(request => request.RequestEagerExecution = true);

        Events.Names(started.EagerWorkflowTask.History.Events).Should().Be("Started TaskScheduled TaskStarted");
        await workflow.CompleteAsync(started.EagerWorkflowTask, Commands.Complete());
        (await workflow.EventsAsync()).Should().Be("Started TaskScheduled TaskStarted TaskCompleted Completed");
    }

    [SkippableTheory, MemberData(nameof(Servers))]
    public async Task C044_MemoAndAttributes_OfStart_ShowInDescribe(ServerKind kind)
    {
        var workflow = await NewAsync(kind);
        await workflow.StartAsync(request =>
        {
            request.Memo = new Memo { Fields = { ["m"] = Values.One("memo") } };
            request.SearchAttributes = new SearchAttributes { IndexedFields = { ["Kw"] = Values.One("x") } };
        });

        var info = (await workflow.DescribeAsync()).WorkflowExecutionInfo;

        info.Memo.Fields["m"].Data.ToStringUtf8().Should().Be("\"memo\"");
        info.SearchAttributes.IndexedFields["Kw"].Data.ToStringUtf8().Should().Be("\"x\"");
        info.SearchAttributes.IndexedFields["Kw"].Metadata["type"].ToStringUtf8().Should().Be("Keyword");
    }

    [SkippableTheory, MemberData(nameof(Servers))]
    public async Task C021_Start_LongId_IsRefused(ServerKind kind)
    {
        var workflow = await NewAsync(kind);

        var error = await workflow.Awaiting(each => each.StartAsync(request => request.WorkflowId = new string('x', 1001))).Should()
            .ThrowAsync<CallFailedException>();

        error.Which.Code.Should().Be(StatusCode.InvalidArgument);
    }
}
