using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.WorkflowService.V1;
using TemporalVideo.Tests.Support;

namespace TemporalVideo.DevServer.Tests.Executions;

public sealed class ActivityTests(BothServers servers) : ConformanceTest(servers)
{
    private static readonly Duration Second = Duration.FromTimeSpan(TimeSpan.FromSeconds(1));

    [SkippableTheory, MemberData(nameof(Servers))]
    public async Task C091_C092_ThreeActivities_AnyOrder_MatchTheReferenceHistory(ServerKind kind)
    {
        var workflow = await NewAsync(kind);
        await workflow.StartAsync();
        await workflow.RunTaskAsync([.. new[] { "1", "2", "3" }.Select(id => Commands.Activity(id, workflow.Queue))]);
        var tasks = new Dictionary<string, PollActivityTaskQueueResponse>();
        for (var i = 0; i < 3; i++)
        {
            var polled = await workflow.PollActivityAsync();
            tasks.Add(polled.ActivityId, polled);
        }

        (await workflow.EventsAsync()).Should().NotContain("ActivityStarted");
        await workflow.CompleteActivityAsync(tasks["2"]);
        var task = await workflow.PollAsync();
        await workflow.CompleteActivityAsync(tasks["1"]);
        await workflow.CompleteActivityAsync(tasks["3"]);
        await workflow.CompleteAsync(task);
        await workflow.RunTaskAsync(Commands.Complete());

        (await workflow.EventsAsync()).Should().Be(
            "Started TaskScheduled TaskStarted TaskCompleted ActivityScheduled ActivityScheduled ActivityScheduled ActivityStarted "
                + "ActivityCompleted "
            + "TaskScheduled TaskStarted TaskCompleted ActivityStarted ActivityStarted ActivityCompleted ActivityCompleted TaskScheduled "
                + "TaskStarted TaskCompleted Completed");
        var started = (await workflow.HistoryAsync())[7];
        started.EventTime.Should().Be(tasks["2"].StartedTime);
        started.ActivityTaskStartedEventAttributes.Attempt.Should().Be(1);
    }

    [SkippableTheory, MemberData(nameof(Servers))]
    public async Task C093_C094_C110_Retry_AfterFailure_LeavesNoEventAndBacksOff(ServerKind kind)
    {
        // Long enough to be described in, on a machine that is busy.
        var wait = TimeSpan.FromSeconds(5);
        var workflow = await NewAsync(kind);
        await workflow.StartAsync();
        await workflow.RunTaskAsync(Commands.Activity("a", workflow.Queue, with =>
            with.RetryPolicy = new RetryPolicy { InitialInterval = Duration.FromTimeSpan(wait) }));
        await workflow.FailActivityAsync(await workflow.PollActivityAsync());
        var pending = (await workflow.DescribeAsync()).PendingActivities.Single();

        var second = await workflow.PollActivityAsync();
        await workflow.CompleteActivityAsync(second);

        pending.State.Should().Be(PendingActivityState.Scheduled);
        pending.Attempt.Should().Be(2);
        pending.LastFailure.Message.Should().Be("activity broke");
        pending.CurrentRetryInterval.ToTimeSpan().Should().BeCloseTo(wait, TimeSpan.FromMilliseconds(50));
        (pending.NextAttemptScheduleTime.ToDateTime() - pending.LastAttemptCompleteTime.ToDateTime()).Should()
            .BeCloseTo(wait, TimeSpan.FromMilliseconds(50));
        second.Attempt.Should().Be(2);
        second.RetryPolicy.BackoffCoefficient.Should().Be(2);
        second.RetryPolicy.MaximumInterval.ToTimeSpan().Should().Be(100 * wait);
        (await workflow.EventsAsync()).Should()
            .Be("Started TaskScheduled TaskStarted TaskCompleted ActivityScheduled ActivityStarted ActivityCompleted TaskScheduled");
        var started = (await workflow.HistoryAsync())[5].ActivityTaskStartedEventAttributes;
        started.Attempt.Should().Be(2);
        started.LastFailure.Message.Should().Be("activity broke");
    }

