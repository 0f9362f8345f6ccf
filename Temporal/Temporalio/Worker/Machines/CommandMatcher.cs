using Temporalio.Api.Command.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;
using Temporalio.Api.Update.V1;

namespace Temporalio.Worker.Machines;

/// <summary>Decides whether a command event of history is what the code's next command would write.</summary>
internal static class CommandMatcher
{
    private static readonly Dictionary<EventType, Rule> Rules = new()
    {
        [EventType.ActivityTaskScheduled] = new(CommandType.ScheduleActivityTask, (c, e) =>
            Both("activity id", c.Command.ScheduleActivityTaskCommandAttributes.ActivityId, e.ActivityTaskScheduledEventAttributes.ActivityId)
            ?? Both("activity type", c.Command.ScheduleActivityTaskCommandAttributes.ActivityType.Name, e.ActivityTaskScheduledEventAttributes.ActivityType.Name)),
        [EventType.ActivityTaskCancelRequested] = new(CommandType.RequestCancelActivityTask, (c, e) => Both(
            "scheduled event id",
            c.Command.RequestCancelActivityTaskCommandAttributes.ScheduledEventId,
            e.ActivityTaskCancelRequestedEventAttributes.ScheduledEventId)),
        [EventType.TimerStarted] = new(CommandType.StartTimer, (c, e) =>
            Both("timer id", c.Command.StartTimerCommandAttributes.TimerId, e.TimerStartedEventAttributes.TimerId)),
        [EventType.TimerCanceled] = new(CommandType.CancelTimer, (c, e) =>
            Both("timer id", c.Command.CancelTimerCommandAttributes.TimerId, e.TimerCanceledEventAttributes.TimerId)),
        [EventType.StartChildWorkflowExecutionInitiated] = new(CommandType.StartChildWorkflowExecution, (c, e) =>
            Both(
                "workflow id",
                c.Command.StartChildWorkflowExecutionCommandAttributes.WorkflowId,
                e.StartChildWorkflowExecutionInitiatedEventAttributes.WorkflowId)
            ?? Both(
                "workflow type",
                c.Command.StartChildWorkflowExecutionCommandAttributes.WorkflowType.Name,
                e.StartChildWorkflowExecutionInitiatedEventAttributes.WorkflowType.Name)),
        [EventType.SignalExternalWorkflowExecutionInitiated] = new(CommandType.SignalExternalWorkflowExecution),
        [EventType.RequestCancelExternalWorkflowExecutionInitiated] = new(CommandType.RequestCancelExternalWorkflowExecution),
        [EventType.MarkerRecorded] = new(CommandType.RecordMarker, CompareMarkers) { Always = true },
        [EventType.UpsertWorkflowSearchAttributes] = new(CommandType.UpsertWorkflowSearchAttributes),
        [EventType.WorkflowPropertiesModified] = new(CommandType.ModifyWorkflowProperties),
        [EventType.WorkflowExecutionUpdateAccepted] = new(CommandType.ProtocolMessage, (c, e) =>
            CompareUpdates(c, Acceptance.Descriptor.FullName, e.WorkflowExecutionUpdateAcceptedEventAttributes.ProtocolInstanceId))
        { Always = true },
        [EventType.WorkflowExecutionUpdateCompleted] = new(CommandType.ProtocolMessage, (c, e) =>
            CompareUpdates(c, Response.Descriptor.FullName, e.WorkflowExecutionUpdateCompletedEventAttributes.Meta.UpdateId))
        { Always = true },
        [EventType.WorkflowExecutionCompleted] = new(CommandType.CompleteWorkflowExecution),
        [EventType.WorkflowExecutionFailed] = new(CommandType.FailWorkflowExecution),
        [EventType.WorkflowExecutionCanceled] = new(CommandType.CancelWorkflowExecution),
        [EventType.WorkflowExecutionContinuedAsNew] = new(CommandType.ContinueAsNewWorkflowExecution),
    };

    /// <summary>Null when they belong together, else what is wrong.</summary>
    /// <param name="pending">The code's next command; null when there is none.</param>
    /// <param name="historyEvent">A command event.</param>
    /// <param name="compareAttributes">Whether ids and types count, or only the kind.</param>
    public static string? FindMismatch(PendingCommand? pending, HistoryEvent historyEvent, bool compareAttributes)
    {
        if (!Rules.TryGetValue(historyEvent.EventType, out var rule))
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

    private static string? CompareMarkers(PendingCommand pending, HistoryEvent historyEvent)
    {
        var ours = pending.Command.RecordMarkerCommandAttributes;
        var theirs = historyEvent.MarkerRecordedEventAttributes;
        if (Both("marker name", ours.MarkerName, theirs.MarkerName) is { } difference)
        {
            return difference;
        }

        if (PatchMarker.TryRead(theirs.MarkerName, theirs.Details) is { } patch)
        {
            return Both("patch id", PatchMarker.TryRead(ours.MarkerName, ours.Details)?.Id, patch.Id);
        }

        if (LocalActivityMarker.TryRead(theirs.MarkerName, theirs.Details) is { } recorded
            && LocalActivityMarker.TryRead(ours.MarkerName, ours.Details) is { } own)
        {
            return Both("local activity number", own.Seq, recorded.Seq)
                ?? Both("local activity id", own.ActivityId, recorded.ActivityId)
                ?? Both("local activity type", own.ActivityType, recorded.ActivityType);
        }

        return null;
    }

    private static string? CompareUpdates(PendingCommand pending, string bodyType, string updateId) =>
        pending.Message is { } message && message.Body.TypeUrl.EndsWith("/" + bodyType, StringComparison.Ordinal)
            ? Both("update id", message.ProtocolInstanceId, updateId)
            : $"history has {bodyType} of update {updateId}";

    private static string? Both<T>(string what, T ours, T theirs) =>
        EqualityComparer<T>.Default.Equals(ours, theirs) ? null : $"but history has the {what} {theirs}";

    private sealed record Rule(CommandType Command, Func<PendingCommand, HistoryEvent, string?>? Compare = null)
    {
        /// <summary>Compared whatever the flags of the run are.</summary>
        public bool Always { get; init; }
    }
}
