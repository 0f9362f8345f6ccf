using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;
using TemporalVideo.DevServer.Errors;
using TemporalVideo.DevServer.Executions.State;

namespace TemporalVideo.DevServer.Executions.Outbox;

/// <summary>Signals another workflow and tells the sender how it went.</summary>
internal static class ExternalSignal
{
    public static async Task DeliverAsync(ExecutionEngine engine, long outboxId, OutboxItem item)
    {
        var attributes = item.Signal.Attributes;
        var cause = SignalExternalWorkflowExecutionFailedCause.Unspecified;
        if (engine.Namespaces.ById(attributes.NamespaceId) is null)
        {
            cause = SignalExternalWorkflowExecutionFailedCause.NamespaceNotFound;
        }
        else
        {
            try
            {
                cause = await engine.ChangeAsync(
                    new WorkflowKey(attributes.NamespaceId, attributes.WorkflowExecution.WorkflowId),
                    transaction => Signal(transaction, item, attributes)).ConfigureAwait(false);
            }
            catch (ServiceException)
            {
                cause = SignalExternalWorkflowExecutionFailedCause.SignalCountLimitExceeded;
            }
        }

        await ExternalSender.TellAsync(engine, outboxId, item, Answer(item, attributes, cause)).ConfigureAwait(false);
    }

    private static SignalExternalWorkflowExecutionFailedCause Signal(
        WorkflowTransaction transaction, OutboxItem item, SignalExternalWorkflowExecutionInitiatedEventAttributes attributes)
    {
        if (ExternalTarget.Find(transaction, item, attributes.WorkflowExecution.RunId,
            attributes.ChildWorkflowOnly) is not { IsOpen: true } target)
        {
            return SignalExternalWorkflowExecutionFailedCause.ExternalWorkflowExecutionNotFound;
        }

        Signals.Signal(target, new WorkflowExecutionSignaledEventAttributes
        {
            SignalName = attributes.SignalName,
            Input = attributes.Input,
            Identity = "history-service",
            Header = attributes.Header,
            ExternalWorkflowExecution = new WorkflowExecution { WorkflowId = item.SourceWorkflowId, RunId = item.SourceRunId },
            RequestId = $"{item.SourceRunId}:{item.InitiatedEventId}",
        });
        return SignalExternalWorkflowExecutionFailedCause.Unspecified;
    }

    private static HistoryEvent Answer(
        OutboxItem item, SignalExternalWorkflowExecutionInitiatedEventAttributes attributes,
            SignalExternalWorkflowExecutionFailedCause cause) =>
        cause == SignalExternalWorkflowExecutionFailedCause.Unspecified
            ? new HistoryEvent
            {
                EventType = EventType.ExternalWorkflowExecutionSignaled,
                ExternalWorkflowExecutionSignaledEventAttributes = new ExternalWorkflowExecutionSignaledEventAttributes
                {
                    InitiatedEventId = item.InitiatedEventId,
                    Namespace = attributes.Namespace,
                    NamespaceId = attributes.NamespaceId,
                    WorkflowExecution = attributes.WorkflowExecution,
                    Control = attributes.Control,
                },
            }
            : new HistoryEvent
            {
                EventType = EventType.SignalExternalWorkflowExecutionFailed,
                SignalExternalWorkflowExecutionFailedEventAttributes = new SignalExternalWorkflowExecutionFailedEventAttributes
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
