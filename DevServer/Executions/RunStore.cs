using Google.Protobuf;
using Microsoft.Data.Sqlite;
using TemporalVideo.DevServer.Executions.State;
using TemporalVideo.DevServer.Histories;
using TemporalVideo.DevServer.Rpc;
using TemporalVideo.DevServer.Storage;

namespace TemporalVideo.DevServer.Executions;

/// <summary>The tables of runs and of the work between them.</summary>
internal static class RunStore
{
    public static void Migrate(Database database) => database.Migrate(
        "executions",
        """
        CREATE TABLE run (
            run_key INTEGER PRIMARY KEY,
            namespace_id TEXT NOT NULL,
            workflow_id TEXT NOT NULL,
            run_id TEXT NOT NULL,
            open INTEGER NOT NULL,
            busy INTEGER NOT NULL,
            next_due INTEGER NOT NULL,
            close_time INTEGER NOT NULL,
            state BLOB NOT NULL);
        CREATE UNIQUE INDEX run_by_id ON run (workflow_id, run_id, namespace_id);
        CREATE INDEX run_open ON run (open) WHERE open = 1;
        CREATE TABLE current_run (
            namespace_id TEXT NOT NULL,
            workflow_id TEXT NOT NULL,
            run_id TEXT NOT NULL,
            PRIMARY KEY (workflow_id, namespace_id)) WITHOUT ROWID;
        CREATE TABLE run_part (
            run_key INTEGER NOT NULL,
            kind INTEGER NOT NULL,
            part_key NOT NULL,
            value BLOB NOT NULL,
            PRIMARY KEY (run_key, kind, part_key)) WITHOUT ROWID;
        CREATE TABLE outbox (id INTEGER PRIMARY KEY, item BLOB NOT NULL);
        """,
        HistoryStore.Schema);

    public static string? ReadCurrentRunId(SqliteConnection connection, WorkflowKey key) => connection.QueryFirst(
        "SELECT run_id FROM current_run WHERE workflow_id = ?1 AND namespace_id = ?2", row =>
            row.GetString(0), key.WorkflowId, key.NamespaceId);

    public static (long RunKey, RunState State)? ReadRun(SqliteConnection connection, WorkflowKey key, string runId) =>
        connection.QueryFirst<(long, RunState)?>(
        "SELECT run_key, state FROM run WHERE workflow_id = ?1 AND run_id = ?2 AND namespace_id = ?3",
        row => (row.GetInt64(0), NestedMessages.Parse(RunState.Parser, row.GetFieldValue<byte[]>(1))),
        key.WorkflowId,
        runId,
        key.NamespaceId);

    public static List<(PartKind Kind, object Key, byte[] Value)> ReadParts(SqliteConnection connection, long runKey) => connection.Query(
        "SELECT kind, part_key, value FROM run_part WHERE run_key = ?1 ORDER BY kind, part_key",
        row => ((PartKind)row.GetInt32(0), row.GetValue(1), row.GetFieldValue<byte[]>(2)),
        runKey);

    /// <summary>Every open run, in the order of creation.</summary>
    public static List<OpenRun> ReadOpenRuns(SqliteConnection connection) => connection.Query(
        "SELECT namespace_id, workflow_id, run_id, busy, next_due FROM run WHERE open = 1 ORDER BY run_key",
        row => new OpenRun(new WorkflowKey(row.GetString(0), row.GetString(1)), row.GetString(2), row.GetInt32(3) != 0, row.GetInt64(4)));

    public static List<(long Id, OutboxItem Item)> ReadOutbox(SqliteConnection connection) => connection.Query(
        "SELECT id, item FROM outbox ORDER BY id", row =>
            (row.GetInt64(0), NestedMessages.Parse(OutboxItem.Parser, row.GetFieldValue<byte[]>(1))));

    public static long ReadLastRunKey(SqliteConnection connection) =>
        connection.QueryFirst("SELECT coalesce(max(run_key), 0) FROM run", row => row.GetInt64(0));

    /// <summary>Runs of a namespace that closed before a time.</summary>
    public static List<(string WorkflowId, string RunId)> ReadClosedBefore(SqliteConnection connection, string namespaceId, long time) =>
        connection.Query(
        "SELECT workflow_id, run_id FROM run WHERE open = 0 AND namespace_id = ?1 AND close_time < ?2 LIMIT 1000",
        row => (row.GetString(0), row.GetString(1)),
        namespaceId,
        time);

    public static void WriteCurrentRun(SqliteConnection connection, WorkflowKey key, string runId) => connection.Run(
        "INSERT INTO current_run VALUES (?1, ?2, ?3) ON CONFLICT (workflow_id, namespace_id) DO UPDATE SET run_id = excluded.run_id",
        key.NamespaceId,
        key.WorkflowId,
        runId);

    public static void DeleteCurrentRun(SqliteConnection connection, WorkflowKey key, string runId) => connection.Run(
        "DELETE FROM current_run WHERE workflow_id = ?1 AND namespace_id = ?2 AND run_id = ?3", key.WorkflowId, key.NamespaceId, runId);

    public static void WriteOutbox(SqliteConnection connection, long id, OutboxItem item) =>
        connection.Run("INSERT INTO outbox VALUES (?1, ?2)", id, item.ToByteArray());

    public static void DeleteOutbox(SqliteConnection connection, long id) =>
        connection.Run("DELETE FROM outbox WHERE id = ?1", id);
}
