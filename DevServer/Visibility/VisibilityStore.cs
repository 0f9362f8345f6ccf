using Google.Protobuf;
using Microsoft.Data.Sqlite;
using TemporalVideo.DevServer.Attributes;
using TemporalVideo.DevServer.Storage;
using TemporalVideo.DevServer.Visibility.Filters;

namespace TemporalVideo.DevServer.Visibility;

/// <summary>The table behind list, scan and count.</summary>
internal sealed class VisibilityStore
{
    private const string Insert =
        """
        INSERT OR REPLACE INTO visibility (
          namespace_id, run_id, workflow_id, workflow_type, status, task_queue, start_time, execution_time, close_time, close_order,
          execution_duration, history_length, history_size, state_transitions, parent_workflow_id, parent_run_id, root_workflow_id,
          root_run_id, first_run_id, division, memo, search_attributes, attributes)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23)
        """;

    private readonly Database _database;

    public VisibilityStore(Database database)
    {
        _database = database;
        database.Migrate(
            "visibility",
            """
            CREATE TABLE visibility (
              namespace_id TEXT NOT NULL, run_id TEXT NOT NULL, workflow_id TEXT NOT NULL, workflow_type TEXT NOT NULL,
              status INTEGER NOT NULL, task_queue TEXT NOT NULL, start_time INTEGER NOT NULL, execution_time INTEGER NOT NULL,
              close_time INTEGER, close_order INTEGER NOT NULL, execution_duration INTEGER, history_length INTEGER NOT NULL,
              history_size INTEGER NOT NULL, state_transitions INTEGER NOT NULL, parent_workflow_id TEXT, parent_run_id TEXT,
              root_workflow_id TEXT NOT NULL, root_run_id TEXT NOT NULL, first_run_id TEXT NOT NULL, division TEXT,
              memo BLOB, search_attributes BLOB, attributes TEXT, PRIMARY KEY (namespace_id, run_id));
            CREATE INDEX visibility_order ON visibility (namespace_id, close_order DESC, start_time DESC, run_id);
            CREATE INDEX visibility_workflow ON visibility (namespace_id, workflow_id);
            """);
    }

    /// <summary>Writes what is now known of a run, inside the caller's transaction.</summary>
    public void Upsert(SqliteConnection connection, VisibilityRecord record)
    {
        var closed = record.CloseTime is { } time ? SearchAttributeValue.Nanoseconds(time) : (long?)null;
        var execution = SearchAttributeValue.Nanoseconds(record.ExecutionTime);
        connection.Run(
            Insert,
            record.NamespaceId,
            record.RunId,
            record.WorkflowId,
            record.WorkflowType,
            (int)record.Status,
            record.TaskQueue,
            SearchAttributeValue.Nanoseconds(record.StartTime),
            execution,
            closed,
            closed ?? long.MaxValue,
            closed - execution,
            record.HistoryLength,
            record.HistorySizeBytes,
            record.StateTransitionCount,
            record.ParentWorkflowId,
            record.ParentRunId,
            record.RootWorkflowId,
            record.RootRunId,
            record.FirstRunId,
            Division(record),
            record.Memo?.ToByteArray(),
            record.SearchAttributes?.ToByteArray(),
            VisibilityRow.Indexed(record.SearchAttributes));
    }

    /// <summary>Forgets a run, inside the caller's transaction.</summary>
    public void Delete(SqliteConnection connection, string namespaceId, string runId) =>
        connection.Run("DELETE FROM visibility WHERE namespace_id = ?1 AND run_id = ?2", namespaceId, runId);

    /// <summary>A page of the runs that pass a filter: open ones first, then the last closed; the last started first among
    /// equals.</summary>
    /// <param name="namespaceId">The namespace.</param>
    /// <param name="filter">The condition.</param>
    /// <param name="after">Where the page before ended; null for the first.</param>
    /// <param name="count">How many at most.</param>
    public List<VisibilityRecord> List(string namespaceId, SqlFilter filter, VisibilityPosition? after, int count)
    {
        var sql = $"SELECT {VisibilityRow.Columns} FROM visibility WHERE namespace_id = $namespace AND {filter.Sql}";
        if (after is not null)
        {
            sql += " AND (close_order < $close OR (close_order = $close AND (start_time < $start OR (start_time = $start AND run_id > "
                + "$run))))";
        }

        return _database.Read(connection =>
        {
            using var command =
                Command(connection, $"{sql} ORDER BY close_order DESC, start_time DESC, run_id LIMIT $count", namespaceId, filter);
            command.Parameters.AddWithValue("$count", count);
            if (after is not null)
            {
                command.Parameters.AddWithValue("$close", after.CloseOrder);
                command.Parameters.AddWithValue("$start", after.StartTime);
                command.Parameters.AddWithValue("$run", after.RunId);
            }

            using var rows = command.ExecuteReader();
            var records = new List<VisibilityRecord>();
            while (rows.Read())
            {
                records.Add(VisibilityRow.Read(rows));
            }

            return records;
        });
    }

    /// <summary>How many runs pass a filter.</summary>
    public long Count(string namespaceId, SqlFilter filter) => _database.Read(connection =>
    {
        using var command = Command(
            connection, $"SELECT count(*) FROM visibility WHERE namespace_id = $namespace AND {filter.Sql}", namespaceId, filter);
        return (long)command.ExecuteScalar()!;
    });

    /// <summary>How many runs pass a filter, by status.</summary>
    public List<(int Status, long Count)> CountByStatus(string namespaceId, SqlFilter filter) => _database.Read(connection =>
    {
        using var command = Command(
            connection,
            $"SELECT status, count(*) FROM visibility WHERE namespace_id = $namespace AND {filter.Sql} GROUP BY status ORDER BY status",
            namespaceId,
            filter);
        using var rows = command.ExecuteReader();
        var groups = new List<(int, long)>();
        while (rows.Read())
        {
            groups.Add((rows.GetInt32(0), rows.GetInt64(1)));
        }

        return groups;
    });

    private static SqliteCommand Command(SqliteConnection connection, string sql, string namespaceId, SqlFilter filter)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddWithValue("$namespace", namespaceId);
        filter.Bind(command);
        return command;
    }

    private static string? Division(VisibilityRecord record) =>
        record.SearchAttributes?.IndexedFields.TryGetValue("TemporalNamespaceDivision", out var payload) == true
            ? SearchAttributeValue.Read(payload, Temporalio.Api.Enums.V1.IndexedValueType.Keyword) as string
            : null;
}