    [SkippableTheory, MemberData(nameof(Servers))]
    public async Task C095_MaximumAttempts_Reached_Fails(ServerKind kind)
    {
        var workflow = await NewAsync(kind);
        await workflow.StartAsync();
        await workflow.RunTaskAsync(
            Commands.Activity("a", workflow.Queue, with => with.RetryPolicy = new RetryPolicy { MaximumAttempts = 1 }));
        var only = await workflow.PollActivityAsync();
        await workflow.FailActivityAsync(only);

        var failed = (await workflow.EventAsync(EventType.ActivityTaskFailed)).ActivityTaskFailedEventAttributes;

        only.RetryPolicy.InitialInterval.ToTimeSpan().Should().Be(TimeSpan.FromSeconds(1), "that is the default");
        only.RetryPolicy.MaximumInterval.ToTimeSpan().Should().Be(TimeSpan.FromSeconds(100));
        failed.RetryState.Should().Be(RetryState.MaximumAttemptsReached);
        failed.Failure.ApplicationFailureInfo.Type.Should().Be("Oops");
    }

    [SkippableTheory, MemberData(nameof(Servers))]
    public async Task C096_NonRetryable_FlagOrListedType_FailsAtOnce(ServerKind kind)
    {
        var workflow = await NewAsync(kind);
        await workflow.StartAsync();
        await workflow.RunTaskAsync(
            Commands.Activity("flag", workflow.Queue),
            Commands.Activity("listed", workflow.Queue, with =>
                with.RetryPolicy = new RetryPolicy { NonRetryableErrorTypes = { "Listed" } }));
        for (var i = 0; i < 2; i++)
        {
            var task = await workflow.PollActivityAsync();
            await (task.ActivityId == "flag" ? workflow.FailActivityAsync(task, nonRetryable: true)
                : workflow.FailActivityAsync(task, type: "Listed"));
        }

        var events = await workflow.HistoryAsync();

        events.Where(each => each.EventType == EventType.ActivityTaskFailed)
            .Select(each => each.ActivityTaskFailedEventAttributes.RetryState)
            .Should().Equal(RetryState.NonRetryableFailure, RetryState.NonRetryableFailure);
    }

    [SkippableTheory, MemberData(nameof(Servers))]
    public async Task C097_Retry_PastScheduleToClose_EndsWithTimeoutState(ServerKind kind)
    {
        var workflow = await NewAsync(kind);
        await workflow.StartAsync();
        await workflow.RunTaskAsync(Commands.Activity("a", workflow.Queue, with =>
        {
            with.ScheduleToCloseTimeout = Duration.FromTimeSpan(TimeSpan.FromSeconds(30));
            with.RetryPolicy = new RetryPolicy { InitialInterval = Duration.FromTimeSpan(TimeSpan.FromSeconds(60)) };
        }));
        await workflow.FailActivityAsync(await workflow.PollActivityAsync());

        (await workflow.EventAsync(EventType.ActivityTaskFailed)).ActivityTaskFailedEventAttributes.RetryState.Should()
            .Be(RetryState.Timeout);
    }

    [SkippableTheory, MemberData(nameof(Servers))]
    public async Task C098_NextRetryDelay_Given_OverridesThePolicy(ServerKind kind)
    {
        var workflow = await NewAsync(kind);
        await workflow.StartAsync();
        await workflow.RunTaskAsync(Commands.Activity("a", workflow.Queue));
        await workflow.FailActivityAsync(await workflow.PollActivityAsync(), nextDelay: TimeSpan.FromHours(2));

        (await workflow.DescribeAsync()).PendingActivities.Single().CurrentRetryInterval.ToTimeSpan().Should()
            .BeCloseTo(TimeSpan.FromHours(2), TimeSpan.FromMilliseconds(50));
    }

