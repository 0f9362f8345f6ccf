using Microsoft.Data.Sqlite;

namespace TemporalVideo.DevServer.Storage;

/// <summary>Remembers per feature how many of its schema steps a file has seen.</summary>
internal static class Migrations
{
    /// <summary>Runs the steps not yet done; see <see cref="Database.Migrate"/>.</summary>
    public static void Apply(SqliteConnection connection, string feature, IReadOnlyList<string> steps)
    {
        SqliteConnections.Execute(connection,
            "CREATE TABLE IF NOT EXISTS schema_version (feature TEXT PRIMARY KEY, steps INTEGER NOT NULL) WITHOUT ROWID");
        var done = connection.QueryFirst("SELECT steps FROM schema_version WHERE feature = ?1", row => row.GetInt32(0), feature);
        if (done > steps.Count)
        {
            throw new InvalidOperationException(
                $"The data file is newer than this program: '{feature}' has {done} schema steps, known are {steps.Count}. Use the "
                    + $"program version that wrote it, or another file.");
        }
        foreach (var step in steps.Skip(done))
        {
            SqliteConnections.Execute(connection, step);
        }
        connection.Run("INSERT INTO schema_version VALUES (?1, ?2) ON CONFLICT (feature) DO UPDATE SET steps = excluded.steps", feature,
            steps.Count);
    }
}
