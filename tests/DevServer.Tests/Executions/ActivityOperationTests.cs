using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Temporalio.Api.Activity.V1;
using Temporalio.Api.Command.V1;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.TaskQueue.V1;
using Temporalio.Api.Workflow.V1;
using Temporalio.Api.WorkflowService.V1;
using TemporalVideo.Tests.Support;

namespace TemporalVideo.DevServer.Tests.Executions;

/// <summary>What operators do to pending activities, from the Web UI or the command line.</summary>
public sealed class ActivityOperationTests(BothServers servers) : ConformanceTest(servers)
{
    // Servers refuse to poll for two seconds or less.
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(3);

    [SkippableTheory, MemberData(nameof(Servers))]
    public async Task PauseActivity_Scheduled_IsOfferedOnceUnpaused(ServerKind kind)
    {
        var workflow = await StartAsync(kind, "a");
        await PauseAsync(workflow);
        var paused = await PendingAsync(workflow);
        var missed = await PollsNothingAsync(workflow);
        await UnpauseAsync(workflow);

        var polled = await workflow.PollActivityAsync();

        paused.State.Should().Be(PendingActivityState.Paused);
        paused.Paused.Should().BeTrue();
        paused.PauseInfo.Manual.Identity.Should().Be("operator");
        paused.PauseInfo.Manual.Reason.Should().Be("look into it");
        paused.PauseInfo.PauseTime.Should().NotBeNull();
        missed.Should().BeTrue();
        polled.Attempt.Should().Be(1);
        (await PendingAsync(workflow)).Should().Match<PendingActivityInfo>(
            each => !each.Paused && each.PauseInfo == null && each.State == PendingActivityState.Started);
    }

    [SkippableTheory, MemberData(nameof(Servers))]
    public async Task PauseActivity_Running_HeartbeatSaysSoAndRetryIsHeld(ServerKind kind)
    {
        var workflow = await StartAsync(kind, "a");
        var first = await workflow.PollActivityAsync();
        var before = await workflow.HeartbeatAsync(first, "before");
        await PauseAsync(workflow);
        var running = await PendingAsync(workflow);
        var after = await workflow.HeartbeatAsync(first, "after");
        await workflow.FailActivityAsync(first, nextDelay: TimeSpan.FromMilliseconds(10));
        var held = await PendingAsync(workflow);
        var missed = await PollsNothingAsync(workflow);
        await UnpauseAsync(workflow);
        var second = await workflow.PollActivityAsync();

        before.ActivityPaused.Should().BeFalse();
        running.State.Should().Be(PendingActivityState.PauseRequested);
        after.ActivityPaused.Should().BeTrue();
        after.CancelRequested.Should().BeFalse();
        held.State.Should().Be(PendingActivityState.Paused);
        held.Attempt.Should().Be(2);
        held.LastFailure.Message.Should().Be("activity broke");
        missed.Should().BeTrue();
        second.Attempt.Should().Be(2);
        Values.Text(second.HeartbeatDetails).Should().Be("after");
    }

    [SkippableTheory, MemberData(nameof(Servers))]
    public async Task PauseActivity_Running_CanComplete(ServerKind kind)
    {
        var workflow = await StartAsync(kind, "a");
        var first = await workflow.PollActivityAsync();
        await PauseAsync(workflow);
        await PauseAsync(workflow);

        await workflow.CompleteActivityAsync(first);

        (await workflow.EventsAsync()).Should().Be(
            "Started TaskScheduled TaskStarted TaskCompleted ActivityScheduled ActivityStarted ActivityCompleted TaskScheduled",
            "pausing leaves no event");
    }

