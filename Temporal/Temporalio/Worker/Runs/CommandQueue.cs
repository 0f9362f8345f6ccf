using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;
using Temporalio.Worker.Machines;

namespace Temporalio.Worker.Runs;

/// <summary>Commands of the present task, and those of the one before until history has confirmed them.</summary>
internal sealed class CommandQueue
{
    private readonly List<PendingCommand> _pending = [];
    private int _unconfirmed;

    /// <summary>Whether the workflow has asked to end.</summary>
    public bool HasTerminal { get; private set; }

    public IReadOnlyList<PendingCommand> Pending => _pending;

    public void Add(PendingCommand command)
    {
        HasTerminal |= IsTerminal(command);
        _pending.Add(command);
    }

    /// <summary>The commands so far have been sent: history has to show them from here on. Later ones are of the coming task.</summary>
    public void AwaitConfirmation() => _unconfirmed = _pending.Count;

    /// <summary>Takes back the only command of a machine.</summary>
    public void Withdraw(Machine owner) => _pending.RemoveAll(c => c.Owner == owner);

    /// <summary>Brings the commands of a finished task into the order in which they are sent.</summary>
    /// <param name="terminalLast">Whether a terminal command is moved behind the others, or cuts off what follows it.</param>
    public void Arrange(bool terminalLast)
    {
        var first = _pending.FindIndex(IsTerminal);
        if (first < 0)
        {
            return;
        }

        var terminal = _pending[first];
        var others = _pending.Where((c, i) => !IsTerminal(c) && (terminalLast || i < first)).ToList();
        _pending.Clear();
        _pending.AddRange([.. others, terminal]);
    }

    /// <summary>Takes the command that wrote an event.</summary>
    public PendingCommand Match(HistoryEvent historyEvent, bool compareAttributes)
    {
        var next = _pending.FirstOrDefault();
        if (CommandMatcher.FindMismatch(next, historyEvent, compareAttributes) is { } mismatch)
        {
            throw Nondeterminism.At(historyEvent, mismatch);
        }

        _pending.RemoveAt(0);
        _unconfirmed = Math.Max(_unconfirmed - 1, 0);
        return next!;
    }

    /// <summary>Whether the next command would write the event.</summary>
    public bool NextMatches(HistoryEvent historyEvent) =>
        CommandMatcher.FindMismatch(_pending.FirstOrDefault(), historyEvent, true) is null;

    /// <summary>Throws when the workflow asked, in the task before, for something that history does not have.</summary>
    public void RequireConfirmed(HistoryEvent? at)
    {
        if (_unconfirmed == 0)
        {
            return;
        }

        var detail = $"the workflow issued {CommandMatcher.Describe(_pending[0].Command)}, history has no event for it";
        throw at is null ? Nondeterminism.AtEnd(detail) : Nondeterminism.At(at, detail);
    }

    private static bool IsTerminal(PendingCommand command) => command.Command.CommandType is
        CommandType.CompleteWorkflowExecution or
        CommandType.FailWorkflowExecution or
        CommandType.CancelWorkflowExecution or
        CommandType.ContinueAsNewWorkflowExecution;
}
