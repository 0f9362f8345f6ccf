using Microsoft.Data.Sqlite;

namespace TemporalVideo.DevServer.Storage;

/// <summary>How connections to the server's file are opened.</summary>
internal static class SqliteConnections
{
    /// <summary>Opens a connection outside of the provider's own pool: connections live as long as the database object.</summary>
    public static SqliteConnection Open(string file, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = file,
            Mode = mode,
            Pooling = false,
            DefaultTimeout = 30,
        }.ToString());
        connection.Open();
        return connection;
    }

    /// <summary>Runs a script without parameters.</summary>
    public static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
