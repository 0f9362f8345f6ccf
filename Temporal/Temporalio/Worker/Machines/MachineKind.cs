using Temporalio.Api.Enums.V1;
using Temporalio.Worker.Runs;

namespace Temporalio.Worker.Machines;

/// <summary>A kind of machine: what begins one, and the events that its commands write.</summary>
internal sealed class MachineKind
{
    private MachineKind(Type? begunBy, Func<WorkflowCommand.Begin, string, Machine>? create)
    {
        BegunBy = begunBy;
        Create = create;
    }

    /// <summary>What the workflow asks for to begin one; null when nothing does by itself.</summary>
    public Type? BegunBy { get; }

    /// <summary>Makes a machine of what was asked for and the namespace of the run.</summary>
    public Func<WorkflowCommand.Begin, string, Machine>? Create { get; }

    /// <summary>The events that this kind's commands write.</summary>
    public IReadOnlyDictionary<EventType, CommandRule> Rules { get; init; } = new Dictionary<EventType, CommandRule>();

    /// <summary>A kind that begins when the workflow asks for something.</summary>
    public static MachineKind Of<TCommand>(Func<TCommand, string, Machine> create, Dictionary<EventType, CommandRule> rules)
        where TCommand : WorkflowCommand.Begin =>
        new(typeof(TCommand), (command, namespaceName) => create((TCommand)command, namespaceName)) { Rules = rules };

    /// <summary>A kind that the run makes itself.</summary>
    public static MachineKind OfRun(Dictionary<EventType, CommandRule> rules) => new(null, null) { Rules = rules };
}