    [SkippableTheory, MemberData(nameof(Servers))]
    public async Task C099_StartToClose_TimesOut_CarriesHeartbeatDetails(ServerKind kind)
    {
        var workflow = await NewAsync(kind);
        await workflow.StartAsync();
        await workflow.RunTaskAsync(Commands.Activity("a", workflow.Queue, with =>
        {
            with.StartToCloseTimeout = Second;
            with.RetryPolicy =
                new RetryPolicy { MaximumAttempts = 2, InitialInterval = Duration.FromTimeSpan(TimeSpan.FromMilliseconds(100)) };
        }));
        await workflow.HeartbeatAsync(await workflow.PollActivityAsync(), "half");
        var second = await workflow.PollActivityAsync();

        var timedOut = (await workflow.EventAsync(EventType.ActivityTaskTimedOut)).ActivityTaskTimedOutEventAttributes;

        second.Attempt.Should().Be(2);
        Values.Text(second.HeartbeatDetails).Should().Be("half");
        timedOut.RetryState.Should().Be(RetryState.MaximumAttemptsReached);
        timedOut.Failure.Message.Should().Be("activity StartToClose timeout");
        timedOut.Failure.TimeoutFailureInfo.TimeoutType.Should().Be(TimeoutType.StartToClose);
        Values.Text(timedOut.Failure.TimeoutFailureInfo.LastHeartbeatDetails).Should().Be("half");
        timedOut.Failure.Cause.TimeoutFailureInfo.TimeoutType.Should().Be(TimeoutType.StartToClose);
    }

    [SkippableTheory, MemberData(nameof(Servers))]
    public async Task C100_C104_Heartbeat_Missing_RetriesWithTheDetails(ServerKind kind)
    {
        var workflow = await NewAsync(kind);
        await workflow.StartAsync();
        await workflow.RunTaskAsync(Commands.Activity("a", workflow.Queue, with => with.HeartbeatTimeout = Second));
        var first = await workflow.PollActivityAsync();
        await workflow.HeartbeatAsync(first, "one");

        var second = await workflow.PollActivityAsync();

        second.Attempt.Should().Be(2);
        Values.Text(second.HeartbeatDetails).Should().Be("one");
        (await workflow.DescribeAsync()).PendingActivities.Single().LastFailure.TimeoutFailureInfo.TimeoutType.Should()
            .Be(TimeoutType.Heartbeat);
        var error = await workflow.Awaiting(each => each.HeartbeatAsync(first, "late")).Should().ThrowAsync<CallFailedException>();
        error.Which.Code.Should().Be(StatusCode.NotFound);
    }

    [SkippableTheory, MemberData(nameof(Servers))]
    public async Task C101_ScheduleToStart_Passes_TimesOutWithoutStart(ServerKind kind)
    {
        var workflow = await NewAsync(kind);
        await workflow.StartAsync();
        await workflow.RunTaskAsync(Commands.Activity("a", workflow.Queue, with => with.ScheduleToStartTimeout = Second));

        var timedOut = (await workflow.EventAsync(EventType.ActivityTaskTimedOut)).ActivityTaskTimedOutEventAttributes;

        timedOut.StartedEventId.Should().Be(0);
        timedOut.RetryState.Should().Be(RetryState.NonRetryableFailure);
        timedOut.Failure.TimeoutFailureInfo.TimeoutType.Should().Be(TimeoutType.ScheduleToStart);
        (await workflow.EventsAsync()).Should()
            .Be("Started TaskScheduled TaskStarted TaskCompleted ActivityScheduled ActivityTimedOut TaskScheduled");
    }

    [SkippableTheory, MemberData(nameof(Servers))]
    public async Task C102_ScheduleToClose_Passes_EndsTheRunningAttempt(ServerKind kind)
    {
        var workflow = await NewAsync(kind);
        await workflow.StartAsync();
        await workflow.RunTaskAsync(
            Commands.Activity("a", workflow.Queue, with => with.ScheduleToCloseTimeout = Duration.FromTimeSpan(TimeSpan.FromSeconds(2))));
        var task = await workflow.PollActivityAsync();

        var timedOut = (await workflow.EventAsync(EventType.ActivityTaskTimedOut)).ActivityTaskTimedOutEventAttributes;

        timedOut.Failure.TimeoutFailureInfo.TimeoutType.Should().BeOneOf(TimeoutType.ScheduleToClose, TimeoutType.StartToClose);
        var error = await workflow.Awaiting(each => each.CompleteActivityAsync(task)).Should().ThrowAsync<CallFailedException>();
        error.Which.Code.Should().Be(StatusCode.NotFound);
    }