    [SkippableTheory, MemberData(nameof(Servers))]
    public async Task PauseActivity_ScheduleToStartPasses_TimesOutOnlyOnceUnpaused(ServerKind kind)
    {
        var workflow = await StartAsync(kind, with => with.ScheduleToStartTimeout = Seconds(1), "a");
        await PauseAsync(workflow);
        var missed = await PollsNothingAsync(workflow);

        var paused = await PendingAsync(workflow);
        await UnpauseAsync(workflow);
        var timedOut = (await workflow.EventAsync(EventType.ActivityTaskTimedOut)).ActivityTaskTimedOutEventAttributes;

        missed.Should().BeTrue();
        paused.State.Should().Be(PendingActivityState.Paused);
        timedOut.Failure.TimeoutFailureInfo.TimeoutType.Should().Be(TimeoutType.ScheduleToStart);
    }

    [SkippableTheory, MemberData(nameof(Servers))]
    public async Task PauseActivity_LastAttemptFails_IsHeldForAnother(ServerKind kind)
    {
        var workflow = await StartAsync(kind, with => with.RetryPolicy = new RetryPolicy { MaximumAttempts = 1 }, "a");
        var last = await workflow.PollActivityAsync();
        await PauseAsync(workflow);
        await workflow.FailActivityAsync(last);

        var held = await PendingAsync(workflow);

        held.State.Should().Be(PendingActivityState.Paused);
        held.Attempt.Should().Be(2);
    }

    [SkippableTheory, MemberData(nameof(Servers))]
    public async Task UnpauseActivity_InBackoff_IsOfferedAtOnce(ServerKind kind)
    {
        var workflow = await StartAsync(kind, "a");
        var first = await workflow.PollActivityAsync();
        await workflow.HeartbeatAsync(first, "half");
        await workflow.FailActivityAsync(first, nextDelay: TimeSpan.FromHours(1));
        await PauseAsync(workflow);
        var paused = await PendingAsync(workflow);
        await UnpauseAsync(workflow, with =>
        {
            with.ResetAttempts = true;
            with.ResetHeartbeat = true;
            with.Jitter = Duration.FromTimeSpan(TimeSpan.FromMilliseconds(500));
        });

        var second = await workflow.PollActivityAsync();

        paused.State.Should().Be(PendingActivityState.Paused);
        paused.NextAttemptScheduleTime.Should().NotBeNull();
        second.Attempt.Should().Be(1);
        second.HeartbeatDetails.Should().BeNull();
    }

    [SkippableTheory, MemberData(nameof(Servers))]
    public async Task UnpauseActivity_NotPaused_ChangesNothing(ServerKind kind)
    {
        var workflow = await StartAsync(kind, "a");
        await workflow.FailActivityAsync(await workflow.PollActivityAsync(), nextDelay: TimeSpan.FromHours(1));
        var before = await PendingAsync(workflow);
        await UnpauseAsync(workflow, with => with.ResetAttempts = true);

        (await PendingAsync(workflow)).Should().Be(before);
    }

    [SkippableTheory, MemberData(nameof(Servers))]
    public async Task PauseActivity_ByType_PausesAllOfIt(ServerKind kind)
    {
        var workflow = await StartAsync(kind, "a", "b");
        await PauseAsync(workflow, with => with.Type = "Act");
        var paused = (await workflow.DescribeAsync()).PendingActivities.Select(each => each.State).ToList();
        await UnpauseAsync(workflow, with => with.Type = "Act");
        var tasks = new[] { await workflow.PollActivityAsync(), await workflow.PollActivityAsync() };

        paused.Should().Equal(PendingActivityState.Paused, PendingActivityState.Paused);
        tasks.Select(each => each.ActivityId).Should().BeEquivalentTo("a", "b");
    }

    [SkippableTheory, MemberData(nameof(Servers))]
    public async Task ResetActivity_InBackoff_BeginsAgainAtOnce(ServerKind kind)
    {
        var workflow = await StartAsync(kind, "a", "b");
        for (var i = 0; i < 2; i++)
        {
            var task = await workflow.PollActivityAsync();
            await workflow.HeartbeatAsync(task, "half");
            await workflow.FailActivityAsync(task, nextDelay: TimeSpan.FromHours(1));
        }

        await ResetAsync(workflow);
        var kept = await workflow.PollActivityAsync();
        await ResetAsync(workflow, with => (with.Id, with.ResetHeartbeat) = ("b", true));
        var forgotten = await workflow.PollActivityAsync();

        kept.ActivityId.Should().Be("a");
        kept.Attempt.Should().Be(1);
        Values.Text(kept.HeartbeatDetails).Should().Be("half");
        forgotten.ActivityId.Should().Be("b");
        forgotten.Attempt.Should().Be(1);
        forgotten.HeartbeatDetails.Should().BeNull();
    }

