using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;

namespace TemporalVideo.DevServer.Tests.Executions;

public sealed class ChainTests(BothServers servers) : ConformanceTest(servers)
{
    [SkippableTheory, MemberData(nameof(Servers))]
    public async Task C171_C173_ContinueAsNew_LinksTheRuns(ServerKind kind)
    {
        var workflow = await NewAsync(kind);
        await workflow.StartAsync(request => request.Memo = new Memo { Fields = { ["m"] = Values.One("x") } });
        await workflow.RunTaskAsync(Commands.ContinueAsNew("second"));
        var closed = (await workflow.CloseEventAsync(workflow.RunId)).WorkflowExecutionContinuedAsNewEventAttributes;

        var started = (await workflow.HistoryAsync(closed.NewExecutionRunId))[0].WorkflowExecutionStartedEventAttributes;

        started.ContinuedExecutionRunId.Should().Be(workflow.RunId);
        started.FirstExecutionRunId.Should().Be(workflow.RunId);
        started.OriginalExecutionRunId.Should().Be(closed.NewExecutionRunId);
        started.Initiator.Should().Be(ContinueAsNewInitiator.Workflow);
        started.Attempt.Should().Be(1);
        Values.Text(started.Input).Should().Be("second");
        started.FirstWorkflowTaskBackoff.ToTimeSpan().Should().BeGreaterThan(TimeSpan.Zero).And.BeLessThan(TimeSpan.FromSeconds(1));
        await workflow.RunTaskAsync(Commands.Complete());
        (await workflow.EventsAsync()).Should().Be("Started TaskScheduled TaskStarted TaskCompleted Completed");
    }

    [SkippableTheory, MemberData(nameof(Servers))]
    public async Task C174_WorkflowRetry_Fails_NewRunWithAttemptTwo(ServerKind kind)
    {
        var workflow = await NewAsync(kind);
        await workflow.StartAsync(request => request.RetryPolicy = new RetryPolicy { MaximumAttempts = 2 });
        await workflow.RunTaskAsync(Commands.Fail());
        var closed = (await workflow.CloseEventAsync(workflow.RunId)).WorkflowExecutionFailedEventAttributes;
        closed.RetryState.Should().Be(RetryState.InProgress);

        var started = (await workflow.HistoryAsync(closed.NewExecutionRunId))[0].WorkflowExecutionStartedEventAttributes;

        started.Attempt.Should().Be(2);
        started.Initiator.Should().Be(ContinueAsNewInitiator.Retry);
        started.ContinuedFailure.ApplicationFailureInfo.Type.Should().Be("Bad");
        started.FirstWorkflowTaskBackoff.ToTimeSpan().Should().Be(TimeSpan.FromSeconds(1));
        await workflow.RunTaskAsync(Commands.Fail());
        (await workflow.CloseEventAsync(closed.NewExecutionRunId)).WorkflowExecutionFailedEventAttributes.RetryState.Should()
            .Be(RetryState.MaximumAttemptsReached);
    }

    [SkippableTheory, MemberData(nameof(Servers))]
    public async Task C175_Cron_Completes_NextSlotCarriesTheResult(ServerKind kind)
    {
        var workflow = await NewAsync(kind);
        await workflow.StartAsync(request => request.CronSchedule = "@every 1s");
        var first = await workflow.RunTaskAsync(Commands.Complete("one"));
        first.History.Events[0].WorkflowExecutionStartedEventAttributes.FirstWorkflowTaskBackoff.ToTimeSpan().Should()
            .BeGreaterThan(TimeSpan.Zero);
        var closed = (await workflow.CloseEventAsync(workflow.RunId)).WorkflowExecutionCompletedEventAttributes;

        var started = (await workflow.HistoryAsync(closed.NewExecutionRunId))[0].WorkflowExecutionStartedEventAttributes;

        started.Initiator.Should().Be(ContinueAsNewInitiator.CronSchedule);
        Values.Text(started.LastCompletionResult).Should().Be("one");
        await workflow.TerminateAsync();
    }

    [SkippableTheory, MemberData(nameof(Servers))]
    public async Task C042_ExecutionTimeout_Passes_EndsTheChain(ServerKind kind)
    {
        var workflow = await NewAsync(kind);
        await workflow.StartAsync(request =>
        {
            request.WorkflowExecutionTimeout = Duration.FromTimeSpan(TimeSpan.FromSeconds(3));
            request.RetryPolicy = new RetryPolicy { MaximumAttempts = 100 };
        });
        await workflow.RunTaskAsync(Commands.ContinueAsNew("second"));
        var next = (await workflow.CloseEventAsync(workflow.RunId)).WorkflowExecutionContinuedAsNewEventAttributes.NewExecutionRunId;

        var closed = await workflow.CloseEventAsync(next);

        closed.EventType.Should().Be(EventType.WorkflowExecutionTimedOut);
        closed.WorkflowExecutionTimedOutEventAttributes.NewExecutionRunId.Should().BeEmpty();
    }
}
