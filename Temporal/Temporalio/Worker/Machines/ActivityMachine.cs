using Temporalio.Api.Command.V1;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Failure.V1;
using Temporalio.Api.History.V1;
using Temporalio.Worker.Runs;
using Temporalio.Workflows;

namespace Temporalio.Worker.Machines;

/// <summary>States of an <see cref="ActivityMachine"/>.</summary>
internal enum ActivityState
{
    Created,
    Issued,
    Scheduled,

    /// <summary>Cancellation asked for; the outcome is awaited.</summary>
    Canceling,

    /// <summary>The workflow has been told; what still comes is of no interest.</summary>
    Abandoned,

    Done,
}

/// <summary>What can happen to an <see cref="ActivityMachine"/>.</summary>
internal enum ActivityInput
{
    Schedule,
    TryCancel,
    CancelAndWait,
    Abandon,
    ScheduledEvent,
    StartedEvent,
    CancelRequestedEvent,
    CompletedEvent,
    FailedEvent,
    TimedOutEvent,
    CanceledEvent,
}

/// <summary>An activity run by workers of the task queue.</summary>
internal sealed class ActivityMachine(WorkflowCommand.ScheduleActivity request) : TableMachine<ActivityMachine, ActivityState, ActivityInput>
{
    public static readonly MachineKind Kind = MachineKind.Of<WorkflowCommand.ScheduleActivity>((c, _) => new ActivityMachine(c) { Seq = c.Seq }, new()
    {
        [EventType.ActivityTaskScheduled] = new(CommandType.ScheduleActivityTask, (c, e) => CompareScheduled(
            c.Command.ScheduleActivityTaskCommandAttributes, e.ActivityTaskScheduledEventAttributes)),
        [EventType.ActivityTaskCancelRequested] = new(CommandType.RequestCancelActivityTask, (c, e) => CommandRule.Both(
            "scheduled event id",
            c.Command.RequestCancelActivityTaskCommandAttributes.ScheduledEventId,
            e.ActivityTaskCancelRequestedEventAttributes.ScheduledEventId)),
    });

    public static readonly TransitionTable<ActivityMachine, ActivityState, ActivityInput> Transitions = BuildTable();

    private long _scheduledEventId;
    private long _startedEventId;

    public override string Description => $"activity {request.Attributes.ActivityId} ({request.Attributes.ActivityType.Name})";

    protected override TransitionTable<ActivityMachine, ActivityState, ActivityInput> Table => Transitions;

    public override IReadOnlyList<MachineEffect> Start() => Fire(ActivityInput.Schedule);

    public override IReadOnlyList<MachineEffect> Cancel() => Fire(request.CancellationType switch
    {
        ActivityCancellationType.TryCancel => ActivityInput.TryCancel,
        ActivityCancellationType.WaitCancellationCompleted => ActivityInput.CancelAndWait,
        _ => ActivityInput.Abandon,
    });

    protected override ActivityInput? InputOf(EventType type) => type switch
    {
        EventType.ActivityTaskScheduled => ActivityInput.ScheduledEvent,
        EventType.ActivityTaskStarted => ActivityInput.StartedEvent,
        EventType.ActivityTaskCancelRequested => ActivityInput.CancelRequestedEvent,
        EventType.ActivityTaskCompleted => ActivityInput.CompletedEvent,
        EventType.ActivityTaskFailed => ActivityInput.FailedEvent,
        EventType.ActivityTaskTimedOut => ActivityInput.TimedOutEvent,
        EventType.ActivityTaskCanceled => ActivityInput.CanceledEvent,
        _ => null,
    };

