using Temporalio.Api.Command.V1;
using Temporalio.Api.History.V1;
using Temporalio.Api.Protocol.V1;
using Temporalio.Worker.Machines;

namespace Temporalio.Worker.Runs;

/// <summary>The machines of one run, found by the code's numbers and by history's event ids. Carries out what their transitions ask for.</summary>
/// <param name="namespaceName">Namespace of the run.</param>
/// <param name="commands">Where commands go.</param>
/// <param name="tell">Where jobs for the code go.</param>
internal sealed class MachineTable(string namespaceName, CommandQueue commands, Action<WorkflowJob> tell)
{
    private readonly Dictionary<long, Machine> _byEventId = [];
    private readonly Dictionary<(Type Begun, uint Seq), Machine> _bySeq = [];

    /// <summary>The machine of what the code has begun, or null.</summary>
    public Machine? Find(Type begun, uint seq) => _bySeq.GetValueOrDefault((begun, seq));

    /// <summary>The code asks for something that goes on.</summary>
    public void Begin(WorkflowCommand.Begin command)
    {
        var machine = MachineKinds.Create(command, namespaceName);
        _bySeq[(command.GetType(), command.Seq)] = machine;
        Run(machine, machine.Start());
    }

    /// <summary>The code no longer wants what it has begun.</summary>
    public void Cancel(Type begun, uint seq)
    {
        if (Find(begun, seq) is { } machine)
        {
            Run(machine, machine.Cancel());
        }
    }

    /// <summary>Sends a command that nothing comes of but its event.</summary>
    public void Issue(Command command, Message? message = null)
    {
        var machine = new OneEventMachine(command, message);
        Run(machine, machine.Start());
    }

    /// <summary>History shows the event of a command.</summary>
    public void Confirm(HistoryEvent e, bool compareAttributes)
    {
        var owner = commands.Match(e, compareAttributes).Owner;
        _byEventId[e.EventId] = owner;
        Run(owner, owner.Handle(e));
    }

    /// <summary>History shows what came of an earlier event.</summary>
    public void Continue(HistoryEvent e, long initiatingEventId)
    {
        var owner = _byEventId.GetValueOrDefault(initiatingEventId)
            ?? throw Nondeterminism.At(e, $"no command of this workflow began it (event {initiatingEventId})");
        Run(owner, owner.Handle(e));
    }

    /// <summary>Carries out what a transition asks for.</summary>
    public void Run(Machine machine, IReadOnlyList<MachineEffect> effects)
    {
        foreach (var effect in effects)
        {
            switch (effect)
            {
                case MachineEffect.Issue issue:
                    commands.Add(issue.Command);
                    break;
                case MachineEffect.Withdraw:
                    commands.Withdraw(machine);
                    break;
                case MachineEffect.Tell tellJob:
                    tell(tellJob.Job);
                    break;
                case MachineEffect.Spawn spawn:
                    Run(spawn.Child, spawn.Child.Start());
                    break;
            }
        }
    }
}
