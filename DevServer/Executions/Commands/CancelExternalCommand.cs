using Temporalio.Api.Command.V1;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;
using TemporalVideo.DevServer.Executions.State;

namespace TemporalVideo.DevServer.Executions.Commands;

internal sealed class CancelExternalCommand : CommandHandler
{
    private const WorkflowTaskFailedCause Bad = WorkflowTaskFailedCause.BadRequestCancelExternalWorkflowExecutionAttributes;

    public override void Handle(CompletionContext context, Command command)
    {
        var run = context.Run;
        var engine = run.Transaction.Engine;
        var given = command.RequestCancelExternalWorkflowExecutionCommandAttributes;
        Require(given.WorkflowId.Length > 0, Bad, "WorkflowId is not set on RequestCancelExternalWorkflowExecutionCommand.");
        Require(given.WorkflowId.Length <= Limits.IdLength, Bad,
            "WorkflowId on RequestCancelExternalWorkflowExecutionCommand exceeds length limit.");
        Require(given.RunId.Length == 0 || Guid.TryParse(given.RunId, out _), Bad,
            $"Invalid RunId set on RequestCancelExternalWorkflowExecutionCommand. WorkflowId={given.WorkflowId} RunId={given.RunId}");
        Require(
            !StartsInThisTask(run, given.WorkflowId, context.CompletedEventId),
            Bad,
            $"Start and RequestCancel for child workflow is not allowed in same workflow task. WorkflowId={given.WorkflowId}");
        var targetNamespace = given.Namespace.Length > 0 ? given.Namespace : engine.NamespaceName(run);
        var initiated = Event(EventType.RequestCancelExternalWorkflowExecutionInitiated, command);
        initiated.RequestCancelExternalWorkflowExecutionInitiatedEventAttributes =
            new RequestCancelExternalWorkflowExecutionInitiatedEventAttributes
            {
                WorkflowTaskCompletedEventId = context.CompletedEventId,
                Namespace = given.Namespace,
                NamespaceId = engine.NamespaceIdOrEmpty(targetNamespace),
                WorkflowExecution = new WorkflowExecution { WorkflowId = given.WorkflowId, RunId = given.RunId },
                Control = given.Control,
                ChildWorkflowOnly = given.ChildWorkflowOnly,
                Reason = given.Reason,
            };
        run.Add(initiated);
        var delivered = initiated.RequestCancelExternalWorkflowExecutionInitiatedEventAttributes.Clone();
        delivered.Namespace = targetNamespace;
        run.Transaction.Send(OutboxItems.From(run, initiated.EventId, item => item.Cancel = new OutboxItem.Types.CancelExternal
        {
            Attributes = delivered,
        }));
    }

    private static bool StartsInThisTask(WorkflowRun run, string workflowId, long completedEventId)
    {
        foreach (var child in run.Children.Values)
        {
            if (child.InitiatedEventId > completedEventId && child.WorkflowId == workflowId)
            {
                return true;
            }
        }

        return false;
    }
}
