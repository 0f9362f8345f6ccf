using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Temporalio.Api.Command.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.TaskQueue.V1;
using Temporalio.Api.WorkflowService.V1;
using TemporalVideo.Tests.Support;

namespace TemporalVideo.DevServer.Tests.Executions;

public sealed class WorkflowTaskTests(BothServers servers) : ConformanceTest(servers)
{
    [SkippableTheory, MemberData(nameof(Servers))]
    public async Task C045_TenSignals_BeforeTheStart_MakeOneTask(ServerKind kind)
    {
        var workflow = await NewAsync(kind);
        await workflow.StartAsync();
        for (var i = 0; i < 10; i++)
        {
            await workflow.SignalAsync();
        }

        var task = await workflow.PollAsync();

        Events.Names(task.History.Events).Should()
            .Be("Started TaskScheduled " + string.Concat(Enumerable.Repeat("Signaled ", 10)) + "TaskStarted");
    }

    [SkippableTheory, MemberData(nameof(Servers))]
    public async Task C046_Signal_DuringTask_ComesAfterItsCommands(ServerKind kind)
    {
        var workflow = await NewAsync(kind);
        await workflow.StartAsync();
        var task = await workflow.PollAsync();
        await workflow.SignalAsync();
        (await workflow.EventsAsync()).Should().Be("Started TaskScheduled TaskStarted");

        await workflow.CompleteAsync(task, Commands.Timer("t", TimeSpan.FromHours(1)));

        (await workflow.EventsAsync()).Should().Be("Started TaskScheduled TaskStarted TaskCompleted TimerStarted Signaled TaskScheduled");
        var events = await workflow.HistoryAsync();
        events[5].EventTime.ToDateTime().Should().BeBefore(events[3].EventTime.ToDateTime());
    }

    [SkippableTheory, MemberData(nameof(Servers))]
    public async Task C047_Flush_MixedEvents_OutcomesComeLast(ServerKind kind)
    {
        var workflow = await NewAsync(kind);
        await workflow.StartAsync();
        await workflow.RunTaskAsync(Commands.Activity("a", workflow.Queue));
        var activity = await workflow.PollActivityAsync();
        await workflow.SignalAsync();
        var task = await workflow.PollAsync();
        await workflow.CompleteActivityAsync(activity);
        await workflow.SignalAsync();
        await workflow.RequestCancelAsync();

        await workflow.CompleteAsync(task);

        (await workflow.EventsAsync()).Should()
            .EndWith("TaskCompleted ActivityStarted Signaled CancelRequested ActivityCompleted TaskScheduled");
        var events = await workflow.HistoryAsync();
        var started = events.Single(each => each.EventType == EventType.ActivityTaskStarted);
        var completed = events.Single(each => each.EventType == EventType.ActivityTaskCompleted).ActivityTaskCompletedEventAttributes;
        completed.StartedEventId.Should().Be(started.EventId);
    }

    [SkippableTheory, MemberData(nameof(Servers))]
    public async Task C048_Complete_WithUnseenSignal_IsUnhandled(ServerKind kind)
    {
        var workflow = await NewAsync(kind);
        await workflow.StartAsync();
        var task = await workflow.PollAsync();
        await workflow.SignalAsync();

        var error =
            (await workflow.Awaiting(each => each.CompleteAsync(task, Commands.Complete())).Should()
            .ThrowAsync<CallFailedException>()).Which;

        error.Code.Should().Be(StatusCode.InvalidArgument);
        error.Message.Should().Contain("UnhandledCommand");
        (await workflow.EventsAsync()).Should().Be("Started TaskScheduled TaskStarted TaskFailed Signaled TaskScheduled");
        var events = await workflow.HistoryAsync();
        events[3].WorkflowTaskFailedEventAttributes.Cause.Should().Be(WorkflowTaskFailedCause.UnhandledCommand);
        events[5].WorkflowTaskScheduledEventAttributes.Attempt.Should().Be(1);
        await workflow.RunTaskAsync(Commands.Complete());
    }