    [SkippableTheory, MemberData(nameof(Servers))]
    public async Task ResetActivity_Running_HeartbeatSaysSo(ServerKind kind)
    {
        var workflow = await StartAsync(kind, "a");
        var task = await workflow.PollActivityAsync();
        await ResetAsync(workflow);

        var answer = await workflow.HeartbeatAsync(task, "half");
        await workflow.CompleteActivityAsync(task);

        answer.ActivityReset.Should().BeTrue();
        answer.ActivityPaused.Should().BeFalse();
        (await workflow.EventsAsync()).Should().EndWith("ActivityStarted ActivityCompleted TaskScheduled");
    }

    [SkippableTheory, MemberData(nameof(Servers))]
    public async Task ResetActivity_Paused_GoesOnUnlessKeptPaused(ServerKind kind)
    {
        var workflow = await StartAsync(kind, "a");
        await PauseAsync(workflow);
        await ResetAsync(workflow, with => with.KeepPaused = true);
        var kept = await PendingAsync(workflow);
        var missed = await PollsNothingAsync(workflow);
        await ResetAsync(workflow);

        var polled = await workflow.PollActivityAsync();

        kept.State.Should().Be(PendingActivityState.Paused);
        missed.Should().BeTrue();
        polled.Attempt.Should().Be(1);
    }

    [SkippableTheory, MemberData(nameof(Servers))]
    public async Task UpdateActivityOptions_InBackoff_ChangesTheNextAttempt(ServerKind kind)
    {
        var workflow = await StartAsync(kind, "a");
        await workflow.FailActivityAsync(await workflow.PollActivityAsync(), nextDelay: TimeSpan.FromHours(1));
        var updated = await UpdateAsync(
            workflow,
            new ActivityOptions
            {
                TaskQueue = new TaskQueue { Name = workflow.Queue + "-other" },
                StartToCloseTimeout = Seconds(40),
                HeartbeatTimeout = Seconds(50),
                RetryPolicy = new RetryPolicy { InitialInterval = Seconds(1), MaximumAttempts = 7 },
            },
            "task_queue.name",
            "startToCloseTimeout",
            "heartbeat_timeout",
            "retry_policy.initial_interval",
            "retry_policy.maximum_attempts");

        var polled = await workflow.PollActivityAsync(workflow.Queue + "-other");

        updated.TaskQueue.Name.Should().Be(workflow.Queue + "-other");
        updated.StartToCloseTimeout.Should().Be(Seconds(40));
        updated.HeartbeatTimeout.Should().Be(Seconds(40), "a heartbeat is not awaited for longer than the end");
        updated.RetryPolicy.MaximumAttempts.Should().Be(7);
        updated.RetryPolicy.BackoffCoefficient.Should().Be(2);
        polled.Attempt.Should().Be(2);
        polled.RetryPolicy.MaximumAttempts.Should().Be(7);
        (await PendingAsync(workflow)).ActivityOptions.StartToCloseTimeout.Should().Be(Seconds(40));
    }

    [SkippableTheory, MemberData(nameof(Servers))]
    public async Task UpdateActivityOptions_Running_TimesOutByTheNewOnes(ServerKind kind)
    {
        var workflow = await StartAsync(kind, with => with.RetryPolicy = new RetryPolicy { MaximumAttempts = 1 }, "a");
        await workflow.PollActivityAsync();
        await UpdateAsync(workflow, new ActivityOptions { StartToCloseTimeout = Seconds(1) }, "start_to_close_timeout");

        var timedOut = await workflow.EventAsync(EventType.ActivityTaskTimedOut);

        timedOut.ActivityTaskTimedOutEventAttributes.Failure.TimeoutFailureInfo.TimeoutType.Should().Be(TimeoutType.StartToClose);
    }

