using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using TemporalVideo.Storage.Records;

namespace TemporalVideo.Storage.Tests.Records;

/// <summary>The contract, by SQLite.</summary>
public sealed class SqliteSessionsTests : VideoSessionsContract
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("data-test-");
    private int _files;

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Migrate_FileOfTheFirstRelease_KeepsItsRows()
    {
        await using var bench = await OpenAnotherAsync();
        await using var context = await bench.ContextAsync();
        await context.Database.ExecuteSqlRawAsync(
            """
            CREATE TABLE __EFMigrationsHistory (MigrationId TEXT NOT NULL PRIMARY KEY, ProductVersion TEXT NOT NULL);
            INSERT INTO __EFMigrationsHistory VALUES ('0001_CreateVideoSession', '10.0.0');
            CREATE TABLE video_session (
                id TEXT NOT NULL, user_id TEXT NOT NULL, topic TEXT NOT NULL, outcome TEXT NOT NULL, video_url TEXT NULL, error TEXT NULL,
                cost TEXT NOT NULL, created_at TEXT NOT NULL, completed_at TEXT NULL,
                CONSTRAINT pk_video_session PRIMARY KEY (user_id, id));
            INSERT INTO video_session (id, user_id, topic, outcome, video_url, cost, created_at)
            VALUES ('s1', 'anna', 'sky', 'Finished', 'file:///out/store/scaffold_test/anna/s1/agent5/final.mp4', 0, '2026-01-01'),
                   ('s2', 'anna', 'sea', 'Failed', NULL, 0, '2026-01-01')
            """);

        await bench.MigrateAsync();

        (await context.Sessions.OrderBy(row => row.Id).Select(row => row.VideoKey).ToListAsync())
            .Should().Equal("scaffold_test/anna/s1/agent5/final.mp4", null);
    }

    private protected override async Task<RecordsBench?> OpenAsync() => await OpenAnotherAsync();

    private protected override Task<RecordsBench> OpenAnotherAsync()
    {
        var file = Path.Combine(_folder.FullName, $"videos-{_files++}.db");
        return Task.FromResult(new RecordsBench(options => options.File = file));
    }

    private protected override void Require()
    {
        // SQLite is always there.
    }

    /// <summary>Columns, with their place in the key, and indices: a column that came later stands behind the others.</summary>
    private protected override Task<List<string>> SchemaAsync(VideoDbContext context) => context.Database
        .SqlQueryRaw<string>(
            """
            SELECT * FROM (
                SELECT m.name || '.' || c.name || ' ' || c.type || ' ' || c."notnull" || ' ' || c.pk || ifnull(c.dflt_value, '') AS Value
                FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table' AND m.name NOT LIKE '\_\_EF%' ESCAPE '\'
                UNION ALL
                SELECT sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL) ORDER BY 1
            """)
        .ToListAsync();
}
