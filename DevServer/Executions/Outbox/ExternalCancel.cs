using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;
using TemporalVideo.DevServer.Executions.State;

namespace TemporalVideo.DevServer.Executions.Outbox;

/// <summary>Requests the cancellation of another workflow and tells the sender how it went.</summary>
internal static class ExternalCancel
{
    public static async Task DeliverAsync(ExecutionEngine engine, long outboxId, OutboxItem item)
    {
        var attributes = item.Cancel.Attributes;
        var cause = engine.Namespaces.ById(attributes.NamespaceId) is null
            ? CancelExternalWorkflowExecutionFailedCause.NamespaceNotFound
            : await engine.ChangeAsync(
                new WorkflowKey(attributes.NamespaceId, attributes.WorkflowExecution.WorkflowId),
                transaction => Cancel(transaction, item, attributes)).ConfigureAwait(false);
        await ExternalSender.TellAsync(engine, outboxId, item, Answer(item, attributes, cause)).ConfigureAwait(false);
    }

    private static CancelExternalWorkflowExecutionFailedCause Cancel(
        WorkflowTransaction transaction, OutboxItem item, RequestCancelExternalWorkflowExecutionInitiatedEventAttributes attributes)
    {
        if (ExternalTarget.Find(transaction, item, attributes.WorkflowExecution.RunId,
            attributes.ChildWorkflowOnly) is not { IsOpen: true } target)
        {
            return CancelExternalWorkflowExecutionFailedCause.ExternalWorkflowExecutionNotFound;
        }

        Signals.RequestCancel(
            target,
            new WorkflowExecutionCancelRequestedEventAttributes
            {
                Cause = attributes.Reason,
                ExternalInitiatedEventId = item.InitiatedEventId,
                ExternalWorkflowExecution = new WorkflowExecution { WorkflowId = item.SourceWorkflowId, RunId = item.SourceRunId },
                Identity = "history-service",
            },
            $"{item.SourceRunId}:{item.InitiatedEventId}");
        return CancelExternalWorkflowExecutionFailedCause.Unspecified;
    }

    private static HistoryEvent Answer(
        OutboxItem item, RequestCancelExternalWorkflowExecutionInitiatedEventAttributes attributes,
            CancelExternalWorkflowExecutionFailedCause cause) =>
        cause == CancelExternalWorkflowExecutionFailedCause.Unspecified
            ? new HistoryEvent
            {
                EventType = EventType.ExternalWorkflowExecutionCancelRequested,
                ExternalWorkflowExecutionCancelRequestedEventAttributes = new ExternalWorkflowExecutionCancelRequestedEventAttributes
                {
                    InitiatedEventId = item.InitiatedEventId,
                    Namespace = attributes.Namespace,
                    NamespaceId = attributes.NamespaceId,
                    WorkflowExecution = attributes.WorkflowExecution,
                },
            }
            : new HistoryEvent
            {
                EventType = EventType.RequestCancelExternalWorkflowExecutionFailed,
                RequestCancelExternalWorkflowExecutionFailedEventAttributes =
                    new RequestCancelExternalWorkflowExecutionFailedEventAttributes
                    {
                        Cause = cause,
                        Namespace = attributes.Namespace,
                        NamespaceId = attributes.NamespaceId,
                        WorkflowExecution = attributes.WorkflowExecution,
                        InitiatedEventId = item.InitiatedEventId,
                        Control = attributes.Control,
                    },
            };
}