    [SkippableTheory, MemberData(nameof(Servers))]
    public async Task UpdateActivityOptions_RestoreOriginal_TakesChangesBack(ServerKind kind)
    {
        var workflow = await StartAsync(kind, "a");
        await PauseAsync(workflow);
        var original = (await PendingAsync(workflow)).ActivityOptions;
        await UpdateAsync(workflow, new ActivityOptions { StartToCloseTimeout = Seconds(40) }, "start_to_close_timeout");
        var restore = new UpdateActivityOptionsRequest { Execution = workflow.Execution, Id = "a", RestoreOriginal = true };
        restore.Namespace = TestWorkflow.Namespace;
        var restored = await workflow.Client.CallAsync<UpdateActivityOptionsResponse>("UpdateActivityOptions", restore);
        await UpdateAsync(workflow, new ActivityOptions { StartToCloseTimeout = Seconds(40) }, "start_to_close_timeout");
        await ResetAsync(workflow, with => (with.RestoreOriginalOptions, with.KeepPaused) = (true, true));

        restored.ActivityOptions.StartToCloseTimeout.Should().Be(original.StartToCloseTimeout);
        (await PendingAsync(workflow)).ActivityOptions.Should().Be(original);
    }

    public static TheoryData<ServerKind, string, IMessage, StatusCode, string> Refusals()
    {
        const string none = "Can't find pending activity with such ID. Invalid activityID or activity already completed";
        const string nothingSet = "Either Activity.Id or Activity.Type should be set on request.";
        const string noTimeout = "A valid StartToClose or ScheduleToCloseTimeout is not set on ScheduleActivityTaskCommand. "
            + "ActivityId=a ActivityType=Act";
        var mask = new FieldMask { Paths = { "start_to_close_timeout" } };
        var options = new ActivityOptions();
        var data = new TheoryData<ServerKind, string, IMessage, StatusCode, string>();
        foreach (var kind in new[] { ServerKind.Embedded, ServerKind.Real })
        {
            NotFound("PauseActivity", new PauseActivityRequest { Id = "none" }, none);
            NotFound("PauseActivity", new PauseActivityRequest { Type = "None" }, none);
            NotFound("UnpauseActivity", new UnpauseActivityRequest { Id = "none" }, none);
            NotFound("ResetActivity", new ResetActivityRequest { Type = "None" }, none);
            var unknown = new UpdateActivityOptionsRequest { Id = "none", ActivityOptions = options, UpdateMask = mask };
            NotFound("UpdateActivityOptions", unknown, none);
            Invalid("PauseActivity", new PauseActivityRequest(), nothingSet);
            Invalid("UnpauseActivity", new UnpauseActivityRequest(), nothingSet);
            Invalid("ResetActivity", new ResetActivityRequest(), nothingSet);
            Invalid("UpdateActivityOptions", new UpdateActivityOptionsRequest { UpdateMask = mask }, nothingSet);
            Invalid("UpdateActivityOptions", new UpdateActivityOptionsRequest { Id = "a" }, "ActivityOptions are not provided");
            var update = new UpdateActivityOptionsRequest { Id = "a", ActivityOptions = options };
            Invalid("UpdateActivityOptions", update, "UpdateMask is not provided");
            Invalid("UpdateActivityOptions", new UpdateActivityOptionsRequest(update) { UpdateMask = mask }, noTimeout);

            void NotFound(string method, IMessage request, string text) => data.Add(kind, method, request, StatusCode.NotFound, text);
            void Invalid(string method, IMessage request, string text) => data.Add(kind, method, request, StatusCode.InvalidArgument, text);
        }

        return data;
    }

