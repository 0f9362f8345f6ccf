using Temporalio.Api.Command.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Failure.V1;
using Temporalio.Worker.Runs;

namespace Temporalio.Worker.Machines;

/// <summary>A cancel request to another workflow. Without a number nobody waits for it.</summary>
internal sealed class CancelExternalMachine(WorkflowCommand.CancelExternal request)
    : TableMachine<CancelExternalMachine, ExternalState, ExternalInput>
{
    public static readonly MachineKind Kind = MachineKind.Of<WorkflowCommand.CancelExternal>(
        (c, _) => new CancelExternalMachine(c) { Seq = c.Seq },
        new() { [EventType.RequestCancelExternalWorkflowExecutionInitiated] = new(CommandType.RequestCancelExternalWorkflowExecution) });

    public static readonly TransitionTable<CancelExternalMachine, ExternalState, ExternalInput> Transitions = new()
    {
        { ExternalState.Created, ExternalInput.Send, ExternalState.Issued, (m, _) => [new MachineEffect.Issue(m.SendCommand())] },
        { ExternalState.Issued, ExternalInput.InitiatedEvent, ExternalState.Initiated },
        { ExternalState.Initiated, ExternalInput.DeliveredEvent, ExternalState.Done, (m, _) => m.Tell(null) },
        { ExternalState.Initiated, ExternalInput.FailedEvent, ExternalState.Done, (m, _) => m.Tell(NotFound()) },
    };

    public override string Description => $"cancel request to workflow {request.Attributes.WorkflowId}";

    protected override TransitionTable<CancelExternalMachine, ExternalState, ExternalInput> Table => Transitions;

    public override IReadOnlyList<MachineEffect> Start() => Fire(ExternalInput.Send);

    public override IReadOnlyList<MachineEffect> Cancel() => throw new InvalidOperationException("A cancel request cannot be cancelled");

    protected override ExternalInput? InputOf(EventType type) => type switch
    {
        EventType.RequestCancelExternalWorkflowExecutionInitiated => ExternalInput.InitiatedEvent,
        EventType.ExternalWorkflowExecutionCancelRequested => ExternalInput.DeliveredEvent,
        EventType.RequestCancelExternalWorkflowExecutionFailed => ExternalInput.FailedEvent,
        _ => null,
    };

    private static Failure NotFound() => new()
    {
        Message = "Unable to cancel external workflow because not found",
        ApplicationFailureInfo = new() { NonRetryable = true },
    };

    private IEnumerable<MachineEffect> Tell(Failure? failure) =>
        Seq == 0 ? [] : [new MachineEffect.Tell(new WorkflowJob.CancelExternalResolved(Seq, failure))];

    private PendingCommand SendCommand() => new(
        new Command
        {
            CommandType = CommandType.RequestCancelExternalWorkflowExecution,
            RequestCancelExternalWorkflowExecutionCommandAttributes = request.Attributes,
        },
        this);
}