    [SkippableTheory, MemberData(nameof(Servers))]
    public async Task C103_Timeouts_OnlySome_AreFilledIn(ServerKind kind)
    {
        var workflow = await NewAsync(kind);
        await workflow.StartAsync(request => request.WorkflowRunTimeout = Duration.FromTimeSpan(TimeSpan.FromMinutes(10)));
        await workflow.RunTaskAsync(
            Commands.Activity("s2c", workflow.Queue, with =>
            {
                with.StartToCloseTimeout = null;
                with.ScheduleToCloseTimeout = Duration.FromTimeSpan(TimeSpan.FromMinutes(2));
                with.HeartbeatTimeout = Duration.FromTimeSpan(TimeSpan.FromMinutes(3));
            }),
            Commands.Activity("stc", workflow.Queue, with => with.StartToCloseTimeout = Duration.FromTimeSpan(TimeSpan.FromHours(1))));

        var scheduled = (await workflow.HistoryAsync()).Where(each => each.EventType == EventType.ActivityTaskScheduled)
            .Select(each => each.ActivityTaskScheduledEventAttributes).ToDictionary(each => each.ActivityId);

        Minutes(scheduled["s2c"]).Should().Equal(2, 2, 2, 2);
        Minutes(scheduled["stc"]).Should().Equal(10, 10, 10, 0);
        static double[] Minutes(Temporalio.Api.History.V1.ActivityTaskScheduledEventAttributes each) =>
        [
            each.ScheduleToCloseTimeout.ToTimeSpan().TotalMinutes, each.ScheduleToStartTimeout.ToTimeSpan().TotalMinutes,
            each.StartToCloseTimeout.ToTimeSpan().TotalMinutes, each.HeartbeatTimeout.ToTimeSpan().TotalMinutes,
        ];
    }

    [SkippableTheory, MemberData(nameof(Servers))]
    public async Task C105_C107_CancelRequest_Running_ShowsInHeartbeatAndEndsRetries(ServerKind kind)
    {
        var workflow = await NewAsync(kind);
        await workflow.StartAsync();
        await workflow.RunTaskAsync(Commands.Activity("a", workflow.Queue));
        var activity = await workflow.PollActivityAsync();
        (await workflow.HeartbeatAsync(activity, "x")).CancelRequested.Should().BeFalse();
        await workflow.SignalAsync();
        await workflow.RunTaskAsync(Commands.CancelActivity(5));

        (await workflow.HeartbeatAsync(activity, "y")).CancelRequested.Should().BeTrue();
        (await workflow.DescribeAsync()).PendingActivities.Single().State.Should().Be(PendingActivityState.CancelRequested);
        await workflow.FailActivityAsync(activity);
        (await workflow.EventAsync(EventType.ActivityTaskFailed)).ActivityTaskFailedEventAttributes.RetryState.Should()
            .Be(RetryState.CancelRequested);
    }

    [SkippableTheory, MemberData(nameof(Servers))]
    public async Task C106_CancelRequest_NotStarted_CancelsAtOnce(ServerKind kind)
    {
        var workflow = await NewAsync(kind);
        await workflow.StartAsync();
        await workflow.RunTaskAsync(Commands.Activity("a", workflow.Queue));
        await workflow.SignalAsync();
        await workflow.RunTaskAsync(Commands.CancelActivity(5));

        (await workflow.EventsAsync()).Should().EndWith("TaskCompleted ActivityCancelRequested ActivityCanceled TaskScheduled");
        Values.Text((await workflow.EventAsync(EventType.ActivityTaskCanceled)).ActivityTaskCanceledEventAttributes.Details).Should()
            .Be("ACTIVITY_ID_NOT_STARTED");
    }

    [SkippableTheory, MemberData(nameof(Servers))]
    public async Task C107_CancelRequest_ActivityReportsCanceled_EventNamesTheRequest(ServerKind kind)
    {
        var workflow = await NewAsync(kind);
        await workflow.StartAsync();
        await workflow.RunTaskAsync(Commands.Activity("a", workflow.Queue));
        var activity = await workflow.PollActivityAsync();
        var early = await workflow.Awaiting(each => each.CancelActivityAsync(activity)).Should().ThrowAsync<CallFailedException>();
        early.Which.Code.Should().Be(StatusCode.InvalidArgument);
        await workflow.SignalAsync();
        await workflow.RunTaskAsync(Commands.CancelActivity(5));
        await workflow.CancelActivityAsync(activity);

        var canceled = (await workflow.EventAsync(EventType.ActivityTaskCanceled)).ActivityTaskCanceledEventAttributes;

        canceled.LatestCancelRequestedEventId.Should().Be((await workflow.EventAsync(EventType.ActivityTaskCancelRequested)).EventId);
        canceled.StartedEventId.Should().BePositive();
    }

