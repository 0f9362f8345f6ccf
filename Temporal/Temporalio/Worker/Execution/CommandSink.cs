using Temporalio.Exceptions;
using Temporalio.Worker.Runs;

namespace Temporalio.Worker.Execution;

/// <summary>Collects what workflow code asks for, and numbers it.</summary>
internal sealed class CommandSink
{
    private List<WorkflowCommand> _commands = [];
    private uint _activities;
    private uint _timers;
    private uint _children;
    private uint _signals;
    private uint _cancels;

    /// <summary>What is running that must not ask for anything, such as "a query handler"; null when all is allowed.</summary>
    public string? ReadOnlyBecause { get; set; }

    public uint NextActivity() => ++_activities;

    public uint NextTimer() => ++_timers;

    public uint NextChild() => ++_children;

    public uint NextSignal() => ++_signals;

    public uint NextCancel() => ++_cancels;

    public void Add(WorkflowCommand command)
    {
        RequireWritable(command.GetType().Name);
        _commands.Add(command);
    }

    /// <summary>Throws inside of handlers that must not change anything.</summary>
    public void RequireWritable(string what)
    {
        if (ReadOnlyBecause is { } reason)
        {
            throw new InvalidWorkflowOperationException($"{what} is not allowed in {reason}: it must not change the workflow or ask for anything");
        }
    }

    public IReadOnlyList<WorkflowCommand> Take()
    {
        var commands = _commands;
        _commands = [];
        return commands;
    }
}
