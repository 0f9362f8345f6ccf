using Google.Protobuf;
using Microsoft.Data.Sqlite;
using Temporalio.Api.History.V1;
using TemporalVideo.DevServer.Rpc;
using TemporalVideo.DevServer.Storage;

namespace TemporalVideo.DevServer.Histories;

/// <summary>The table of events: one row per batch.</summary>
internal static class HistoryStore
{
    public const string Schema = """
        CREATE TABLE history_batch (
            run_key INTEGER NOT NULL,
            first_event_id INTEGER NOT NULL,
            events BLOB NOT NULL,
            PRIMARY KEY (run_key, first_event_id)) WITHOUT ROWID
        """;

    public static void Insert(SqliteConnection connection, long runKey, long firstEventId, byte[] events) =>
        connection.Run("INSERT INTO history_batch VALUES (?1, ?2, ?3)", runKey, firstEventId, events);

    public static void DeleteRun(SqliteConnection connection, long runKey) =>
        connection.Run("DELETE FROM history_batch WHERE run_key = ?1", runKey);

    /// <summary>The batches that hold events of the given range, in order.</summary>
    public static List<HistoryBatch> Read(SqliteConnection connection, long runKey, long fromEventId, long toEventId) => connection.Query(
        """
        SELECT events FROM history_batch WHERE run_key = ?1 AND first_event_id <= ?3 AND first_event_id >=
            (SELECT max(first_event_id) FROM history_batch WHERE run_key = ?1 AND first_event_id <= ?2)
        ORDER BY first_event_id
        """,
        row => new HistoryBatch(NestedMessages.Parse(History.Parser, row.GetFieldValue<byte[]>(0)).Events),
        runKey,
        fromEventId,
        toEventId);

    public static byte[] Serialize(IEnumerable<HistoryEvent> events) => new History { Events = { events } }.ToByteArray();
}