    [SkippableTheory, MemberData(nameof(Servers))]
    public async Task C049_C050_Task_TimesOutThenCompletes_SecondAttemptIsTransient(ServerKind kind)
    {
        var workflow = await NewAsync(kind);
        await workflow.StartAsync(request => request.WorkflowTaskTimeout = Duration.FromTimeSpan(TimeSpan.FromSeconds(1)));
        await workflow.PollAsync();

        var second = await workflow.PollAsync();

        second.Attempt.Should().Be(2);
        Events.Names(second.History.Events).Should().Be("Started TaskScheduled TaskStarted TaskTimedOut TaskScheduled TaskStarted");
        (await workflow.EventsAsync()).Should().Be("Started TaskScheduled TaskStarted TaskTimedOut");
        await workflow.CompleteAsync(second, Commands.Complete());
        (await workflow.EventsAsync()).Should()
            .Be("Started TaskScheduled TaskStarted TaskTimedOut TaskScheduled TaskStarted TaskCompleted Completed");
        var events = await workflow.HistoryAsync();
        events[3].WorkflowTaskTimedOutEventAttributes.TimeoutType.Should().Be(TimeoutType.StartToClose);
        events[4].WorkflowTaskScheduledEventAttributes.Attempt.Should().Be(2);
    }

    [SkippableTheory, MemberData(nameof(Servers))]
    public async Task C051_Signal_DuringTransientAttempts_ResetsTheAttempt(ServerKind kind)
    {
        var workflow = await NewAsync(kind);
        await workflow.StartAsync();
        await workflow.FailTaskAsync(await workflow.PollAsync());
        var second = await workflow.PollAsync();
        second.Attempt.Should().Be(2);
        await workflow.SignalAsync();
        await workflow.FailTaskAsync(second);

        var third = await workflow.PollAsync();

        third.Attempt.Should().Be(1);
        Events.Names(third.History.Events).Should().Be("Started TaskScheduled TaskStarted TaskFailed Signaled TaskScheduled TaskStarted");
        (await workflow.EventsAsync()).Should().Be("Started TaskScheduled TaskStarted TaskFailed Signaled TaskScheduled TaskStarted");
    }

    [SkippableTheory, MemberData(nameof(Servers))]
    public async Task C052_Complete_Twice_SecondIsNotFound(ServerKind kind)
    {
        var workflow = await NewAsync(kind);
        await workflow.StartAsync();
        var task = await workflow.RunTaskAsync();

        var error = (await workflow.Awaiting(each => each.CompleteAsync(task)).Should().ThrowAsync<CallFailedException>()).Which;

        error.Code.Should().Be(StatusCode.NotFound);
        error.Message.Should().Be("Workflow task not found.");
    }

    public static TheoryData<ServerKind, string, WorkflowTaskFailedCause> BadCommands()
    {
        var data = new TheoryData<ServerKind, string, WorkflowTaskFailedCause>();
        foreach (var kind in new[] { ServerKind.Embedded, ServerKind.Real })
        {
            data.Add(kind, "activity without timeouts", WorkflowTaskFailedCause.BadScheduleActivityAttributes);
            data.Add(kind, "activity twice", WorkflowTaskFailedCause.ScheduleActivityDuplicateId);
            data.Add(kind, "cancel unknown activity", WorkflowTaskFailedCause.BadRequestCancelActivityAttributes);
            data.Add(kind, "timer of negative time", WorkflowTaskFailedCause.BadStartTimerAttributes);
            data.Add(kind, "timer twice", WorkflowTaskFailedCause.StartTimerDuplicateId);
            data.Add(kind, "cancel unknown timer", WorkflowTaskFailedCause.BadCancelTimerAttributes);
            data.Add(kind, "unknown search attribute", WorkflowTaskFailedCause.BadSearchAttributes);
            data.Add(kind, "child without id", WorkflowTaskFailedCause.BadStartChildExecutionAttributes);
        }

        return data;
    }

    [SkippableTheory, MemberData(nameof(BadCommands))]
    public async Task C053_C127_C184_BadCommand_AfterGoodOne_FailsTheWholeTask(ServerKind kind, string bad, WorkflowTaskFailedCause cause)
    {
        var workflow = await NewAsync(kind);
        await workflow.StartAsync();
        var task = await workflow.PollAsync();
        var good = Commands.Timer("good", TimeSpan.FromHours(1));
        Command[] commands = bad switch
        {
            "activity without timeouts" => [good, Commands.Activity("a", workflow.Queue, with => with.StartToCloseTimeout = null)],
            "activity twice" => [good, Commands.Activity("a", workflow.Queue), Commands.Activity("a", workflow.Queue)],
            "cancel unknown activity" => [good, Commands.CancelActivity(77)],
            "timer of negative time" => [good, Commands.Timer("z", TimeSpan.FromSeconds(-1))],
            "timer twice" => [good, Commands.Timer("good", TimeSpan.FromHours(1))],
            "cancel unknown timer" => [good, Commands.CancelTimer("unknown")],
            "unknown search attribute" => [good, new Command
            {
                CommandType = CommandType.UpsertWorkflowSearchAttributes,
                UpsertWorkflowSearchAttributesCommandAttributes = new UpsertWorkflowSearchAttributesCommandAttributes
                {
                    SearchAttributes = new Temporalio.Api.Common.V1.SearchAttributes { IndexedFields = { ["Nope"] = Values.One("x") } },
                },
            }],
            _ => [good, Commands.Child(new TestWorkflow(workflow.Client) { Id = "" })],
        };

        var error = (await workflow.Awaiting(each => each.CompleteAsync(task, commands)).Should().ThrowAsync<CallFailedException>()).Which;

        error.Code.Should().Be(StatusCode.InvalidArgument);
        (await workflow.EventsAsync()).Should().Be("Started TaskScheduled TaskStarted TaskFailed");
        var failed = (await workflow.HistoryAsync())[3].WorkflowTaskFailedEventAttributes;
        failed.Cause.Should().Be(cause);
        failed.Failure.Message.Should().StartWith(cause + ": ");
        (await workflow.PollAsync()).Attempt.Should().Be(2);
    }

