using TemporalVideo.DevServer.Storage;

namespace TemporalVideo.DevServer.Tests.Storage;

public sealed class DatabaseTests : IDisposable
{
    private readonly Database _database = Database.Open(null);

    public DatabaseTests() => _database.Migrate("test", "CREATE TABLE t (id INTEGER PRIMARY KEY, v TEXT)");

    public void Dispose() => _database.Dispose();

    [Fact]
    public async Task WriteAsync_Completed_IsVisibleToReaders()
    {
        await _database.WriteAsync(c => c.Run("INSERT INTO t VALUES (?1, ?2)", 1, "a"));

        _database.Read(c => c.QueryFirst("SELECT v FROM t WHERE id = ?1", row => row.GetString(0), 1)).Should().Be("a");
    }

    [Fact]
    public async Task WriteAsync_WorkThrows_OnlyThatWorkIsUndone()
    {
        var first = _database.WriteAsync(c => c.Run("INSERT INTO t VALUES (1, 'a')"));
        var second = _database.WriteAsync(c =>
        {
            c.Run("INSERT INTO t VALUES (2, 'b')");
            throw new FormatException("refused");
        });
        var third = _database.WriteAsync(c => c.Run("INSERT INTO t VALUES (3, 'c')"));

        await first;
        await third;
        await second.Awaiting(task => task).Should().ThrowAsync<FormatException>();
        Ids().Should().Equal(1, 3);
    }

    [Fact]
    public async Task WriteAsync_ManyCallers_KeepsEveryChange()
    {
        await Task.WhenAll(Enumerable.Range(1, 2000).Select(i => _database.WriteAsync(c => c.Run("INSERT INTO t VALUES (?1, NULL)", i))));

        Ids().Should().Equal(Enumerable.Range(1, 2000));
    }

    [Fact]
    public void Migrate_CalledTwice_RunsOnlyTheNewSteps()
    {
        _database.Migrate("other", "CREATE TABLE o (id INTEGER)");
        _database.Migrate("other", "CREATE TABLE o (id INTEGER)", "INSERT INTO o VALUES (7)");
        _database.Migrate("other", "CREATE TABLE o (id INTEGER)", "INSERT INTO o VALUES (7)");

        _database.Read(c => c.Query("SELECT id FROM o", row => row.GetInt32(0))).Should().Equal(7);
    }

    [Fact]
    public async Task Open_ExistingFile_HasWhatWasWritten()
    {
        var file = Path.Combine(Path.GetTempPath(), $"database-test-{Guid.NewGuid():N}.db");
        try
        {
            using (var database = Database.Open(file))
            {
                database.Migrate("test", "CREATE TABLE t (id INTEGER PRIMARY KEY)");
                await database.WriteAsync(c => c.Run("INSERT INTO t VALUES (42)"));
            }
            using (var database = Database.Open(file))
            {
                database.Read(c => c.QueryFirst("SELECT id FROM t", row => row.GetInt32(0))).Should().Be(42);
            }
        }
        finally
        {
            File.Delete(file);
        }
    }

    private List<int> Ids() => _database.Read(c => c.Query("SELECT id FROM t ORDER BY id", row => row.GetInt32(0)));
}
