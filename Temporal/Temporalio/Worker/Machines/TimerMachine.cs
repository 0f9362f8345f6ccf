using Temporalio.Api.Command.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;
using Temporalio.Worker.Runs;

namespace Temporalio.Worker.Machines;

/// <summary>States of a <see cref="TimerMachine"/>.</summary>
internal enum TimerState
{
    Created,
    Issued,
    Running,
    CancelIssued,
    Fired,
    Canceled,
}

/// <summary>What can happen to a <see cref="TimerMachine"/>.</summary>
internal enum TimerInput
{
    Start,
    Cancel,
    Started,
    FiredEvent,
    CanceledEvent,
}

/// <summary>A timer. The workflow resolves a cancelled one by itself; only firing is told to it.</summary>
internal sealed class TimerMachine(WorkflowCommand.StartTimer request) : TableMachine<TimerMachine, TimerState, TimerInput>
{
    public static readonly MachineKind Kind = MachineKind.Of<WorkflowCommand.StartTimer>((c, _) => new TimerMachine(c) { Seq = c.Seq }, new()
    {
        [EventType.TimerStarted] = new(CommandType.StartTimer, (c, e) =>
            CommandRule.Both("timer id", c.Command.StartTimerCommandAttributes.TimerId, e.TimerStartedEventAttributes.TimerId)),
        [EventType.TimerCanceled] = new(CommandType.CancelTimer, (c, e) =>
            CommandRule.Both("timer id", c.Command.CancelTimerCommandAttributes.TimerId, e.TimerCanceledEventAttributes.TimerId)),
    });

    public static readonly TransitionTable<TimerMachine, TimerState, TimerInput> Transitions = new()
    {
        { TimerState.Created, TimerInput.Start, TimerState.Issued, (m, _) => [new MachineEffect.Issue(m.StartCommand())] },
        { TimerState.Issued, TimerInput.Started, TimerState.Running },
        { TimerState.Issued, TimerInput.Cancel, TimerState.Canceled, (_, _) => [new MachineEffect.Withdraw()] },
        { TimerState.Running, TimerInput.FiredEvent, TimerState.Fired, (m, e) => [m.TellFired(e!)] },
        { TimerState.Running, TimerInput.Cancel, TimerState.CancelIssued, (m, _) => [new MachineEffect.Issue(m.CancelCommand())] },
        { TimerState.CancelIssued, TimerInput.CanceledEvent, TimerState.Canceled },
        { TimerState.Fired, TimerInput.Cancel, TimerState.Fired },
        { TimerState.Canceled, TimerInput.Cancel, TimerState.Canceled },
    };

    public override string Description => $"timer {request.Attributes.TimerId}";

    protected override TransitionTable<TimerMachine, TimerState, TimerInput> Table => Transitions;

    public override IReadOnlyList<MachineEffect> Start() => Fire(TimerInput.Start);

    public override IReadOnlyList<MachineEffect> Cancel() => Fire(TimerInput.Cancel);

    protected override TimerInput? InputOf(EventType type) => type switch
    {
        EventType.TimerStarted => TimerInput.Started,
        EventType.TimerFired => TimerInput.FiredEvent,
        EventType.TimerCanceled => TimerInput.CanceledEvent,
        _ => null,
    };

    private MachineEffect.Tell TellFired(HistoryEvent fired) => fired.TimerFiredEventAttributes.TimerId == request.Attributes.TimerId
        ? new(new WorkflowJob.TimerFired(Seq))
        : throw Nondeterminism.At(fired, $"{Description} cannot fire as timer {fired.TimerFiredEventAttributes.TimerId}");

    private PendingCommand StartCommand() => new(
        new Command
        {
            CommandType = CommandType.StartTimer,
            StartTimerCommandAttributes = request.Attributes,
            UserMetadata = request.Metadata,
        },
        this);

    private PendingCommand CancelCommand() => new(
        new Command
        {
            CommandType = CommandType.CancelTimer,
            CancelTimerCommandAttributes = new() { TimerId = request.Attributes.TimerId },
        },
        this);
}
