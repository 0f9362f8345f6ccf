using Microsoft.Data.Sqlite;

namespace TemporalVideo.DevServer.Storage;

/// <summary>
/// The server's one SQLite file: every change goes through a single writer thread that commits in groups,
/// reads go through pooled connections that see committed data only.
/// </summary>
internal sealed class Database : IDisposable
{
    private readonly string _file;
    private readonly bool _isTemporary;
    private readonly ReadConnections _readers;
    private readonly GroupCommitWriter _writer;

    private Database(string file, bool isTemporary, SqliteConnection connection)
    {
        _file = file;
        _isTemporary = isTemporary;
        _writer = new GroupCommitWriter(connection);
        _readers = new ReadConnections(file);
    }

    /// <summary>Opens or creates the database.</summary>
    /// <param name="file">Path of the file; <see langword="null"/> for a private temporary file that is deleted on dispose.</param>
    /// <exception cref="DataFileVersionException">The file is there and is no data file, or cannot be read.</exception>
    public static Database Open(string? file)
    {
        var path = file ?? Path.Combine(Path.GetTempPath(), $"temporal-dev-{Guid.NewGuid():N}.db");
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { Length: > 0 } folder)
        {
            Directory.CreateDirectory(folder);
        }
        try
        {
            return new Database(path, isTemporary: file is null, Connect(path));
        }
        catch (SqliteException exception)
        {
            throw new DataFileVersionException(
                $"The data file {path} cannot be opened: {exception.Message} Name another data file, or move this one away to begin anew.",
                exception);
        }
    }

    /// <summary>
    /// Queues one change. All or nothing: it runs inside its own savepoint, in the order of the calls.
    /// The task completes after the commit is on disk; it fails with the exception of <paramref name="work"/>.
    /// </summary>
    /// <param name="work">Runs on the writer thread; must not keep the connection.</param>
    public Task WriteAsync(Action<SqliteConnection> work) => _writer.EnqueueAsync(work);

    /// <summary>Runs a query on a read connection, which sees everything committed so far.</summary>
    public T Read<T>(Func<SqliteConnection, T> read)
    {
        var connection = _readers.Rent();
        try
        {
            return read(connection);
        }
        finally
        {
            _readers.Return(connection);
        }
    }

    /// <summary>Brings a feature's tables up to date: runs the steps that this file has not seen yet, in order.</summary>
    /// <param name="feature">Name under which the number of steps done is remembered.</param>
    /// <param name="steps">SQL scripts; only ever append to them.</param>
    public void Migrate(string feature, params string[] steps) =>
        WriteAsync(connection => Migrations.Apply(connection, feature, steps)).GetAwaiter().GetResult();

    /// <summary>Commits what is queued, closes all connections and deletes a temporary file.</summary>
    public void Dispose()
    {
        _writer.Dispose();
        _readers.Dispose();
        if (_isTemporary)
        {
            foreach (var suffix in (ReadOnlySpan<string>)["", "-wal", "-shm"])
            {
                File.Delete(_file + suffix);
            }
        }
    }

    private static SqliteConnection Connect(string path)
    {
        var connection = SqliteConnections.Open(path, SqliteOpenMode.ReadWriteCreate);
        try
        {
            var tables = connection.Query("SELECT name FROM sqlite_schema WHERE type = 'table'", row => row.GetString(0));
            if (tables.Count > 0 && !tables.Contains(Migrations.Table))
            {
                throw new DataFileVersionException(
                    $"The file {path} is the database of another program (it has the table '{tables[0]}'). Name another data file.");
            }

            SqliteConnections.Execute(connection, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA wal_autocheckpoint=4000;");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
