using Microsoft.Data.Sqlite;
using TemporalVideo.DevServer.Executions.State;
using TemporalVideo.DevServer.Histories;
using TemporalVideo.DevServer.Storage;
using TemporalVideo.DevServer.Visibility;

namespace TemporalVideo.DevServer.Executions;

/// <summary>Everything that one transaction writes, as data: applied by the writer thread, all or nothing.</summary>
internal sealed class Commit
{
    public required WorkflowKey Workflow { get; init; }

    public List<RunWrite> Runs { get; } = [];

    /// <summary>The run that is current from now on; null when that does not change.</summary>
    public string? CurrentRunId { get; set; }

    public List<(long Id, OutboxItem Item)> Sent { get; } = [];

    public List<long> Delivered { get; } = [];

    public List<(long RunKey, string RunId)> Deleted { get; } = [];

    public bool IsEmpty => Runs.Count == 0 && CurrentRunId is null && Sent.Count == 0 && Delivered.Count == 0 && Deleted.Count == 0;

    public void Apply(SqliteConnection connection, VisibilityStore visibility)
    {
        foreach (var run in Runs)
        {
            run.Apply(connection, visibility);
        }

        if (CurrentRunId is not null)
        {
            RunStore.WriteCurrentRun(connection, Workflow, CurrentRunId);
        }

        foreach (var (id, item) in Sent)
        {
            RunStore.WriteOutbox(connection, id, item);
        }

        foreach (var id in Delivered)
        {
            RunStore.DeleteOutbox(connection, id);
        }

        foreach (var (runKey, runId) in Deleted)
        {
            HistoryStore.DeleteRun(connection, runKey);
            connection.Run("DELETE FROM run_part WHERE run_key = ?1", runKey);
            connection.Run("DELETE FROM run WHERE run_key = ?1", runKey);
            RunStore.DeleteCurrentRun(connection, Workflow, runId);
            visibility.Delete(connection, Workflow.NamespaceId, runId);
        }
    }
}
