using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using TemporalVideo.Storage.Records;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Storage.Tests.Records;

/// <summary>What the table <c>video_session</c> promises, in every database.</summary>
public abstract partial class VideoSessionsContract : IAsyncLifetime
{
    private RecordsBench? _bench;

    private IVideoSessions Sessions => Bench.Sessions;

    private protected RecordsBench Bench => _bench!;

    public async Task InitializeAsync()
    {
        // Where the database is missing, each test skips itself.
        if (await OpenAsync() is { } bench)
        {
            _bench = bench;
            await bench.MigrateAsync();
        }
    }

    public virtual async Task DisposeAsync()
    {
        if (_bench is not null)
        {
            await _bench.DisposeAsync();
        }
    }

    /// <summary>An empty database; null when there is none to be had.</summary>
    private protected abstract Task<RecordsBench?> OpenAsync();

    /// <summary>Another empty database of the same kind.</summary>
    private protected abstract Task<RecordsBench> OpenAnotherAsync();

    /// <summary>Skips the test where the database is missing.</summary>
    private protected abstract void Require();

    /// <summary>What the database says of its tables.</summary>
    private protected abstract Task<List<string>> SchemaAsync(VideoDbContext context);

    [SkippableFact]
    public async Task FindAsync_OtherUsersSession_IsNotFound()
    {
        Require();
        await Sessions.OpenAsync(new SessionKey("anna", "s1"), "sky", default);

        (await Sessions.FindAsync(new SessionKey("anna", "s1"), default))!.Topic.Should().Be("sky");
        (await Sessions.FindAsync(new SessionKey("bert", "s1"), default)).Should().BeNull();
        (await Sessions.FindAsync(new SessionKey("Anna", "s1"), default)).Should().BeNull("letters of ids have their case");
    }

    [SkippableFact]
    public async Task OpenAsync_Twice_KeepsOneRow()
    {
        Require();
        var first = await Sessions.OpenAsync(new SessionKey("anna", "s1"), "sky", default);
        var second = await Sessions.OpenAsync(new SessionKey("anna", "s1"), "sea", default);

        second.CreatedAt.Should().Be(first.CreatedAt);
        second.CreatedAt.Kind.Should().Be(DateTimeKind.Utc);
        second.Topic.Should().Be("sea");
    }