    [SkippableTheory, MemberData(nameof(Servers))]
    public async Task C054_Complete_WithMoreToDo_ReturnsTheNextTaskInline(ServerKind kind)
    {
        var workflow = await NewAsync(kind);
        await workflow.StartAsync();
        var task = await workflow.PollAsync();
        await workflow.SignalAsync();

        var next = (await workflow.CompleteAsync(task, request => request.ReturnNewWorkflowTask = true)).WorkflowTask;

        Events.Names(next.History.Events).Should().Be("TaskCompleted Signaled TaskScheduled TaskStarted");
        next.PreviousStartedEventId.Should().Be(3);
        next.History.Events[^1].WorkflowTaskStartedEventAttributes.RequestId.Should().Be("request-from-RespondWorkflowTaskCompleted");
        await workflow.CompleteAsync(next, Commands.Complete());
    }

    [SkippableTheory, MemberData(nameof(Servers))]
    public async Task C055_ForceNewTask_NothingHappened_MakesOne(ServerKind kind)
    {
        var workflow = await NewAsync(kind);
        await workflow.StartAsync();
        await workflow.CompleteAsync(await workflow.PollAsync(), request => request.ForceCreateNewWorkflowTask = true);

        (await workflow.EventsAsync()).Should().Be("Started TaskScheduled TaskStarted TaskCompleted TaskScheduled");
        await workflow.RunTaskAsync(Commands.Complete());
    }

    [SkippableTheory, MemberData(nameof(Servers))]
    public async Task C056_Sticky_NextTask_HasOnlyNewHistory(ServerKind kind)
    {
        var workflow = await NewAsync(kind);
        var sticky = workflow.Queue + "-sticky";
        await workflow.StartAsync();
        var poll = workflow.PollAsync(sticky);
        await workflow.CompleteAsync(await workflow.PollAsync(), Stick(sticky));
        await workflow.SignalAsync();

        var task = await poll;

        Events.Names(task.History.Events).Should().Be("TaskCompleted Signaled TaskScheduled TaskStarted");
        task.PreviousStartedEventId.Should().Be(3);
        var queue = task.History.Events[2].WorkflowTaskScheduledEventAttributes.TaskQueue;
        queue.Kind.Should().Be(TaskQueueKind.Sticky);
        queue.NormalName.Should().Be(workflow.Queue);
        await workflow.CompleteAsync(task, Commands.Complete());
    }

    [SkippableTheory, MemberData(nameof(Servers))]
    public async Task C057_Sticky_WorkerGone_TimesOutToTheNormalQueue(ServerKind kind)
    {
        var workflow = await NewAsync(kind);
        var sticky = workflow.Queue + "-sticky";
        await workflow.StartAsync();
        var poll = workflow.PollAsync(sticky);
        await workflow.CompleteAsync(await workflow.PollAsync(), Stick(sticky, TimeSpan.FromSeconds(1)));
        await workflow.SignalAsync();
        await workflow.CompleteAsync(await poll, Stick(sticky, TimeSpan.FromSeconds(1)));
        await workflow.SignalAsync();

        var task = await workflow.PollAsync();

        Events.Names(task.History.Events).Should().EndWith("Signaled TaskScheduled TaskTimedOut TaskScheduled TaskStarted");
        task.History.Events[0].EventId.Should().Be(1);
        task.History.Events[^3].WorkflowTaskTimedOutEventAttributes.TimeoutType.Should().Be(TimeoutType.ScheduleToStart);
        task.Attempt.Should().Be(1);
        await workflow.CompleteAsync(task, Commands.Complete());
    }

