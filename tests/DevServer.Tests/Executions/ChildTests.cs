using Temporalio.Api.Enums.V1;

namespace TemporalVideo.DevServer.Tests.Executions;

public sealed class ChildTests(BothServers servers) : ConformanceTest(servers)
{
    [SkippableTheory, MemberData(nameof(Servers))]
    public async Task C160_C161_Child_StartsAndCompletes_ParentHearsBoth(ServerKind kind)
    {
        var (parent, child) = await WithChildAsync(kind);
        var childTask = await child.PollAsync();
        var started = childTask.History.Events[0].WorkflowExecutionStartedEventAttributes;
        started.ParentWorkflowExecution.WorkflowId.Should().Be(parent.Id);
        started.ParentWorkflowExecution.RunId.Should().Be(parent.RunId);
        started.ParentInitiatedEventId.Should().Be(5);
        started.RootWorkflowExecution.RunId.Should().Be(parent.RunId);
        await parent.RunTaskAsync();
        await child.CompleteAsync(childTask, Commands.Complete("child result"));
        await parent.RunTaskAsync(Commands.Complete());

        (await parent.EventsAsync()).Should().Be(
            "Started TaskScheduled TaskStarted TaskCompleted StartChildInitiated ChildStarted TaskScheduled TaskStarted TaskCompleted "
                + "ChildCompleted TaskScheduled TaskStarted TaskCompleted Completed");
        var completed = (await parent.HistoryAsync())[9].ChildWorkflowExecutionCompletedEventAttributes;
        Values.Text(completed.Result).Should().Be("child result");
        completed.InitiatedEventId.Should().Be(5);
        completed.StartedEventId.Should().Be(6);
    }

    [SkippableTheory, MemberData(nameof(Servers))]
    public async Task C162_Child_IdInUse_FailsToStart(ServerKind kind)
    {
        var other = await NewAsync(kind);
        await other.StartAsync();
        var parent = await NewAsync(kind);
        await parent.StartAsync();
        await parent.RunTaskAsync(Commands.Child(other));

        var failed =
            (await parent.EventAsync(EventType.StartChildWorkflowExecutionFailed)).StartChildWorkflowExecutionFailedEventAttributes;

        failed.Cause.Should().Be(StartChildWorkflowExecutionFailedCause.WorkflowAlreadyExists);
        failed.InitiatedEventId.Should().Be(5);
        await parent.RunTaskAsync(Commands.Complete());
    }

    [SkippableTheory, MemberData(nameof(Servers))]
    public async Task C163_Child_Fails_ParentGetsTheFailure(ServerKind kind)
    {
        var (parent, child) = await WithChildAsync(kind);
        await child.RunTaskAsync(Commands.Fail("Broken"));

        var failed = (await parent.EventAsync(EventType.ChildWorkflowExecutionFailed)).ChildWorkflowExecutionFailedEventAttributes;

        failed.Failure.ApplicationFailureInfo.Type.Should().Be("Broken");
        failed.RetryState.Should().Be(RetryState.RetryPolicyNotSet);
    }

    public static TheoryData<ServerKind, ParentClosePolicy, bool> ClosePolicies()
    {
        var data = new TheoryData<ServerKind, ParentClosePolicy, bool>();
        foreach (var kind in new[] { ServerKind.Embedded, ServerKind.Real })
        {
            foreach (var continues in new[] { false, true })
            {
                data.Add(kind, ParentClosePolicy.Terminate, continues);
                data.Add(kind, ParentClosePolicy.RequestCancel, continues);
                data.Add(kind, ParentClosePolicy.Abandon, continues);
            }
        }

        return data;
    }

    [SkippableTheory, MemberData(nameof(ClosePolicies))]
    public async Task C164_C165_ParentCloses_Policy_ActsOnTheChild(ServerKind kind, ParentClosePolicy policy, bool continues)
    {
        var (parent, child) = await WithChildAsync(kind, policy);
        await child.RunTaskAsync();
        await parent.RunTaskAsync(continues ? Commands.ContinueAsNew("again") : Commands.Complete());

        switch (policy)
        {
            case ParentClosePolicy.Terminate:
                (await child.CloseEventAsync()).WorkflowExecutionTerminatedEventAttributes.Reason.Should().Be("by parent close policy");
                break;
            case ParentClosePolicy.RequestCancel:
                var request =
                    (await child.EventAsync(EventType.WorkflowExecutionCancelRequested)).WorkflowExecutionCancelRequestedEventAttributes;
                request.ExternalWorkflowExecution.WorkflowId.Should().Be(parent.Id);
                break;
            default:
                await child.SignalAsync();
                await child.RunTaskAsync(Commands.Complete());
                break;
        }
    }