    [SkippableFact]
    public async Task OpenAsync_SeveralAtOnce_MakeOneRow()
    {
        Require();
        var key = new SessionKey("anna", "s1");

        var rows = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Sessions.OpenAsync(key, "sky", default))));

        rows.Select(row => row.CreatedAt).Distinct().Should().ContainSingle();
        await using var context = await Bench.ContextAsync();
        (await context.Sessions.CountAsync()).Should().Be(1);
    }

    [SkippableTheory]
    [InlineData("Почему небо голубое? 空はなぜ青い 🌈", "Почему небо голубое? 空はなぜ青い 🌈")]
    [InlineData("a\0b", "a\uFFFDb")]
    [InlineData("'; DROP TABLE video_session; --", "'; DROP TABLE video_session; --")]
    public async Task OpenAsync_Topic_ReadsAsItWasWritten(string topic, string expected)
    {
        Require();
        var key = new SessionKey("anna", "s1");
        await Sessions.OpenAsync(key, topic, default);

        (await Sessions.FindAsync(key, default))!.Topic.Should().Be(expected);
    }

    [SkippableFact]
    public async Task CloseAsync_Row_KeepsHowItEnded()
    {
        Require();
        var key = new SessionKey("anna", "s1");
        await Sessions.OpenAsync(key, "sky", default);
        await Sessions.CloseAsync(key, VideoOutcome.Finished, "scaffold_test/anna/s1/agent5/final.mp4", null, 0.12345m, default);

        var row = await Sessions.FindAsync(key, default);
        row.Should().BeEquivalentTo(
            new { Outcome = "Finished", VideoKey = "scaffold_test/anna/s1/agent5/final.mp4", Cost = 0.1235m, Error = (string?)null });
        row!.CompletedAt!.Value.Kind.Should().Be(DateTimeKind.Utc);
    }

    [SkippableFact]
    public async Task CloseAsync_LongErrorCutInsideALetter_IsKept()
    {
        Require();
        var key = new SessionKey("anna", "s1");
        var said = new string('x', 100_000);
        await Sessions.OpenAsync(key, "sky", default);
        await Sessions.CloseAsync(key, VideoOutcome.Failed, null, said + "🌈"[0], 0, default);

        (await Sessions.FindAsync(key, default)).Should().BeEquivalentTo(new { Outcome = "Failed", Error = said + '\uFFFD' });
    }

    [SkippableFact]
    public async Task CloseAsync_NoRow_MakesNone()
    {
        Require();
        var key = new SessionKey("anna", "none");
        await Sessions.CloseAsync(key, VideoOutcome.Failed, null, "why", 0, default);

        (await Sessions.FindAsync(key, default)).Should().BeNull();
    }

    [SkippableFact]
    public async Task Generation_ChangedAndBegunAnew_KeepsWhatWasWrittenAndThenNothingOfIt()
    {
        Require();
        var key = new SessionKey("anna", "s1");
        await Bench.Generations.ChangeAsync(key, row => row.Beats = 1, default);
        (await Bench.Generations.FindAsync(key, default)).Should().BeNull("there was no row to change");

        await Bench.Generations.BeginAsync(key, """{"topic": "sky \u0000 \\u0000 🌈"}""", "{}", "{}", default);
        await Bench.Generations.ChangeAsync(
            key,
            row =>
            {
                (row.Status, row.StoryText, row.Cost, row.GenerationSeconds) = ("completed", "a\0b", 0.12345m, 61.5);
                (row.Scenes, row.VideoClips, row.Beats) = ("""[{"title": "Himmel"}]""", """["a.mp4"]""", 4);
            },
            default);

        var written = (await Bench.Generations.FindAsync(key, default))!;
        written.Should().BeEquivalentTo(
            new { Status = "completed", StoryText = "a\uFFFDb", Cost = 0.1235m, GenerationSeconds = 61.5, Beats = 4 });
        written.CompletedAt!.Value.Kind.Should().Be(DateTimeKind.Utc);
        using (var spec = System.Text.Json.JsonDocument.Parse(written.Spec))
        {
            spec.RootElement.GetProperty("topic").GetString().Should().Be("sky \uFFFD \\u0000 🌈");
        }

        (await Bench.Generations.CostsAsync([key, new("nobody", key.SessionId)], default)).Should().Equal(
            new Dictionary<SessionKey, decimal> { [key] = written.Cost });
        await Bench.Generations.BeginAsync(key, "{}", "{}", "{}", default);
        (await Bench.Generations.FindAsync(key, default)).Should().BeEquivalentTo(
            new { Status = "pending", StoryText = (string?)null, Cost = 0m, Beats = 0, CompletedAt = (DateTime?)null });
    }

    [SkippableFact]
    public async Task Migrations_AllApplied_GiveTheSchemaOfTheModel()
    {
        Require();
        await using var migrated = await Bench.ContextAsync();
        await using var another = await OpenAnotherAsync();
        await using var created = await another.ContextAsync();
        await created.Database.EnsureCreatedAsync();

        var schema = await SchemaAsync(migrated);

        schema.Should().NotBeEmpty().And.Equal(await SchemaAsync(created));
    }

    [SkippableFact]
    public async Task Migrate_RowsOfTheFormerSchema_KeepTheirData()
    {
        Require();
        await using var bench = await OpenAnotherAsync();
        await using (var context = await bench.ContextAsync())
        {
            await ApplyAsync(context, "0001_CreateVideoSession");
            await context.Database.ExecuteSqlRawAsync(
                """
                INSERT INTO video_session (id, user_id, topic, outcome, video_url, cost, created_at)
                VALUES ('s1', 'anna', 'sky', 'Finished', 'file:///out/store/scaffold_test/anna/s1/agent5/final.mp4', 0.25, '2026-01-01'),
                       ('s2', 'anna', 'sea', 'Failed', NULL, 0, '2026-01-02')
                """);
        }

        await bench.MigrateAsync();

        (await bench.Sessions.FindAsync(new SessionKey("anna", "s1"), default)).Should().BeEquivalentTo(new
        {
            Topic = "sky",
            Outcome = "Finished",
            VideoKey = "scaffold_test/anna/s1/agent5/final.mp4",
            Cost = 0.25m,
        });
        (await bench.Sessions.FindAsync(new SessionKey("anna", "s2"), default)).Should()
            .BeEquivalentTo(new { Topic = "sea", Outcome = "Failed", VideoKey = (string?)null });
    }

    [SkippableFact]
    public async Task Migrate_SeveralWorkersAtOnce_AllFindThePresentSchema()
    {
        Require();
        await using var first = await OpenAnotherAsync();
        var workers = Enumerable.Range(0, 4).Select(_ => first.Another()).ToList();

        await Task.WhenAll(workers.Select(worker => Task.Run(worker.MigrateAsync)));

        foreach (var worker in workers)
        {
            await using var context = await worker.ContextAsync();
            (await context.Database.GetPendingMigrationsAsync()).Should().BeEmpty();
            (await context.Sessions.CountAsync()).Should().Be(0);
            await worker.DisposeAsync();
        }
    }

    [SkippableFact]
    public async Task Snapshot_Model_HasNoDifferences()
    {
        Require();
        await using var context = await Bench.ContextAsync();

        context.Database.HasPendingModelChanges().Should().BeFalse();
        context.GetService<IMigrationsAssembly>().Migrations.Should().NotBeEmpty();
    }

    /// <summary>Applies one migration. EF itself goes back only to ids that begin with a time.</summary>
    private static async Task ApplyAsync(VideoDbContext context, string id)
    {
        var (assembly, history) = (context.GetService<IMigrationsAssembly>(), context.GetService<IHistoryRepository>());
        var migration = assembly.CreateMigration(assembly.Migrations[id], context.Database.ProviderName!);
        var commands = context.GetService<IMigrationsSqlGenerator>().Generate(migration.UpOperations)
            .Select(command => command.CommandText);
        foreach (var sql in commands.Append(history.GetCreateScript()).Append(history.GetInsertScript(new HistoryRow(id, "10.0.0"))))
        {
            await context.Database.ExecuteSqlRawAsync(sql);
        }
    }
}