    [SkippableTheory, MemberData(nameof(Servers))]
    public async Task C058_ShutdownWorker_NextTask_GoesToTheNormalQueueAtOnce(ServerKind kind)
    {
        var workflow = await NewAsync(kind);
        var sticky = workflow.Queue + "-sticky";
        await workflow.StartAsync();
        var poll = workflow.PollAsync(sticky);
        await workflow.CompleteAsync(await workflow.PollAsync(), Stick(sticky, TimeSpan.FromMinutes(1)));
        await workflow.SignalAsync();
        await workflow.CompleteAsync(await poll, Stick(sticky, TimeSpan.FromMinutes(1)));
        await workflow.Client.CallAsync<ShutdownWorkerResponse>(
            "ShutdownWorker",
                new ShutdownWorkerRequest { Namespace = TestWorkflow.Namespace, StickyTaskQueue = sticky, Identity = "worker" });
        await workflow.SignalAsync();

        var task = await workflow.PollAsync();

        task.History.Events[^2].WorkflowTaskScheduledEventAttributes.TaskQueue.Kind.Should().Be(TaskQueueKind.Sticky);
        task.History.Events[0].EventId.Should().Be(1);
        await workflow.CompleteAsync(task, Commands.Complete());
    }

    [SkippableTheory, MemberData(nameof(Servers))]
    public async Task C059_Sticky_TaskFails_NormalAttemptOneFollows(ServerKind kind)
    {
        var workflow = await NewAsync(kind);
        var sticky = workflow.Queue + "-sticky";
        await workflow.StartAsync();
        var poll = workflow.PollAsync(sticky);
        await workflow.CompleteAsync(await workflow.PollAsync(), Stick(sticky));
        await workflow.SignalAsync();
        await workflow.FailTaskAsync(await poll);

        (await workflow.EventsAsync()).Should().EndWith("Signaled TaskScheduled TaskStarted TaskFailed TaskScheduled");
        var scheduled = (await workflow.HistoryAsync())[^1].WorkflowTaskScheduledEventAttributes;
        scheduled.Attempt.Should().Be(1);
        scheduled.TaskQueue.Kind.Should().Be(TaskQueueKind.Normal);
    }

    [SkippableTheory, MemberData(nameof(Servers))]
    public async Task C060_TaskStarted_CarriesTheHistorySize(ServerKind kind)
    {
        var workflow = await NewAsync(kind);
        await workflow.StartAsync();

        var started = (await workflow.PollAsync()).History.Events[^1].WorkflowTaskStartedEventAttributes;

        started.HistorySizeBytes.Should().BePositive();
        started.SuggestContinueAsNew.Should().BeFalse();
    }

    [SkippableTheory, MemberData(nameof(Servers))]
    public async Task C061_Terminate_DuringTaskWithSignal_FailsTaskThenFlushes(ServerKind kind)
    {
        var workflow = await NewAsync(kind);
        await workflow.StartAsync();
        var task = await workflow.PollAsync();
        await workflow.SignalAsync();
        await workflow.TerminateAsync();

        (await workflow.EventsAsync()).Should().Be("Started TaskScheduled TaskStarted TaskFailed Signaled Terminated");
        (await workflow.HistoryAsync())[3].WorkflowTaskFailedEventAttributes.Cause.Should().Be(WorkflowTaskFailedCause.ForceCloseCommand);
        var error = await workflow.Awaiting(each => each.CompleteAsync(task)).Should().ThrowAsync<CallFailedException>();
        error.Which.Message.Should().Be("Workflow task not found.");
    }

    [SkippableTheory, MemberData(nameof(Servers))]
    public async Task C063_ClosingCommand_NotLast_IsRefusedAndTheTaskGoesOn(ServerKind kind)
    {
        var workflow = await NewAsync(kind);
        await workflow.StartAsync();
        var task = await workflow.PollAsync();

        var error =
            await workflow.Awaiting(each => each.CompleteAsync(task, Commands.Complete(), Commands.Timer("t", TimeSpan.FromHours(1))))
            .Should().ThrowAsync<CallFailedException>();

        error.Which.Code.Should().Be(StatusCode.InvalidArgument);
        error.Which.Message.Should().Contain("must be the last command");
        await workflow.CompleteAsync(task, Commands.Complete());
    }

    private static Action<RespondWorkflowTaskCompletedRequest> Stick(string queue, TimeSpan? timeout = null) => request =>
        request.StickyAttributes = new StickyExecutionAttributes
        {
            WorkerTaskQueue = new TaskQueue { Name = queue, Kind = TaskQueueKind.Sticky },
            ScheduleToStartTimeout = Duration.FromTimeSpan(timeout ?? TimeSpan.FromSeconds(10)),
        };
}
