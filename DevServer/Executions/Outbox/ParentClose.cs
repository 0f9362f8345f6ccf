using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;
using TemporalVideo.DevServer.Executions.Closing;
using TemporalVideo.DevServer.Executions.State;

namespace TemporalVideo.DevServer.Executions.Outbox;

/// <summary>Applies a closed parent's policy to a child, whichever run of the child is current.</summary>
internal static class ParentClose
{
    private const string Reason = "by parent close policy";

    public static Task DeliverAsync(ExecutionEngine engine, long outboxId, OutboxItem item)
    {
        var close = item.CloseChild;
        return engine.ChangeAsync(new WorkflowKey(close.NamespaceId, close.WorkflowId), transaction =>
        {
            if (transaction.Current is { IsOpen: true } child && child.Start.FirstExecutionRunId == close.RunId)
            {
                if (close.Policy == ParentClosePolicy.Terminate)
                {
                    RunClosing.Terminate(child, Reason, details: null, "history-service");
                }
                else
                {
                    Signals.RequestCancel(
                        child,
                        new WorkflowExecutionCancelRequestedEventAttributes
                        {
                            Cause = Reason,
                            ExternalInitiatedEventId = item.InitiatedEventId,
                            ExternalWorkflowExecution =
                                new WorkflowExecution { WorkflowId = item.SourceWorkflowId, RunId = item.SourceRunId },
                            Identity = "history-service",
                        },
                        requestId: "");
                }
            }

            transaction.Delivered(outboxId);
            return true;
        });
    }
}
