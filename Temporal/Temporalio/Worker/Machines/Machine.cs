using Temporalio.Api.History.V1;

namespace Temporalio.Worker.Machines;

/// <summary>The life of one thing that a workflow asked for, from its command to its outcome.</summary>
internal abstract class Machine
{
    /// <summary>Number by which the workflow knows the thing, unique per kind; 0 when it never asks again.</summary>
    public uint Seq { get; init; }

    /// <summary>Words for errors, such as "activity 3 (Render)".</summary>
    public abstract string Description { get; }

    /// <summary>Takes the first step: the workflow asked for the thing.</summary>
    public abstract IReadOnlyList<MachineEffect> Start();

    /// <summary>The workflow no longer wants the thing.</summary>
    public abstract IReadOnlyList<MachineEffect> Cancel();

    /// <summary>History shows something that happened to the thing.</summary>
    /// <exception cref="Temporalio.Exceptions.WorkflowNondeterminismException">It cannot happen in the present state.</exception>
    public abstract IReadOnlyList<MachineEffect> Handle(HistoryEvent historyEvent);
}
