using Temporalio.Api.Command.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;

namespace Temporalio.Worker.Machines;

/// <summary>Decides whether a command event of history is what the code's next command would write.</summary>
internal static class CommandMatcher
{
    /// <summary>Null when they belong together, else what is wrong.</summary>
    /// <param name="pending">The code's next command; null when there is none.</param>
    /// <param name="historyEvent">A command event.</param>
    /// <param name="compareAttributes">Whether ids and types count, or only the kind.</param>
    public static string? FindMismatch(PendingCommand? pending, HistoryEvent historyEvent, bool compareAttributes)
    {
        if (MachineKinds.RuleOf(historyEvent.EventType) is not { } rule)
        {
            return "this SDK has no command that writes this event";
        }

        if (pending is null)
        {
            return $"the workflow issued no command, history expects {rule.Command}";
        }

        if (pending.Command.CommandType != rule.Command)
        {
            return $"the workflow issued {Describe(pending.Command)}, history expects {rule.Command}";
        }

        return compareAttributes || rule.Always
            ? rule.Compare?.Invoke(pending, historyEvent) is { } difference ? $"the workflow issued {Describe(pending.Command)}, {difference}" : null
            : null;
    }

    /// <summary>A command in words, with what identifies it.</summary>
    public static string Describe(Command command) => command.CommandType switch
    {
        CommandType.ScheduleActivityTask => $"ScheduleActivityTask {command.ScheduleActivityTaskCommandAttributes.ActivityId} "
            + $"({command.ScheduleActivityTaskCommandAttributes.ActivityType.Name})",
        CommandType.StartTimer => $"StartTimer {command.StartTimerCommandAttributes.TimerId}",
        CommandType.CancelTimer => $"CancelTimer {command.CancelTimerCommandAttributes.TimerId}",
        CommandType.StartChildWorkflowExecution => $"StartChildWorkflowExecution {command.StartChildWorkflowExecutionCommandAttributes.WorkflowId} "
            + $"({command.StartChildWorkflowExecutionCommandAttributes.WorkflowType.Name})",
        CommandType.RecordMarker => $"RecordMarker {command.RecordMarkerCommandAttributes.MarkerName}",
        CommandType.ProtocolMessage => $"ProtocolMessage {command.ProtocolMessageCommandAttributes.MessageId}",
        var other => other.ToString(),
    };
}