    [SkippableTheory, MemberData(nameof(Servers))]
    public async Task C167_Child_ContinuesAsNew_ParentHearsOnlyTheEnd(ServerKind kind)
    {
        var (parent, child) = await WithChildAsync(kind);
        await child.RunTaskAsync(Commands.ContinueAsNew("again"));
        await child.RunTaskAsync(Commands.Complete("last"));

        var completed = (await parent.EventAsync(EventType.ChildWorkflowExecutionCompleted)).ChildWorkflowExecutionCompletedEventAttributes;

        Values.Text(completed.Result).Should().Be("last");
        completed.StartedEventId.Should().Be(6);
        (await parent.EventsAsync()).Split(' ').Count(name => name.StartsWith("Child", StringComparison.Ordinal)).Should().Be(2);
    }

    [SkippableTheory, MemberData(nameof(Servers))]
    public async Task C168_SignalExternal_KnownAndUnknown_IsAnswered(ServerKind kind)
    {
        var target = await NewAsync(kind);
        await target.StartAsync();
        var sender = await NewAsync(kind);
        await sender.StartAsync();
        await sender.RunTaskAsync(Commands.SignalExternal(target.Id));
        await sender.EventAsync(EventType.ExternalWorkflowExecutionSignaled);
        var signaled = (await target.EventAsync(EventType.WorkflowExecutionSignaled)).WorkflowExecutionSignaledEventAttributes;
        signaled.SignalName.Should().Be("hello");
        signaled.ExternalWorkflowExecution.WorkflowId.Should().Be(sender.Id);
        await sender.RunTaskAsync(Commands.SignalExternal("nobody-" + sender.Id), Commands.SignalExternal(target.Id, childOnly: true));

        for (var i = 1; i <= 2; i++)
        {
            (await sender.EventAsync(EventType.SignalExternalWorkflowExecutionFailed,
                i)).SignalExternalWorkflowExecutionFailedEventAttributes.Cause
                .Should().Be(SignalExternalWorkflowExecutionFailedCause.ExternalWorkflowExecutionNotFound);
        }
    }

    [SkippableTheory, MemberData(nameof(Servers))]
    public async Task C166_C169_CancelExternal_ChildAndUnknown_IsAnswered(ServerKind kind)
    {
        var (parent, child) = await WithChildAsync(kind);
        await parent.RunTaskAsync(Commands.CancelExternal(child.Id, childOnly: true));
        await parent.EventAsync(EventType.ExternalWorkflowExecutionCancelRequested);
        await child.EventAsync(EventType.WorkflowExecutionCancelRequested);
        await child.RunTaskAsync(Commands.Cancel());
        await parent.EventAsync(EventType.ChildWorkflowExecutionCanceled);
        await parent.RunTaskAsync(Commands.CancelExternal("nobody-" + parent.Id));

        (await parent.EventAsync(
            EventType.RequestCancelExternalWorkflowExecutionFailed)).RequestCancelExternalWorkflowExecutionFailedEventAttributes.Cause
            .Should().Be(CancelExternalWorkflowExecutionFailedCause.ExternalWorkflowExecutionNotFound);
    }

    private async Task<(TestWorkflow Parent, TestWorkflow Child)> WithChildAsync(ServerKind kind,
        ParentClosePolicy policy = ParentClosePolicy.Terminate)
    {
        var parent = await NewAsync(kind);
        var child = await NewAsync(kind);
        await parent.StartAsync();
        await parent.RunTaskAsync(Commands.Child(child, with => with.ParentClosePolicy = policy));
        await parent.EventAsync(EventType.ChildWorkflowExecutionStarted);
        return (parent, child);
    }
}
