using Temporalio.Api.Command.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;

namespace TemporalVideo.DevServer.Executions.Commands;

/// <summary>Checks and carries out one kind of command.</summary>
internal abstract class CommandHandler
{
    /// <exception cref="CommandRefusedException">The command cannot be carried out.</exception>
    public abstract void Handle(CompletionContext context, Command command);

    protected static HistoryEvent Event(EventType type, Command command)
    {
        var made = new HistoryEvent { EventType = type, UserMetadata = command.UserMetadata };
        return made;
    }

    /// <summary>Refuses the command unless the condition holds.</summary>
    protected static void Require(bool condition, WorkflowTaskFailedCause cause, string reason)
    {
        if (!condition)
        {
            throw new CommandRefusedException(cause, reason);
        }
    }
}
