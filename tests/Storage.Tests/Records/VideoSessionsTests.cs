using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using TemporalVideo.Storage.Records;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Storage.Tests.Records;

public sealed class VideoSessionsTests : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("data-test-");
    private readonly ServiceProvider _services;

    public VideoSessionsTests()
    {
        var services = new ServiceCollection().AddVideoDatabase();
        services.Configure<VideoDatabaseOptions>(options => options.File = Path.Combine(_folder.FullName, "videos.db"));
        _services = services.BuildServiceProvider();
    }

    private IVideoSessions Sessions => _services.GetRequiredService<IVideoSessions>();

    public async Task InitializeAsync()
    {
        foreach (var service in _services.GetServices<IHostedService>())
        {
            await service.StartAsync(default);
        }
    }

    public async Task DisposeAsync()
    {
        await _services.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task FindAsync_OtherUsersSession_IsNotFound()
    {
        await Sessions.OpenAsync(new SessionKey("anna", "s1"), "sky", default);

        (await Sessions.FindAsync(new SessionKey("anna", "s1"), default))!.Topic.Should().Be("sky");
        (await Sessions.FindAsync(new SessionKey("bert", "s1"), default)).Should().BeNull();
    }

    [Fact]
    public async Task OpenAsync_Twice_KeepsOneRow()
    {
        var first = await Sessions.OpenAsync(new SessionKey("anna", "s1"), "sky", default);
        var second = await Sessions.OpenAsync(new SessionKey("anna", "s1"), "sea", default);

        second.CreatedAt.Should().Be(first.CreatedAt);
        second.Topic.Should().Be("sea");
    }

    [Fact]
    public async Task CloseAsync_Row_KeepsHowItEnded()
    {
        var key = new SessionKey("anna", "s1");
        await Sessions.OpenAsync(key, "sky", default);
        await Sessions.CloseAsync(key, VideoOutcome.Finished, "scaffold_test/anna/s1/agent5/final.mp4", null, 0.12m, default);

        var row = await Sessions.FindAsync(key, default);
        row.Should().BeEquivalentTo(
            new { Outcome = "Finished", VideoKey = "scaffold_test/anna/s1/agent5/final.mp4", Cost = 0.12m, Error = (string?)null });
        row!.CompletedAt!.Value.Kind.Should().Be(DateTimeKind.Utc);
    }

    [Fact]
    public async Task CloseAsync_NoRow_DoesNothing() =>
        await Sessions.CloseAsync(new SessionKey("anna", "none"), VideoOutcome.Failed, null, "why", 0, default);

    [Fact]
    public async Task Migrations_AllApplied_GiveTheSchemaOfTheModel()
    {
        await using var migrated = await Context();
        var ofModel = new DbContextOptionsBuilder<VideoDbContext>()
            .UseSqlite($"Data Source={Path.Combine(_folder.FullName, "model.db")}").Options;
        await using var created = new VideoDbContext(ofModel);
        await created.Database.EnsureCreatedAsync();

        var schema = await SchemaAsync(migrated);

        schema.Should().NotBeEmpty().And.Equal(await SchemaAsync(created));
    }

    [Fact]
    public async Task Migrate_RowWithALink_KeepsItsKey()
    {
        var options = new DbContextOptionsBuilder<VideoDbContext>()
            .UseSqlite($"Data Source={Path.Combine(_folder.FullName, "old.db")}").Options;
        await using var context = new VideoDbContext(options);
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

        await context.Database.MigrateAsync();

        (await context.Sessions.OrderBy(row => row.Id).Select(row => row.VideoKey).ToListAsync())
            .Should().Equal("scaffold_test/anna/s1/agent5/final.mp4", null);
    }

    [Fact]
    public async Task Snapshot_Model_HasNoDifferences()
    {
        await using var context = await Context();

        context.Database.HasPendingModelChanges().Should().BeFalse();
        context.GetService<IMigrationsAssembly>().Migrations.Should().NotBeEmpty();
    }

    private Task<VideoDbContext> Context() => _services.GetRequiredService<IDbContextFactory<VideoDbContext>>().CreateDbContextAsync();

    private static Task<List<string>> SchemaAsync(VideoDbContext context) => context.Database
        .SqlQueryRaw<string>(
            "SELECT sql AS Value FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE '\\_\\_EF%' ESCAPE '\\' ORDER BY name")
        .ToListAsync();
}
