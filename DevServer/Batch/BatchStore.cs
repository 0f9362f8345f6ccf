using System.Text.Json;
using Google.Protobuf;
using Microsoft.Data.Sqlite;
using Temporalio.Api.Common.V1;
using Temporalio.Api.WorkflowService.V1;
using TemporalVideo.DevServer.Rpc;
using TemporalVideo.DevServer.Storage;

namespace TemporalVideo.DevServer.Batch;

/// <summary>Keeps batch jobs and the workflows that they still have to deal with.</summary>
internal sealed class BatchStore
{
    private readonly Database _database;

    public BatchStore(Database database)
    {
        _database = database;
        database.Migrate(
            "batch",
            """
            CREATE TABLE batch_job (
              namespace_id TEXT NOT NULL, job_id TEXT NOT NULL, start_time INTEGER NOT NULL, job TEXT NOT NULL, request BLOB NOT NULL,
              PRIMARY KEY (namespace_id, job_id)) WITHOUT ROWID;
            CREATE TABLE batch_item (
              namespace_id TEXT NOT NULL, job_id TEXT NOT NULL, workflow_id TEXT NOT NULL, run_id TEXT NOT NULL,
              PRIMARY KEY (namespace_id, job_id, workflow_id, run_id)) WITHOUT ROWID;
            """);
    }

    /// <summary>The jobs of a namespace, the last started first.</summary>
    public List<BatchJob> List(string namespaceId) => _database.Read(connection => connection.Query(
        "SELECT job FROM batch_job WHERE namespace_id = ?1 ORDER BY start_time DESC, job_id", Job, namespaceId));

    /// <summary>A job, or null.</summary>
    public BatchJob? Find(string namespaceId, string jobId) => _database.Read(connection => connection.QueryFirst(
        "SELECT job FROM batch_job WHERE namespace_id = ?1 AND job_id = ?2", Job, namespaceId, jobId));

    /// <summary>All jobs with their requests.</summary>
    public List<(BatchJob Job, StartBatchOperationRequest Request)> Load() => _database.Read(connection => connection.Query(
        "SELECT job, request FROM batch_job", row =>
            (Job(row), NestedMessages.Parse(StartBatchOperationRequest.Parser, row.GetFieldValue<byte[]>(1)))));

    /// <summary>What a job still has to deal with.</summary>
    public List<WorkflowExecution> Items(BatchJob job) => _database.Read(connection => connection.Query(
        "SELECT workflow_id, run_id FROM batch_item WHERE namespace_id = ?1 AND job_id = ?2",
        row => new WorkflowExecution { WorkflowId = row.GetString(0), RunId = row.GetString(1) },
        job.NamespaceId,
        job.JobId));

    /// <summary>Writes a new job.</summary>
    /// <exception cref="SqliteException">There is one of that id.</exception>
    public Task AddAsync(BatchJob job, StartBatchOperationRequest request) => _database.WriteAsync(connection => connection.Run(
        "INSERT INTO batch_job VALUES (?1, ?2, ?3, ?4, ?5)",
        job.NamespaceId,
        job.JobId,
        job.StartTime.UtcTicks,
        JsonSerializer.Serialize(job),
        request.ToByteArray()));

    /// <summary>Writes a job with all that it has to deal with.</summary>
    public Task CollectAsync(BatchJob job, IEnumerable<WorkflowExecution> items) => _database.WriteAsync(connection =>
    {
        Save(connection, job);
        foreach (var item in items)
        {
            connection.Run(
                "INSERT OR IGNORE INTO batch_item VALUES (?1, ?2, ?3, ?4)", job.NamespaceId, job.JobId, item.WorkflowId, item.RunId);
        }
    });

    /// <summary>Writes a job that has dealt with a workflow, or with none.</summary>
    public Task SaveAsync(BatchJob job, WorkflowExecution? done = null) => _database.WriteAsync(connection =>
    {
        Save(connection, job);
        if (done is not null)
        {
            connection.Run(
                "DELETE FROM batch_item WHERE namespace_id = ?1 AND job_id = ?2 AND workflow_id = ?3 AND run_id = ?4",
                job.NamespaceId,
                job.JobId,
                done.WorkflowId,
                done.RunId);
        }
    });

    private static void Save(SqliteConnection connection, BatchJob job) => connection.Run(
        "UPDATE batch_job SET job = ?3 WHERE namespace_id = ?1 AND job_id = ?2", job.NamespaceId, job.JobId, JsonSerializer.Serialize(job));

    private static BatchJob Job(SqliteDataReader row) => JsonSerializer.Deserialize<BatchJob>(row.GetString(0))!;
}