    private static TransitionTable<ActivityMachine, ActivityState, ActivityInput> BuildTable()
    {
        var table = new TransitionTable<ActivityMachine, ActivityState, ActivityInput>
        {
            { ActivityState.Created, ActivityInput.Schedule, ActivityState.Issued, (m, _) => [new MachineEffect.Issue(m.ScheduleCommand())] },
            { ActivityState.Issued, ActivityInput.ScheduledEvent, ActivityState.Scheduled, (m, e) => m.Scheduled(e!) },
            { ActivityState.Scheduled, ActivityInput.StartedEvent, ActivityState.Scheduled, (m, e) => m.Started(e!) },
            { ActivityState.Scheduled, ActivityInput.CompletedEvent, ActivityState.Done, (m, e) => m.Completed(e!) },
            { ActivityState.Scheduled, ActivityInput.FailedEvent, ActivityState.Done, (m, e) => m.Failed(e!) },
            { ActivityState.Scheduled, ActivityInput.TimedOutEvent, ActivityState.Done, (m, e) => m.TimedOut(e!) },
            { ActivityState.Scheduled, ActivityInput.CanceledEvent, ActivityState.Done, (m, e) => m.Canceled(e!) },
            { ActivityState.Scheduled, ActivityInput.TryCancel, ActivityState.Abandoned, (m, _) => [m.RequestCancel(), m.TellCanceled(null)] },
            { ActivityState.Scheduled, ActivityInput.CancelAndWait, ActivityState.Canceling, (m, _) => [m.RequestCancel()] },
            { ActivityState.Scheduled, ActivityInput.Abandon, ActivityState.Abandoned, (m, _) => [m.TellCanceled(null)] },
            { ActivityState.Canceling, ActivityInput.CancelRequestedEvent, ActivityState.Canceling },
            { ActivityState.Canceling, ActivityInput.StartedEvent, ActivityState.Canceling, (m, e) => m.Started(e!) },
            { ActivityState.Canceling, ActivityInput.CompletedEvent, ActivityState.Done, (m, e) => m.Completed(e!) },
            { ActivityState.Canceling, ActivityInput.FailedEvent, ActivityState.Done, (m, e) => m.Failed(e!) },
            { ActivityState.Canceling, ActivityInput.TimedOutEvent, ActivityState.Done, (m, e) => m.TimedOut(e!) },
            { ActivityState.Canceling, ActivityInput.CanceledEvent, ActivityState.Done, (m, e) => m.Canceled(e!) },
        };
        foreach (var cancel in (ActivityInput[])[ActivityInput.TryCancel, ActivityInput.CancelAndWait, ActivityInput.Abandon])
        {
            table.Add(ActivityState.Issued, cancel, ActivityState.Done, (m, _) => [new MachineEffect.Withdraw(), m.TellCanceled(null)]);
            table.Add(ActivityState.Done, cancel, ActivityState.Done);
        }

        foreach (var late in (ActivityInput[])[
            ActivityInput.StartedEvent, ActivityInput.CancelRequestedEvent, ActivityInput.CompletedEvent,
            ActivityInput.FailedEvent, ActivityInput.TimedOutEvent, ActivityInput.CanceledEvent])
        {
            table.Add(ActivityState.Abandoned, late, ActivityState.Abandoned);
        }

        return table;
    }

    private static string? CompareScheduled(ScheduleActivityTaskCommandAttributes ours, ActivityTaskScheduledEventAttributes theirs) =>
        CommandRule.Both("activity id", ours.ActivityId, theirs.ActivityId)
        ?? CommandRule.Both("activity type", ours.ActivityType.Name, theirs.ActivityType.Name);

    private IEnumerable<MachineEffect> Scheduled(HistoryEvent cause)
    {
        _scheduledEventId = cause.EventId;
        return [];
    }

    private IEnumerable<MachineEffect> Started(HistoryEvent cause)
    {
        _startedEventId = cause.EventId;
        return [];
    }

    private IEnumerable<MachineEffect> Completed(HistoryEvent cause) =>
        [new MachineEffect.Tell(new WorkflowJob.ActivityResolved(Seq, cause.ActivityTaskCompletedEventAttributes.Result, null))];

    private IEnumerable<MachineEffect> Failed(HistoryEvent cause)
    {
        var attributes = cause.ActivityTaskFailedEventAttributes;
        return [TellFailure("Activity task failed", attributes.Failure, attributes.RetryState, attributes.Identity)];
    }

    private IEnumerable<MachineEffect> TimedOut(HistoryEvent cause)
    {
        var attributes = cause.ActivityTaskTimedOutEventAttributes;
        return [TellFailure("Activity task timed out", attributes.Failure, attributes.RetryState, string.Empty)];
    }

    private IEnumerable<MachineEffect> Canceled(HistoryEvent cause) =>
        [TellCanceled(cause.ActivityTaskCanceledEventAttributes.Details)];

    private MachineEffect TellCanceled(Payloads? details) => TellFailure(
        "Activity cancelled",
        new Failure { Message = "Activity cancelled", CanceledFailureInfo = new() { Details = details } },
        RetryState.CancelRequested,
        string.Empty);

    private MachineEffect.Tell TellFailure(string message, Failure? cause, RetryState retryState, string identity) =>
        new(new WorkflowJob.ActivityResolved(Seq, null, new Failure
        {
            Message = message,
            Cause = cause,
            ActivityFailureInfo = new()
            {
                ScheduledEventId = _scheduledEventId,
                StartedEventId = _startedEventId,
                Identity = identity,
                ActivityType = request.Attributes.ActivityType,
                ActivityId = request.Attributes.ActivityId,
                RetryState = retryState,
            },
        }));

    private PendingCommand ScheduleCommand() => new(
        new Command
        {
            CommandType = CommandType.ScheduleActivityTask,
            ScheduleActivityTaskCommandAttributes = request.Attributes,
            UserMetadata = request.Metadata,
        },
        this);

    private MachineEffect RequestCancel() => new MachineEffect.Issue(new(
        new Command
        {
            CommandType = CommandType.RequestCancelActivityTask,
            RequestCancelActivityTaskCommandAttributes = new() { ScheduledEventId = _scheduledEventId },
        },
        this));
}
