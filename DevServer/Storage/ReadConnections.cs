using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace TemporalVideo.DevServer.Storage;

/// <summary>Read connections, opened on demand and kept for reuse.</summary>
internal sealed class ReadConnections(string file) : IDisposable
{
    private const int Kept = 8;
    private readonly ConcurrentBag<SqliteConnection> _idle = [];
    private volatile bool _disposed;

    /// <summary>Takes a connection; give it back with <see cref="Return"/>.</summary>
    public SqliteConnection Rent()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (_idle.TryTake(out var connection))
        {
            return connection;
        }
        connection = SqliteConnections.Open(file, SqliteOpenMode.ReadWrite);
        SqliteConnections.Execute(connection, "PRAGMA query_only=ON;");
        return connection;
    }

    /// <summary>Gives a connection back.</summary>
    public void Return(SqliteConnection connection)
    {
        if (_disposed || _idle.Count >= Kept)
        {
            Statements.Release(connection);
            connection.Dispose();
            return;
        }
        _idle.Add(connection);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _disposed = true;
        while (_idle.TryTake(out var connection))
        {
            Statements.Release(connection);
            connection.Dispose();
        }
    }
}
