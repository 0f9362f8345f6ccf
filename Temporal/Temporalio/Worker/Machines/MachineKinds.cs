using Temporalio.Api.Enums.V1;
using Temporalio.Worker.Runs;

namespace Temporalio.Worker.Machines;

/// <summary>Every kind of machine. A new one is a file of its own and a line here.</summary>
internal static class MachineKinds
{
    private static readonly MachineKind[] All =
    [
        TimerMachine.Kind,
        ActivityMachine.Kind,
        LocalActivityMachine.Kind,
        ChildWorkflowMachine.Kind,
        SignalExternalMachine.Kind,
        CancelExternalMachine.Kind,
        OneEventMachine.Kind,
    ];

    private static readonly Dictionary<Type, MachineKind> ByCommand = All.Where(k => k.BegunBy is not null).ToDictionary(k => k.BegunBy!);

    private static readonly Dictionary<EventType, CommandRule> Rules = All.SelectMany(k => k.Rules).ToDictionary();

    /// <summary>Makes the machine that carries out what the workflow asks for.</summary>
    public static Machine Create(WorkflowCommand.Begin command, string namespaceName) =>
        ByCommand[command.GetType()].Create!(command, namespaceName);

    /// <summary>The rule of a command event; null when no machine writes it.</summary>
    public static CommandRule? RuleOf(EventType type) => Rules.GetValueOrDefault(type);
}
