using Temporalio.Worker.Runs;

namespace Temporalio.Worker.Machines;

/// <summary>What a transition asks for. The run carries it out; machines touch nothing but themselves.</summary>
internal abstract record MachineEffect
{
    /// <summary>Put a command into the workflow task's completion.</summary>
    public sealed record Issue(PendingCommand Command) : MachineEffect;

    /// <summary>Take back this machine's command, which has not been sent.</summary>
    public sealed record Withdraw : MachineEffect;

    /// <summary>Tell the workflow something in the next activation.</summary>
    public sealed record Tell(WorkflowJob Job) : MachineEffect;

    /// <summary>Begin another machine and put its first command into the completion.</summary>
    public sealed record Spawn(Machine Child) : MachineEffect;
}
