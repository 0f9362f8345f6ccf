using Microsoft.Data.Sqlite;
using TemporalVideo.DevServer.Executions.State;
using TemporalVideo.DevServer.Histories;
using TemporalVideo.DevServer.Storage;
using TemporalVideo.DevServer.Visibility;

namespace TemporalVideo.DevServer.Executions;

/// <summary>What one transaction writes of one run.</summary>
internal sealed class RunWrite
{
    public required WorkflowKey Workflow { get; init; }

    public required long RunKey { get; init; }

    public required string RunId { get; init; }

    public bool IsNew { get; init; }

    public bool IsOpen { get; init; }

    public bool IsBusy { get; init; }

    public long NextDue { get; init; }

    public long CloseTime { get; init; }

    public required byte[] State { get; init; }

    /// <summary>The new events: one batch, unless there are very many.</summary>
    public required List<(long FirstEventId, byte[] Events)> Batches { get; init; }

    public required List<PartChange> Parts { get; init; }

    public VisibilityRecord? Visibility { get; init; }

    public void Apply(SqliteConnection connection, VisibilityStore visibility)
    {
        if (IsNew)
        {
            connection.Run(
                "INSERT INTO run VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
                RunKey, Workflow.NamespaceId, Workflow.WorkflowId, RunId, IsOpen ? 1 : 0, IsBusy ? 1 : 0, NextDue, CloseTime, State);
        }
        else
        {
            connection.Run(
                "UPDATE run SET open = ?2, busy = ?3, next_due = ?4, close_time = ?5, state = ?6 WHERE run_key = ?1",
                RunKey, IsOpen ? 1 : 0, IsBusy ? 1 : 0, NextDue, CloseTime, State);
        }

        foreach (var (first, events) in Batches)
        {
            HistoryStore.Insert(connection, RunKey, first, events);
        }

        foreach (var part in Parts)
        {
            if (part.Value is null)
            {
                connection.Run("DELETE FROM run_part WHERE run_key = ?1 AND kind = ?2 AND part_key = ?3", RunKey, (int)part.Kind, part.Key);
            }
            else
            {
                connection.Run("INSERT OR REPLACE INTO run_part VALUES (?1, ?2, ?3, ?4)", RunKey, (int)part.Kind, part.Key, part.Value);
            }
        }

        if (Visibility is not null)
        {
            visibility.Upsert(connection, Visibility);
        }
    }
}
