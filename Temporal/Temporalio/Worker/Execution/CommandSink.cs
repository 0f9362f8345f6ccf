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
    private InvalidWorkflowOperationException? _refused;

    /// <summary>What is running that must not ask for anything, such as "a query handler"; null when all is allowed.</summary>
    public string? ReadOnlyBecause { get; set; }

    /// <summary>Whether anything was ever asked for where nothing may be.</summary>
    public bool HasRefused { get; private set; }

    public uint NextActivity() => Next(ref _activities, "Starting an activity");

    public uint NextTimer() => Next(ref _timers, "Starting a timer");

    public uint NextChild() => Next(ref _children, "Starting a child workflow");

    public uint NextSignal() => Next(ref _signals, "Signalling a workflow");

    public uint NextCancel() => Next(ref _cancels, "Cancelling a workflow");

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
            var refused = new InvalidWorkflowOperationException(
                $"{what} is not allowed in {reason}: it must not change the workflow or ask for anything");
            HasRefused = true;
            _refused ??= refused;
            throw refused;
        }
    }

    /// <summary>What was refused first since the last call, if anything; the code may have left its exception in a task.</summary>
    public InvalidWorkflowOperationException? TakeRefused()
    {
        var refused = _refused;
        _refused = null;
        return refused;
    }

    public IReadOnlyList<WorkflowCommand> Take()
    {
        var commands = _commands;
        _commands = [];
        return commands;
    }

    /// <summary>A number taken in vain would make all that follow differ from those on replay.</summary>
    private uint Next(ref uint last, string what)
    {
        RequireWritable(what);
        return ++last;
    }
}