    [SkippableTheory, MemberData(nameof(Servers))]
    public async Task C108_Answer_Twice_SecondIsNotFound(ServerKind kind)
    {
        var workflow = await NewAsync(kind);
        await workflow.StartAsync();
        await workflow.RunTaskAsync(Commands.Activity("a", workflow.Queue));
        var activity = await workflow.PollActivityAsync();
        await workflow.CompleteActivityAsync(activity);

        var error = await workflow.Awaiting(each => each.CompleteActivityAsync(activity)).Should().ThrowAsync<CallFailedException>();
        error.Which.Code.Should().Be(StatusCode.NotFound);
        error.Which.Message.Should().Be("invalid activityID or activity already timed out or invoking workflow is completed");
    }

    [SkippableTheory, MemberData(nameof(Servers))]
    public async Task C109_ById_HeartbeatAndComplete_Work(ServerKind kind)
    {
        var workflow = await NewAsync(kind);
        await workflow.StartAsync();
        await workflow.RunTaskAsync(Commands.Activity("a", workflow.Queue));
        await workflow.PollActivityAsync();
        await workflow.Client.CallAsync<RecordActivityTaskHeartbeatByIdResponse>(
            "RecordActivityTaskHeartbeatById",
            new RecordActivityTaskHeartbeatByIdRequest
            {
                Namespace = TestWorkflow.Namespace,
                WorkflowId = workflow.Id,
                ActivityId = "a",
                Details = Values.Of("beat")
            });
        Values.Text((await workflow.DescribeAsync()).PendingActivities.Single().HeartbeatDetails).Should().Be("beat");
        RespondActivityTaskCompletedByIdRequest Complete(string id) =>
            new() { Namespace = TestWorkflow.Namespace, WorkflowId = workflow.Id, ActivityId = id, Result = Values.Of("r") };

        await workflow.Client.CallAsync<RespondActivityTaskCompletedByIdResponse>("RespondActivityTaskCompletedById", Complete("a"));

        (await workflow.EventAsync(EventType.ActivityTaskCompleted)).Should().NotBeNull();
        var error =
            await workflow.Client.Awaiting(client =>
            client.CallAsync<RespondActivityTaskCompletedByIdResponse>("RespondActivityTaskCompletedById", Complete("b")))
            .Should().ThrowAsync<CallFailedException>();
        error.Which.Code.Should().Be(StatusCode.NotFound);
    }

    [SkippableTheory, MemberData(nameof(Servers))]
    public async Task C111_CancelRequest_ResultBuffered_IsAccepted(ServerKind kind)
    {
        var workflow = await NewAsync(kind);
        await workflow.StartAsync();
        await workflow.RunTaskAsync(Commands.Activity("a", workflow.Queue));
        var activity = await workflow.PollActivityAsync();
        await workflow.SignalAsync();
        var task = await workflow.PollAsync();
        await workflow.CompleteActivityAsync(activity);

        await workflow.CompleteAsync(task, Commands.CancelActivity(5));

        (await workflow.EventsAsync()).Should()
            .EndWith("TaskCompleted ActivityCancelRequested ActivityStarted ActivityCompleted TaskScheduled");
    }

    [SkippableTheory, MemberData(nameof(Servers))]
    public async Task C122_OtherQueue_OnlyItsPollersSeeTheActivity(ServerKind kind)
    {
        var workflow = await NewAsync(kind);
        var other = workflow.Queue + "-other";
        await workflow.StartAsync();
        await workflow.RunTaskAsync(Commands.Activity("here", workflow.Queue), Commands.Activity("there", other));

        (await workflow.PollActivityAsync(other)).ActivityId.Should().Be("there");
        (await workflow.PollActivityAsync()).ActivityId.Should().Be("here");
    }
}
