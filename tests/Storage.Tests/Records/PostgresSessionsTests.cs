using Microsoft.EntityFrameworkCore;
using TemporalVideo.Storage.Records;
using TemporalVideo.Storage.Records.Postgres;
using TemporalVideo.Tests.Support;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Storage.Tests.Records;

/// <summary>The contract, by PostgreSQL, and what only PostgreSQL has.</summary>
[Collection(nameof(PostgresFixture))]
public sealed class PostgresSessionsTests(PostgresFixture postgres) : VideoSessionsContract
{
    [SkippableFact]
    public async Task Schema_Columns_HaveTheTypesOfPostgres()
    {
        Require();
        await using var context = await Bench.ContextAsync();

        (await SchemaAsync(context)).Should().Contain([
            "video_session.cost numeric(12,4) NOT NULL",
            "video_session.created_at timestamp with time zone NOT NULL",
            "video_session.id character varying(64) NOT NULL",
            "video_session.video_key text"]);
    }

    [SkippableFact]
    public async Task Migrate_LockHeldByAnother_WaitsForIt()
    {
        Require();
        await using var bench = await OpenAnotherAsync();
        await using var context = await bench.ContextAsync();
        await context.Database.OpenConnectionAsync();
        await context.Database.ExecuteSqlRawAsync("SELECT pg_advisory_lock({0})", PostgresMigration.LockKey);

        var migration = bench.MigrateAsync();
        await WaitForAsync(context, "SELECT count(*)::int AS \"Value\" FROM pg_locks WHERE locktype = 'advisory' AND NOT granted "
            + "AND database = (SELECT oid FROM pg_database WHERE datname = current_database())");
        var whileLocked = await SchemaAsync(context);
        await context.Database.ExecuteSqlRawAsync("SELECT pg_advisory_unlock({0})", PostgresMigration.LockKey);
        await migration;

        whileLocked.Should().BeEmpty("the other holds the lock");
        (await SchemaAsync(context)).Should().NotBeEmpty();
    }

    [SkippableFact]
    public async Task Sessions_ServerRestarted_GoOn()
    {
        Skip.IfNot(postgres.IsAvailable, postgres.Reason);
        await using var server = await PostgresServer.StartAsync();
        var database = await server.CreateDatabaseAsync();
        await using var bench = BenchOf(server, database);
        await bench.MigrateAsync();
        var key = new SessionKey("anna", "s1");
        await bench.Sessions.OpenAsync(key, "sky", default);

        await server.StopAsync();
        var close = bench.Sessions.CloseAsync(key, VideoOutcome.Finished, "key", null, 0, default);
        await server.ResumeAsync();
        await close;

        (await bench.Sessions.FindAsync(key, default))!.Outcome.Should().Be("Finished");
    }

    private protected override async Task<RecordsBench?> OpenAsync() => postgres.IsAvailable ? await OpenAnotherAsync() : null;

    private protected override async Task<RecordsBench> OpenAnotherAsync() =>
        BenchOf(postgres.Server, await postgres.Server.CreateDatabaseAsync());

    private protected override void Require() => Skip.IfNot(postgres.IsAvailable, postgres.Reason);

    private protected override Task<List<string>> SchemaAsync(VideoDbContext context) => context.Database
        .SqlQueryRaw<string>(
            """
            SELECT c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
                || CASE WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END AS "Value"
            FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE n.nspname = 'public' AND c.relname NOT LIKE '%EFMigrationsHistory%' AND a.attnum > 0
            ORDER BY 1
            """)
        .ToListAsync();

    private static RecordsBench BenchOf(PostgresServer server, string database) => new(options =>
    {
        options.Connection = server.Connection(database);
        options.Password = () => server.Password;
    });

    private static async Task WaitForAsync(VideoDbContext context, string count)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while ((await context.Database.SqlQueryRaw<int>(count).ToListAsync(limit.Token)).Single() == 0)
        {
            await Task.Delay(20, limit.Token);
        }
    }
}
