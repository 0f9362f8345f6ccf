using Temporalio.Api.Command.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Failure.V1;
using Temporalio.Api.History.V1;
using Temporalio.Worker.Runs;
using Temporalio.Workflows;

namespace Temporalio.Worker.Machines;

/// <summary>States of a <see cref="ChildWorkflowMachine"/>.</summary>
internal enum ChildState
{
    Created,
    Issued,
    Initiated,

    /// <summary>The server would refuse to cancel a child that has not started; the request waits.</summary>
    CancelWhenStarted,

    /// <summary>As before, but nobody waits for what comes of it.</summary>
    TryCancelWhenStarted,

    Started,
    Canceling,

    /// <summary>The workflow has been told; what still comes is of no interest.</summary>
    Abandoned,

    Done,
}

/// <summary>What can happen to a <see cref="ChildWorkflowMachine"/>.</summary>
internal enum ChildInput
{
    Start,
    Abandon,
    TryCancel,
    CancelAndWait,
    InitiatedEvent,
    StartedEvent,
    StartFailedEvent,
    CompletedEvent,
    FailedEvent,
    TimedOutEvent,
    CanceledEvent,
    TerminatedEvent,
}

/// <summary>A child workflow: first it starts, then it ends.</summary>
internal sealed class ChildWorkflowMachine(WorkflowCommand.StartChild request, string parentNamespace)
    : TableMachine<ChildWorkflowMachine, ChildState, ChildInput>
{
    public static readonly MachineKind Kind = MachineKind.Of<WorkflowCommand.StartChild>((c, ns) => new ChildWorkflowMachine(c, ns) { Seq = c.Seq }, new()
    {
        [EventType.StartChildWorkflowExecutionInitiated] = new(CommandType.StartChildWorkflowExecution, (c, e) => CompareInitiated(
            c.Command.StartChildWorkflowExecutionCommandAttributes, e.StartChildWorkflowExecutionInitiatedEventAttributes)),
    });

    public static readonly TransitionTable<ChildWorkflowMachine, ChildState, ChildInput> Transitions = BuildTable();

    private long _initiatedEventId;
    private long _startedEventId;
    private string _runId = string.Empty;

    public override string Description => $"child workflow {request.Attributes.WorkflowId} ({request.Attributes.WorkflowType.Name})";

    protected override TransitionTable<ChildWorkflowMachine, ChildState, ChildInput> Table => Transitions;

    public override IReadOnlyList<MachineEffect> Start() => Fire(ChildInput.Start);

    public override IReadOnlyList<MachineEffect> Cancel() => Fire(request.CancellationType switch
    {
        ChildWorkflowCancellationType.Abandon => ChildInput.Abandon,
        ChildWorkflowCancellationType.TryCancel => ChildInput.TryCancel,
        _ => ChildInput.CancelAndWait,
    });

    protected override ChildInput? InputOf(EventType type) => type switch
    {
        EventType.StartChildWorkflowExecutionInitiated => ChildInput.InitiatedEvent,
        EventType.StartChildWorkflowExecutionFailed => ChildInput.StartFailedEvent,
        EventType.ChildWorkflowExecutionStarted => ChildInput.StartedEvent,
        EventType.ChildWorkflowExecutionCompleted => ChildInput.CompletedEvent,
        EventType.ChildWorkflowExecutionFailed => ChildInput.FailedEvent,
        EventType.ChildWorkflowExecutionTimedOut => ChildInput.TimedOutEvent,
        EventType.ChildWorkflowExecutionCanceled => ChildInput.CanceledEvent,
        EventType.ChildWorkflowExecutionTerminated => ChildInput.TerminatedEvent,
        _ => null,
    };

    private static TransitionTable<ChildWorkflowMachine, ChildState, ChildInput> BuildTable()
    {
        ChildInput[] cancels = [ChildInput.Abandon, ChildInput.TryCancel, ChildInput.CancelAndWait];
        ChildInput[] outcomes =
            [ChildInput.CompletedEvent, ChildInput.FailedEvent, ChildInput.TimedOutEvent, ChildInput.CanceledEvent, ChildInput.TerminatedEvent];
        var table = new TransitionTable<ChildWorkflowMachine, ChildState, ChildInput>
        {
            { ChildState.Created, ChildInput.Start, ChildState.Issued, (m, _) => [new MachineEffect.Issue(m.StartCommand())] },
            { ChildState.Issued, ChildInput.InitiatedEvent, ChildState.Initiated, (m, e) => m.Initiated(e!) },
            { ChildState.Initiated, ChildInput.StartedEvent, ChildState.Started, (m, e) => m.Started(e!) },
            { ChildState.Initiated, ChildInput.StartFailedEvent, ChildState.Done, (m, e) => m.StartFailed(e!) },
            { ChildState.Initiated, ChildInput.Abandon, ChildState.Abandoned, (m, _) => [m.TellStartCanceled()] },
            { ChildState.Initiated, ChildInput.TryCancel, ChildState.TryCancelWhenStarted },
            { ChildState.Initiated, ChildInput.CancelAndWait, ChildState.CancelWhenStarted },
            { ChildState.CancelWhenStarted, ChildInput.StartedEvent, ChildState.Canceling, (m, e) => [.. m.Started(e!), m.RequestCancel()] },
            { ChildState.CancelWhenStarted, ChildInput.StartFailedEvent, ChildState.Done, (m, e) => m.StartFailed(e!) },
            {
                ChildState.TryCancelWhenStarted, ChildInput.StartedEvent, ChildState.Abandoned,
                (m, e) => [.. m.Started(e!), m.RequestCancel(), m.TellCanceled()]
            },
            { ChildState.TryCancelWhenStarted, ChildInput.StartFailedEvent, ChildState.Done, (m, e) => m.StartFailed(e!) },
            { ChildState.Started, ChildInput.Abandon, ChildState.Abandoned, (m, _) => [m.TellCanceled()] },
            { ChildState.Started, ChildInput.TryCancel, ChildState.Abandoned, (m, _) => [m.RequestCancel(), m.TellCanceled()] },
            { ChildState.Started, ChildInput.CancelAndWait, ChildState.Canceling, (m, _) => [m.RequestCancel()] },
            { ChildState.TryCancelWhenStarted, ChildInput.TryCancel, ChildState.TryCancelWhenStarted },
            { ChildState.CancelWhenStarted, ChildInput.CancelAndWait, ChildState.CancelWhenStarted },
            { ChildState.Canceling, ChildInput.CancelAndWait, ChildState.Canceling },
            { ChildState.Abandoned, ChildInput.StartedEvent, ChildState.Abandoned },
            { ChildState.Abandoned, ChildInput.StartFailedEvent, ChildState.Abandoned },
        };
        foreach (var cancel in cancels)
        {
            table.Add(ChildState.Issued, cancel, ChildState.Done, (m, _) => [new MachineEffect.Withdraw(), m.TellStartCanceled()]);
            table.Add(ChildState.Done, cancel, ChildState.Done);
        }

        foreach (var outcome in outcomes)
        {
            table.Add(ChildState.Started, outcome, ChildState.Done, (m, e) => m.Ended(e!));
            table.Add(ChildState.Canceling, outcome, ChildState.Done, (m, e) => m.Ended(e!));
            table.Add(ChildState.Abandoned, outcome, ChildState.Abandoned);
        }

        return table;
    }

    private static string? CompareInitiated(
        StartChildWorkflowExecutionCommandAttributes ours, StartChildWorkflowExecutionInitiatedEventAttributes theirs) =>
        CommandRule.Both("workflow id", ours.WorkflowId, theirs.WorkflowId)
        ?? CommandRule.Both("workflow type", ours.WorkflowType.Name, theirs.WorkflowType.Name);

    private IEnumerable<MachineEffect> Initiated(HistoryEvent cause)
    {
        _initiatedEventId = cause.EventId;
        return [];
    }

    private IEnumerable<MachineEffect> Started(HistoryEvent cause)
    {
        _startedEventId = cause.EventId;
        _runId = cause.ChildWorkflowExecutionStartedEventAttributes.WorkflowExecution.RunId;
        return [new MachineEffect.Tell(new WorkflowJob.ChildStarted(Seq, _runId, null, default))];
    }

    private IEnumerable<MachineEffect> StartFailed(HistoryEvent cause) =>
        [new MachineEffect.Tell(new WorkflowJob.ChildStarted(Seq, null, null, cause.StartChildWorkflowExecutionFailedEventAttributes.Cause))];

    private IEnumerable<MachineEffect> Ended(HistoryEvent cause) => [cause.EventType switch
    {
        EventType.ChildWorkflowExecutionCompleted =>
            new MachineEffect.Tell(new WorkflowJob.ChildResolved(Seq, cause.ChildWorkflowExecutionCompletedEventAttributes.Result, null)),
        EventType.ChildWorkflowExecutionFailed => TellFailure(
            "Child Workflow execution failed",
            cause.ChildWorkflowExecutionFailedEventAttributes.Failure,
            cause.ChildWorkflowExecutionFailedEventAttributes.RetryState),
        EventType.ChildWorkflowExecutionTimedOut => TellFailure(
            "Child Workflow execution timed out",
            new Failure { Message = "Child Workflow execution timed out", TimeoutFailureInfo = new() { TimeoutType = TimeoutType.StartToClose } },
            cause.ChildWorkflowExecutionTimedOutEventAttributes.RetryState),
        EventType.ChildWorkflowExecutionTerminated => TellFailure(
            "Child Workflow execution terminated",
            new Failure { Message = "Child Workflow execution terminated", TerminatedFailureInfo = new() },
            RetryState.NonRetryableFailure),
        _ => TellFailure(
            "Child Workflow execution cancelled",
            new Failure
            {
                Message = "Child Workflow execution cancelled",
                CanceledFailureInfo = new() { Details = cause.ChildWorkflowExecutionCanceledEventAttributes?.Details },
            },
            RetryState.NonRetryableFailure),
    }];

    private MachineEffect TellCanceled() => TellFailure(
        "Child Workflow execution cancelled",
        new Failure { Message = "Child Workflow execution cancelled", CanceledFailureInfo = new() },
        RetryState.NonRetryableFailure);

    private MachineEffect.Tell TellStartCanceled() => new(new WorkflowJob.ChildStarted(
        Seq,
        null,
        Outer(
            "Child Workflow execution cancelled before scheduled",
            new Failure { Message = "Child Workflow execution cancelled before scheduled", CanceledFailureInfo = new() },
            RetryState.NonRetryableFailure),
        default));

    private MachineEffect.Tell TellFailure(string message, Failure? cause, RetryState retryState) =>
        new(new WorkflowJob.ChildResolved(Seq, null, Outer(message, cause, retryState)));

    private Failure Outer(string message, Failure? cause, RetryState retryState) => new()
    {
        Message = message,
        Cause = cause,
        ChildWorkflowExecutionFailureInfo = new()
        {
            Namespace = parentNamespace,
            WorkflowExecution = new() { WorkflowId = request.Attributes.WorkflowId, RunId = _runId },
            WorkflowType = request.Attributes.WorkflowType,
            InitiatedEventId = _initiatedEventId,
            StartedEventId = _startedEventId,
            RetryState = retryState,
        },
    };

    private PendingCommand StartCommand() => new(
        new Command
        {
            CommandType = CommandType.StartChildWorkflowExecution,
            StartChildWorkflowExecutionCommandAttributes = request.Attributes,
            UserMetadata = request.Metadata,
        },
        this);

    private MachineEffect.Spawn RequestCancel() => new(new CancelExternalMachine(
        new WorkflowCommand.CancelExternal(0, new()
        {
            WorkflowId = request.Attributes.WorkflowId,
            RunId = _runId,
            ChildWorkflowOnly = true,
        })));
}
