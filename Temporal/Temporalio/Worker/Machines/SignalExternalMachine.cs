using Temporalio.Api.Command.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Failure.V1;
using Temporalio.Worker.Runs;

namespace Temporalio.Worker.Machines;

/// <summary>A signal to a child or to another workflow.</summary>
internal sealed class SignalExternalMachine(WorkflowCommand.SignalExternal request)
    : TableMachine<SignalExternalMachine, ExternalState, ExternalInput>
{
    public static readonly MachineKind Kind = MachineKind.Of<WorkflowCommand.SignalExternal>(
        (c, _) => new SignalExternalMachine(c) { Seq = c.Seq },
        new() { [EventType.SignalExternalWorkflowExecutionInitiated] = new(CommandType.SignalExternalWorkflowExecution) });

    public static readonly TransitionTable<SignalExternalMachine, ExternalState, ExternalInput> Transitions = new()
    {
        { ExternalState.Created, ExternalInput.Send, ExternalState.Issued, (m, _) => [new MachineEffect.Issue(m.SendCommand())] },
        { ExternalState.Issued, ExternalInput.Cancel, ExternalState.Done, (m, _) => [new MachineEffect.Withdraw(), m.Tell(Canceled())] },
        { ExternalState.Issued, ExternalInput.InitiatedEvent, ExternalState.Initiated },
        { ExternalState.Initiated, ExternalInput.Cancel, ExternalState.Initiated },
        { ExternalState.Initiated, ExternalInput.DeliveredEvent, ExternalState.Done, (m, _) => [m.Tell(null)] },
        { ExternalState.Initiated, ExternalInput.FailedEvent, ExternalState.Done, (m, _) => [m.Tell(NotFound())] },
        { ExternalState.Done, ExternalInput.Cancel, ExternalState.Done },
    };

    public override string Description => $"signal {request.Attributes.SignalName} to workflow {request.Attributes.Execution.WorkflowId}";

    protected override TransitionTable<SignalExternalMachine, ExternalState, ExternalInput> Table => Transitions;

    public override IReadOnlyList<MachineEffect> Start() => Fire(ExternalInput.Send);

    public override IReadOnlyList<MachineEffect> Cancel() => Fire(ExternalInput.Cancel);

    protected override ExternalInput? InputOf(EventType type) => type switch
    {
        EventType.SignalExternalWorkflowExecutionInitiated => ExternalInput.InitiatedEvent,
        EventType.ExternalWorkflowExecutionSignaled => ExternalInput.DeliveredEvent,
        EventType.SignalExternalWorkflowExecutionFailed => ExternalInput.FailedEvent,
        _ => null,
    };

    private static Failure Canceled() => new() { Message = "Signal was cancelled before being sent", CanceledFailureInfo = new() };

    private static Failure NotFound() => new()
    {
        Message = "Unable to signal external workflow because it was not found",
        ApplicationFailureInfo = new() { NonRetryable = true },
    };

    private MachineEffect.Tell Tell(Failure? failure) => new(new WorkflowJob.SignalExternalResolved(Seq, failure));

    private PendingCommand SendCommand() => new(
        new Command
        {
            CommandType = CommandType.SignalExternalWorkflowExecution,
            SignalExternalWorkflowExecutionCommandAttributes = request.Attributes,
        },
        this);
}
