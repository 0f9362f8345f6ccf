using Microsoft.Data.Sqlite;

namespace TemporalVideo.Storage.Tests.Records;

/// <summary>The contract of the money, by SQLite.</summary>
public sealed class SqliteMoneyBookTests : MoneyBookContract
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("money-test-");

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    private protected override Task<RecordsBench?> OpenAsync() => Task.FromResult<RecordsBench?>(
        new RecordsBench(options => options.File = Path.Combine(_folder.FullName, "videos.db")));

    private protected override void Require()
    {
        // SQLite is always there.
    }
}

/// <summary>The contract of the money, by PostgreSQL.</summary>
[Collection(nameof(PostgresFixture))]
public sealed class PostgresMoneyBookTests(PostgresFixture postgres) : MoneyBookContract
{
    private protected override async Task<RecordsBench?> OpenAsync()
    {
        if (!postgres.IsAvailable)
        {
            return null;
        }

        var database = await postgres.Server.CreateDatabaseAsync();
        return new RecordsBench(options =>
        {
            options.Connection = postgres.Server.Connection(database);
            options.Password = () => postgres.Server.Password;
        });
    }

    private protected override void Require() => Skip.IfNot(postgres.IsAvailable, postgres.Reason);
}
