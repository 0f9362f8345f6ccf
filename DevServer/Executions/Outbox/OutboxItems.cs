using Temporalio.Api.History.V1;
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

    /// <summary>The workflow that an item is for.</summary>
    public static string TargetOf(OutboxItem item) => item.WorkCase switch
    {
        OutboxItem.WorkOneofCase.StartChild => TargetOf(item.StartChild.Initiated.StartChildWorkflowExecutionInitiatedEventAttributes),
        OutboxItem.WorkOneofCase.Signal => $"{item.Signal.Attributes.NamespaceId}/{item.Signal.Attributes.WorkflowExecution?.WorkflowId}",
        OutboxItem.WorkOneofCase.Cancel => $"{item.Cancel.Attributes.NamespaceId}/{item.Cancel.Attributes.WorkflowExecution?.WorkflowId}",
        OutboxItem.WorkOneofCase.ChildClosed => $"{item.ChildClosed.NamespaceId}/{item.ChildClosed.WorkflowId}",
        OutboxItem.WorkOneofCase.CloseChild => $"{item.CloseChild.NamespaceId}/{item.CloseChild.WorkflowId}",
        _ => "",
    };

    private static string TargetOf(StartChildWorkflowExecutionInitiatedEventAttributes? child) =>
        $"{child?.NamespaceId}/{child?.WorkflowId}";
}
