using Temporalio.Api.Command.V1;
using Temporalio.Api.History.V1;
using Temporalio.Api.Protocol.V1;

namespace Temporalio.Worker.Machines;

/// <summary>A command that is done with once its event is written: attributes, memo, markers, update messages, the end of the run.</summary>
internal sealed class OneEventMachine(Command command, Message? message = null) : Machine
{
    public override string Description => CommandMatcher.Describe(command);

    public override IReadOnlyList<MachineEffect> Start() =>
        [new MachineEffect.Issue(new PendingCommand(command, this) { Message = message })];

    public override IReadOnlyList<MachineEffect> Cancel() => throw new InvalidOperationException($"{Description} cannot be cancelled");

    public override IReadOnlyList<MachineEffect> Handle(HistoryEvent historyEvent) => [];
}
