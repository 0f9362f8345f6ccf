using Google.Protobuf;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.WorkflowService.V1;
using TemporalVideo.DevServer.Namespaces;
using TemporalVideo.DevServer.Rpc;
using TemporalVideo.DevServer.Storage;
using TemporalVideo.DevServer.Visibility;

namespace TemporalVideo.DevServer.Schedules;

/// <summary>Keeps schedules, and lists them among the workflows of the division <c>TemporalScheduler</c>.</summary>
internal sealed class ScheduleStore
{
    /// <summary>The division that schedules are listed in.</summary>
    public const string Division = "TemporalScheduler";

    private readonly Database _database;
    private readonly VisibilityStore _visibility;
    private readonly NamespaceRegistry _namespaces;

    public ScheduleStore(Database database, VisibilityStore visibility, NamespaceRegistry namespaces)
    {
        _database = database;
        _visibility = visibility;
        _namespaces = namespaces;
        database.Migrate(
            "schedules",
            """
            CREATE TABLE schedule (
              namespace_id TEXT NOT NULL, schedule_id TEXT NOT NULL, description BLOB NOT NULL, progress TEXT NOT NULL,
              PRIMARY KEY (namespace_id, schedule_id)) WITHOUT ROWID
            """);
    }

    /// <summary>All schedules.</summary>
    public List<ScheduleRecord> Load() => _database.Read(connection => connection.Query(
        "SELECT namespace_id, schedule_id, description, progress FROM schedule",
        row => new ScheduleRecord
        {
            NamespaceId = row.GetString(0),
            NamespaceName = _namespaces.ById(row.GetString(0))?.Name ?? "",
            ScheduleId = row.GetString(1),
            Description = NestedMessages.Parse(DescribeScheduleResponse.Parser, row.GetFieldValue<byte[]>(2)),
            Progress = ScheduleRecord.ReadProgress(row.GetString(3)),
        }));

    /// <summary>Writes a schedule.</summary>
    public Task SaveAsync(ScheduleRecord record)
    {
        var description = record.Description.ToByteArray();
        var progress = record.WriteProgress();
        var listed = Listed(record);
        return _database.WriteAsync(connection =>
        {
            connection.Run(
                "INSERT OR REPLACE INTO schedule VALUES (?1, ?2, ?3, ?4)", record.NamespaceId, record.ScheduleId, description, progress);
            _visibility.Upsert(connection, listed);
        });
    }

    /// <summary>Forgets a schedule.</summary>
    public Task DeleteAsync(ScheduleRecord record) => _database.WriteAsync(connection =>
    {
        connection.Run("DELETE FROM schedule WHERE namespace_id = ?1 AND schedule_id = ?2", record.NamespaceId, record.ScheduleId);
        _visibility.Delete(connection, record.NamespaceId, record.Progress.RunId);
    });

    private static VisibilityRecord Listed(ScheduleRecord record)
    {
        var attributes = record.Description.SearchAttributes?.Clone() ?? new SearchAttributes();
        attributes.IndexedFields["TemporalNamespaceDivision"] = Value($"\"{Division}\"", IndexedValueType.Keyword);
        attributes.IndexedFields["TemporalSchedulePaused"] =
            Value(record.Schedule.State.Paused ? "true" : "false", IndexedValueType.Bool);
        var created = record.Info.CreateTime.ToDateTimeOffset();
        return new VisibilityRecord
        {
            NamespaceId = record.NamespaceId,
            WorkflowId = record.WorkflowId,
            RunId = record.Progress.RunId,
            WorkflowType = "temporal-sys-scheduler-workflow",
            Status = WorkflowExecutionStatus.Running,
            TaskQueue = "temporal-sys-per-ns-tq",
            StartTime = created,
            ExecutionTime = created,
            RootWorkflowId = record.WorkflowId,
            RootRunId = record.Progress.RunId,
            FirstRunId = record.Progress.RunId,
            Memo = record.Description.Memo,
            SearchAttributes = attributes,
        };
    }

    private static Payload Value(string json, IndexedValueType type) => new()
    {
        Metadata = { ["encoding"] = ByteString.CopyFromUtf8("json/plain"), ["type"] = ByteString.CopyFromUtf8(type.ToString()) },
        Data = ByteString.CopyFromUtf8(json),
    };
}
