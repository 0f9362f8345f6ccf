using TemporalVideo.DevServer.Executions.State;

namespace TemporalVideo.DevServer.Executions.Outbox;

/// <summary>The run that a signal or cancel request from another workflow is for.</summary>
internal static class ExternalTarget
{
    public static WorkflowRun? Find(WorkflowTransaction transaction, OutboxItem item, string runId, bool childOnly)
    {
        var target = transaction.Find(runId);
        return target is null || !childOnly || target.Start.ParentWorkflowExecution is { } parent
            && parent.WorkflowId == item.SourceWorkflowId
            && parent.RunId == item.SourceRunId
            ? target
            : null;
    }
}
