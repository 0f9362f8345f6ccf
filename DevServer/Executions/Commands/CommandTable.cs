using System.Collections.Frozen;
using Temporalio.Api.Command.V1;
using Temporalio.Api.Enums.V1;
using TemporalVideo.DevServer.Errors;

namespace TemporalVideo.DevServer.Executions.Commands;

/// <summary>Which handler carries out which command.</summary>
internal static class CommandTable
{
    private static readonly FrozenDictionary<CommandType, CommandHandler> Handlers = new Dictionary<CommandType, CommandHandler>
    {
        [CommandType.ScheduleActivityTask] = new ScheduleActivityCommand(),
        [CommandType.RequestCancelActivityTask] = new CancelActivityCommand(),
        [CommandType.StartTimer] = new StartTimerCommand(),
        [CommandType.CancelTimer] = new CancelTimerCommand(),
        [CommandType.CompleteWorkflowExecution] = new CompleteWorkflowCommand(),
        [CommandType.FailWorkflowExecution] = new FailWorkflowCommand(),
        [CommandType.CancelWorkflowExecution] = new CancelWorkflowCommand(),
        [CommandType.ContinueAsNewWorkflowExecution] = new ContinueAsNewCommand(),
        [CommandType.StartChildWorkflowExecution] = new StartChildCommand(),
        [CommandType.RequestCancelExternalWorkflowExecution] = new CancelExternalCommand(),
        [CommandType.SignalExternalWorkflowExecution] = new SignalExternalCommand(),
        [CommandType.RecordMarker] = new RecordMarkerCommand(),
        [CommandType.UpsertWorkflowSearchAttributes] = new UpsertSearchAttributesCommand(),
        [CommandType.ModifyWorkflowProperties] = new ModifyPropertiesCommand(),
        [CommandType.ProtocolMessage] = new ProtocolMessageCommand(),
    }.ToFrozenDictionary();

    private static readonly FrozenSet<CommandType> Closing = FrozenSet.ToFrozenSet(
    [
        CommandType.CompleteWorkflowExecution, CommandType.FailWorkflowExecution,
        CommandType.CancelWorkflowExecution, CommandType.ContinueAsNewWorkflowExecution,
    ]);

    public static bool IsClosing(CommandType type) => Closing.Contains(type);

    /// <exception cref="CommandRefusedException">The command cannot be carried out.</exception>
    public static void Handle(CompletionContext context, Command command)
    {
        if (!Handlers.TryGetValue(command.CommandType, out var handler))
        {
            throw new CommandRefusedException(WorkflowTaskFailedCause.FeatureDisabled,
                $"command {command.CommandType} is not supported by this server");
        }

        CommandShape.Check(command);
        handler.Handle(context, command);
    }

    /// <exception cref="Errors.ServiceException">A command follows one that ends the run.</exception>
    public static void CheckOrder(IReadOnlyList<Command> commands)
    {
        for (var i = 0; i < commands.Count - 1; i++)
        {
            if (IsClosing(commands[i].CommandType))
            {
                var sequence = string.Join(", ", commands.Select(command => command.CommandType));
                throw ServiceErrors.InvalidArgument(
                    $"invalid command sequence: [{sequence}], command {commands[i].CommandType} must be the last command.");
            }
        }
    }
}
