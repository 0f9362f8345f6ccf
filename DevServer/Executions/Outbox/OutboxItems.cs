using TemporalVideo.DevServer.Executions.State;

namespace TemporalVideo.DevServer.Executions;

/// <summary>Makes outbox items.</summary>
internal static class OutboxItems
{
    /// <summary>Work that a run asks for.</summary>
    public static OutboxItem From(WorkflowRun run, long initiatedEventId, Action<OutboxItem> work)
    {
        var item = new OutboxItem
        {
            SourceNamespaceId = run.State.NamespaceId,
            SourceWorkflowId = run.State.WorkflowId,
            SourceRunId = run.RunId,
            InitiatedEventId = initiatedEventId,
        };
        work(item);
        return item;
    }
}
