using Microsoft.Data.Sqlite;

namespace TemporalVideo.DevServer.Storage;

/// <summary>Remembers per feature how many of its schema steps a file has seen.</summary>
internal static class Migrations
{
    /// <summary>The table that every data file has.</summary>
    public const string Table = "schema_version";

    /// <summary>Runs the steps not yet done; see <see cref="Database.Migrate"/>.</summary>
    public static void Apply(SqliteConnection connection, string feature, IReadOnlyList<string> steps)
    {
        SqliteConnections.Execute(connection,
            "CREATE TABLE IF NOT EXISTS schema_version (feature TEXT PRIMARY KEY, steps INTEGER NOT NULL) WITHOUT ROWID");
        var done = connection.QueryFirst("SELECT steps FROM schema_version WHERE feature = ?1", row => row.GetInt32(0), feature);
        if (done > steps.Count)
        {
            throw new DataFileVersionException(
                $"The data file {connection.DataSource} was written by a newer version of this program ('{feature}' is at step {done}, "
                + $"this version knows {steps.Count}). Use that version, or name another data file.");
        }
        foreach (var step in steps.Skip(done))
        {
            SqliteConnections.Execute(connection, step);
        }
        connection.Run("INSERT INTO schema_version VALUES (?1, ?2) ON CONFLICT (feature) DO UPDATE SET steps = excluded.steps", feature,
            steps.Count);
    }
}
