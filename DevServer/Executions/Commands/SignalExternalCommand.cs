using Temporalio.Api.Command.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;
using TemporalVideo.DevServer.Executions.State;

namespace TemporalVideo.DevServer.Executions.Commands;

internal sealed class SignalExternalCommand : CommandHandler
{
    private const WorkflowTaskFailedCause Bad = WorkflowTaskFailedCause.BadSignalWorkflowExecutionAttributes;

    public override void Handle(CompletionContext context, Command command)
    {
        var run = context.Run;
        var engine = run.Transaction.Engine;
        var given = command.SignalExternalWorkflowExecutionCommandAttributes;
        Require(given.Execution?.WorkflowId is { Length: > 0 and <= Limits.IdLength }, Bad,
            "WorkflowId is not set on SignalExternalWorkflowExecutionCommand.");
        Require(given.Execution!.RunId.Length == 0 || Guid.TryParse(given.Execution.RunId, out _), Bad,
            $"Invalid RunId set on SignalExternalWorkflowExecutionCommand. WorkflowId={given.Execution.WorkflowId}");
        Require(given.SignalName.Length > 0, Bad,
            $"SignalName is not set on SignalExternalWorkflowExecutionCommand. WorkflowId={given.Execution.WorkflowId}");
        Require(
            run.Externals.Count < Limits.PendingPerKind,
            WorkflowTaskFailedCause.PendingSignalsLimitExceeded,
            $"the number of pending signals to external workflows, {run.Externals.Count}, has reached the per-workflow limit of "
                + $"{Limits.PendingPerKind}");
        var targetNamespace = given.Namespace.Length > 0 ? given.Namespace : engine.NamespaceName(run);
        var initiated = Event(EventType.SignalExternalWorkflowExecutionInitiated, command);
        initiated.SignalExternalWorkflowExecutionInitiatedEventAttributes = new SignalExternalWorkflowExecutionInitiatedEventAttributes
        {
            WorkflowTaskCompletedEventId = context.CompletedEventId,
            Namespace = given.Namespace,
            NamespaceId = engine.NamespaceIdOrEmpty(targetNamespace),
            WorkflowExecution = given.Execution,
            SignalName = given.SignalName,
            Input = given.Input,
            Control = given.Control,
            ChildWorkflowOnly = given.ChildWorkflowOnly,
            Header = given.Header,
        };
        run.Add(initiated);
        var delivered = initiated.SignalExternalWorkflowExecutionInitiatedEventAttributes.Clone();
        delivered.Namespace = targetNamespace;
        run.Transaction.Send(OutboxItems.From(run, initiated.EventId, item => item.Signal = new OutboxItem.Types.SignalExternal
        {
            Attributes = delivered,
        }));
    }
}
