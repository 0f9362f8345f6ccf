using System.Collections.Frozen;
using Google.Protobuf;
using Temporalio.Api.Command.V1;
using Temporalio.Api.Enums.V1;

namespace TemporalVideo.DevServer.Executions.Commands;

/// <summary>What every command is checked for before its handler sees it: that its attributes are there, and not too large.</summary>
internal static class CommandShape
{
    private static readonly FrozenDictionary<CommandType, WorkflowTaskFailedCause> Causes = new Dictionary<CommandType,
        WorkflowTaskFailedCause>
    {
        [CommandType.ScheduleActivityTask] = WorkflowTaskFailedCause.BadScheduleActivityAttributes,
        [CommandType.RequestCancelActivityTask] = WorkflowTaskFailedCause.BadRequestCancelActivityAttributes,
        [CommandType.StartTimer] = WorkflowTaskFailedCause.BadStartTimerAttributes,
        [CommandType.CancelTimer] = WorkflowTaskFailedCause.BadCancelTimerAttributes,
        [CommandType.CompleteWorkflowExecution] = WorkflowTaskFailedCause.BadCompleteWorkflowExecutionAttributes,
        [CommandType.FailWorkflowExecution] = WorkflowTaskFailedCause.BadFailWorkflowExecutionAttributes,
        [CommandType.CancelWorkflowExecution] = WorkflowTaskFailedCause.BadCancelWorkflowExecutionAttributes,
        [CommandType.ContinueAsNewWorkflowExecution] = WorkflowTaskFailedCause.BadContinueAsNewAttributes,
        [CommandType.StartChildWorkflowExecution] = WorkflowTaskFailedCause.BadStartChildExecutionAttributes,
        [CommandType.RequestCancelExternalWorkflowExecution] = WorkflowTaskFailedCause.BadRequestCancelExternalWorkflowExecutionAttributes,
        [CommandType.SignalExternalWorkflowExecution] = WorkflowTaskFailedCause.BadSignalWorkflowExecutionAttributes,
        [CommandType.RecordMarker] = WorkflowTaskFailedCause.BadRecordMarkerAttributes,
        [CommandType.UpsertWorkflowSearchAttributes] = WorkflowTaskFailedCause.BadSearchAttributes,
        [CommandType.ModifyWorkflowProperties] = WorkflowTaskFailedCause.BadModifyWorkflowPropertiesAttributes,
        [CommandType.ProtocolMessage] = WorkflowTaskFailedCause.BadUpdateWorkflowExecutionMessage,
    }.ToFrozenDictionary();

    /// <exception cref="CommandRefusedException">The attributes are missing, or something in them is above the limit, which ends the
    /// run.</exception>
    public static void Check(Command command)
    {
        var cause = Causes.GetValueOrDefault(command.CommandType);

        // Types and attributes are named alike.
        if (!command.AttributesCase.ToString().Equals($"{command.CommandType}CommandAttributes", StringComparison.Ordinal))
        {
            throw new CommandRefusedException(cause, $"{command.CommandType}CommandAttributes is not set on {command.CommandType}Command.");
        }

        // In the words of the real server, which also has one cause for activities and results.
        var (isTooLarge, what) = command.CommandType switch
        {
            CommandType.ScheduleActivityTask =>
                (IsTooLarge(command.ScheduleActivityTaskCommandAttributes.Input), "ScheduleActivityTaskCommandAttributes.Input"),
            CommandType.CompleteWorkflowExecution =>
                (IsTooLarge(command.CompleteWorkflowExecutionCommandAttributes.Result),
                    "CompleteWorkflowExecutionCommandAttributes.Result"),
            CommandType.FailWorkflowExecution =>
                (IsTooLarge(command.FailWorkflowExecutionCommandAttributes.Failure), "FailWorkflowExecutionCommandAttributes.Failure"),
            CommandType.RecordMarker =>
                (command.RecordMarkerCommandAttributes.Details.Values.Sum(each => (long)each.CalculateSize()) > Limits.BlobBytes,
                    "RecordMarkerCommandAttributes.Details"),
            CommandType.StartChildWorkflowExecution =>
                (IsTooLarge(command.StartChildWorkflowExecutionCommandAttributes.Input),
                    "StartChildWorkflowExecutionCommandAttributes. Input"),
            CommandType.ContinueAsNewWorkflowExecution =>
                (IsTooLarge(command.ContinueAsNewWorkflowExecutionCommandAttributes.Input),
                    "ContinueAsNewWorkflowExecutionCommandAttributes. Input"),
            CommandType.SignalExternalWorkflowExecution =>
                (IsTooLarge(command.SignalExternalWorkflowExecutionCommandAttributes.Input),
                    "SignalExternalWorkflowExecutionCommandAttributes.Input"),
            _ => (false, ""),
        };
        if (isTooLarge)
        {
            cause = command.CommandType == CommandType.CompleteWorkflowExecution ? WorkflowTaskFailedCause.BadScheduleActivityAttributes
                : cause;
            throw new CommandRefusedException(cause, $"{what} exceeds size limit.", endsRun: true);
        }
    }

    private static bool IsTooLarge(IMessage? blob) => blob?.CalculateSize() > Limits.BlobBytes;
}
