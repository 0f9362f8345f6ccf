using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using TemporalVideo.Storage.Objects;
using TemporalVideo.Storage.Records.Jobs;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Storage.Tests.Records;

/// <summary>The older tables of tasks, brought into every database.</summary>
public abstract partial class VideoSessionsContract
{
    [SkippableFact]
    public async Task Import_OldTasks_KeepsAllOfThemAndDoesSoOnce()
    {
        Require();
        var folder = Directory.CreateTempSubdirectory("import-test-");
        try
        {
            var file = Path.Combine(folder.FullName, "old.db");
            await WriteOldAsync(file);
            var store = new ServiceCollection().AddFolderObjectStore()
                .Configure<FolderObjectStoreOptions>(options => options.Folder = Path.Combine(folder.FullName, "store"))
                .BuildServiceProvider().GetRequiredService<IObjectStore>();
            var import = new OldTaskImport(Bench.Pipelines, store);

            (await import.RunAsync(file, "anna", default)).Should().Be((2, 4, 4));
            var once = (await Bench.Pipelines.FindAsync(new SessionKey("anna", "run-7"), default))!;
            (await import.RunAsync(file, "anna", default)).Should().Be((2, 4, 4));
            (await Bench.Pipelines.FindAsync(new SessionKey("anna", "run-7"), default)).Should().BeEquivalentTo(once);

            once.Pipeline.Should().BeEquivalentTo(
                new { Template = "imported", State = "Failed", Error = "no compiler", OriginalPrompt = "Build it." });
            once.Jobs.Select(job => (job.Id, job.State, job.Attempt, job.RetryCount, job.ParentJob)).Should().Equal(
                ("plan", "Completed", 1, 0, null), ("build", "Failed", 3, 2, null), ("fix", "Cancelled", 1, 0, "build"));
            once.Jobs[1].StartedAt.Should().Be(new DateTime(2025, 5, 1, 10, 2, 0, DateTimeKind.Utc));
            once.Jobs[1].CompletedAt.Should().Be(new DateTime(2025, 5, 1, 10, 9, 0, DateTimeKind.Utc));
            once.Pipeline.CreatedAt.Should().Be(new DateTime(2025, 5, 1, 10, 0, 0, DateTimeKind.Utc));
            once.Dependencies.Should().ContainSingle().Which.Needs.Should().Be("plan");
            once.Artifacts.Select(row => (row.JobId, row.Path, row.Type)).Should().BeEquivalentTo([
                ("plan", "output.json", "model_output"), ("plan", "agent_state/planner.json", "model_output"),
                ("build", "error_context.txt", "error_context")]);
            var state = once.Artifacts.Single(row => row.Path == "agent_state/planner.json");
            (await store.ReadAsync($"pipelines/anna/artifacts/{state.Sha256}", default)).Bytes.ToArray()
                .Should().Equal("""{"step": 3}"""u8.ToArray());

            await FluentActions.Awaiting(() => import.RunAsync(Path.Combine(folder.FullName, "none.db"), "anna", default))
                .Should().ThrowAsync<InvalidDataException>();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task WriteOldAsync(string file)
    {
        await using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = """
            CREATE TABLE tasks (id TEXT PRIMARY KEY, pipeline_id TEXT NOT NULL, agent TEXT, status TEXT NOT NULL, depends_on TEXT,
                parent_task_id TEXT, prompt TEXT, result TEXT, error TEXT, retry_count INTEGER, max_retries INTEGER,
                created_at TEXT NOT NULL, started_at TEXT, completed_at TEXT);
            CREATE TABLE agent_state (task_id TEXT NOT NULL, agent TEXT NOT NULL, state TEXT NOT NULL, updated_at TEXT,
                PRIMARY KEY (task_id, agent));
            INSERT INTO tasks VALUES
                ('plan', 'run 7', 'planner', 'completed', NULL, NULL, 'Build it.', '{"files": 2}', NULL, 0, 3,
                    '2025-05-01 10:00:00', '2025-05-01T10:00:30Z', '2025-05-01 10:01:00'),
                ('build', 'run 7', 'developer', 'failed', '["plan"]', NULL, NULL, NULL, 'no compiler', 2, 2,
                    '2025-05-01 10:00:01', '2025-05-01 12:02:00+02:00', '2025-05-01 10:09:00'),
                ('fix', 'run 7', 'developer', 'running', '[]', 'build', NULL, NULL, NULL, 0, 0,
                    '2025-05-01 10:05:00', '2025-05-01 10:06:00', NULL),
                ('alone', 'run8', NULL, 'pending', '', NULL, NULL, NULL, NULL, NULL, NULL, '2025-05-02 10:00:00', NULL, NULL);
            INSERT INTO agent_state VALUES ('plan', 'planner', '{"step": 3}', NULL), ('alone', 'planner', '{}', NULL);
            """;
        await command.ExecuteNonQueryAsync();
    }
}
