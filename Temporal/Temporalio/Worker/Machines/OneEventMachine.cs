using Temporalio.Api.Command.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;
using Temporalio.Api.Protocol.V1;
using Temporalio.Api.Update.V1;

namespace Temporalio.Worker.Machines;

/// <summary>A command that is done with once its event is written: attributes, memo, patches, update messages, the end of the run.</summary>
internal sealed class OneEventMachine(Command command, Message? message = null) : Machine
{
    public static readonly MachineKind Kind = MachineKind.OfRun(new()
    {
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
    });

    public override string Description => CommandMatcher.Describe(command);

    public override IReadOnlyList<MachineEffect> Start() =>
        [new MachineEffect.Issue(new PendingCommand(command, this) { Message = message })];

    public override IReadOnlyList<MachineEffect> Cancel() => throw new InvalidOperationException($"{Description} cannot be cancelled");

    public override IReadOnlyList<MachineEffect> Handle(HistoryEvent historyEvent) => [];

    private static string? CompareMarkers(PendingCommand pending, HistoryEvent historyEvent)
    {
        var ours = pending.Command.RecordMarkerCommandAttributes;
        var theirs = historyEvent.MarkerRecordedEventAttributes;
        return CommandRule.Both("marker name", ours.MarkerName, theirs.MarkerName)
            ?? PatchMarker.Compare(ours, theirs)
            ?? LocalActivityMarker.Compare(ours, theirs);
    }

    private static string? CompareUpdates(PendingCommand pending, string bodyType, string updateId) =>
        pending.Message is { } message && message.Body.TypeUrl.EndsWith("/" + bodyType, StringComparison.Ordinal)
            ? CommandRule.Both("update id", message.ProtocolInstanceId, updateId)
            : $"history has {bodyType} of update {updateId}";
}