    [SkippableTheory, MemberData(nameof(Refusals))]
    public async Task Operation_OfNothing_IsRefused(ServerKind kind, string method, IMessage request, StatusCode code, string text)
    {
        var workflow = await StartAsync(kind, "a");
        request.Descriptor.FindFieldByName("namespace").Accessor.SetValue(request, TestWorkflow.Namespace);
        request.Descriptor.FindFieldByName("execution").Accessor.SetValue(request, workflow.Execution);

        var call = () => workflow.Client.CallAsync<Empty>(method, request);

        var error = (await call.Should().ThrowAsync<CallFailedException>()).Which;
        error.Code.Should().Be(code);
        error.Message.Should().Contain(text);
    }

    private static Duration Seconds(int seconds) => Duration.FromTimeSpan(TimeSpan.FromSeconds(seconds));

    private static async Task<PendingActivityInfo> PendingAsync(TestWorkflow workflow) =>
        (await workflow.DescribeAsync()).PendingActivities.Single();

    private static Task PauseAsync(TestWorkflow workflow, Action<PauseActivityRequest>? with = null)
    {
        var request = new PauseActivityRequest
        {
            Namespace = TestWorkflow.Namespace,
            Execution = workflow.Execution,
            Id = "a",
            Identity = "operator",
            Reason = "look into it",
        };
        with?.Invoke(request);
        return workflow.Client.CallAsync<PauseActivityResponse>("PauseActivity", request);
    }

    private static Task UnpauseAsync(TestWorkflow workflow, Action<UnpauseActivityRequest>? with = null)
    {
        var request = new UnpauseActivityRequest { Namespace = TestWorkflow.Namespace, Execution = workflow.Execution, Id = "a" };
        with?.Invoke(request);
        return workflow.Client.CallAsync<UnpauseActivityResponse>("UnpauseActivity", request);
    }

    private static Task ResetAsync(TestWorkflow workflow, Action<ResetActivityRequest>? with = null)
    {
        var request = new ResetActivityRequest { Namespace = TestWorkflow.Namespace, Execution = workflow.Execution, Id = "a" };
        with?.Invoke(request);
        return workflow.Client.CallAsync<ResetActivityResponse>("ResetActivity", request);
    }

    private static async Task<ActivityOptions> UpdateAsync(TestWorkflow workflow, ActivityOptions options, params string[] paths)
    {
        var request = new UpdateActivityOptionsRequest
        {
            Namespace = TestWorkflow.Namespace,
            Execution = workflow.Execution,
            Id = "a",
            ActivityOptions = options,
            UpdateMask = new FieldMask { Paths = { paths } },
        };
        return (await workflow.Client.CallAsync<UpdateActivityOptionsResponse>("UpdateActivityOptions", request)).ActivityOptions;
    }

    /// <summary>Whether no worker is given an activity for as long.</summary>
    private static async Task<bool> PollsNothingAsync(TestWorkflow workflow)
    {
        var queue = new TaskQueue { Name = workflow.Queue };
        var poll = new PollActivityTaskQueueRequest { Namespace = TestWorkflow.Namespace, TaskQueue = queue };
        try
        {
            var polled = await workflow.Client.CallAsync<PollActivityTaskQueueResponse>(
                "PollActivityTaskQueue", poll, timeout: Short);
            return polled.TaskToken.IsEmpty;
        }
        catch (CallFailedException error) when (error.Code is StatusCode.DeadlineExceeded or StatusCode.Cancelled)
        {
            return true;
        }
    }

    private Task<TestWorkflow> StartAsync(ServerKind kind, params string[] ids) => StartAsync(kind, null, ids);

    private async Task<TestWorkflow> StartAsync(ServerKind kind, Action<ScheduleActivityTaskCommandAttributes>? with, params string[] ids)
    {
        var workflow = await NewAsync(kind);
        await workflow.StartAsync();
        await workflow.RunTaskAsync([.. ids.Select(id => Commands.Activity(id, workflow.Queue, with))]);
        return workflow;
    }
}
