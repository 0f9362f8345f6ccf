using TemporalVideo.DevServer.Executions.Closing;
using TemporalVideo.DevServer.Executions.State;
using TemporalVideo.DevServer.Executions.WorkflowTasks;

namespace TemporalVideo.DevServer.Executions.Outbox;

/// <summary>Reports a child's end to its parent; a parent that is closed does not care.</summary>
internal static class ChildReport
{
    public static Task DeliverAsync(ExecutionEngine engine, long outboxId, OutboxItem item)
    {
        var closed = item.ChildClosed;
        return engine.ChangeAsync(new WorkflowKey(closed.NamespaceId, closed.WorkflowId), transaction =>
        {
            if (transaction.Find(closed.RunId) is { IsOpen: true } parent && parent.Children.Contains(item.InitiatedEventId))
            {
                ChildStart.RecordStarted(parent, item.InitiatedEventId, item.SourceRunId, header: null);
                var outcome = closed.ParentEvent.Clone();
                parent.Children.TryGet(item.InitiatedEventId, out var child);
                ChildOutcomes.SetStartedId(outcome, child!.StartedEventId);
                parent.Add(outcome);
                WorkflowTaskScheduler.ScheduleIfNone(parent);
            }

            transaction.Delivered(outboxId);
            return true;
        });
    }
}
