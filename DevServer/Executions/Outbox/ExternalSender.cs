using Temporalio.Api.History.V1;
using TemporalVideo.DevServer.Executions.State;
using TemporalVideo.DevServer.Executions.WorkflowTasks;

namespace TemporalVideo.DevServer.Executions.Outbox;

/// <summary>The workflow that signals or cancels another one.</summary>
internal static class ExternalSender
{
    /// <summary>Writes how it went into the sender's history, once; a sender that is closed does not hear of it.</summary>
    public static Task TellAsync(ExecutionEngine engine, long outboxId, OutboxItem item, HistoryEvent answer) =>
        engine.ChangeAsync(new WorkflowKey(item.SourceNamespaceId, item.SourceWorkflowId), transaction =>
        {
            if (transaction.Find(item.SourceRunId) is { IsOpen: true } run && run.Externals.Contains(item.InitiatedEventId))
            {
                run.Add(answer);
                WorkflowTaskScheduler.ScheduleIfNone(run);
            }

            transaction.Delivered(outboxId);
            return true;
        });
}
