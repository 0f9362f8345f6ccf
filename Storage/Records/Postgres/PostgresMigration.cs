using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace TemporalVideo.Storage.Records.Postgres;

/// <summary>Migrates a PostgreSQL database. Workers that start together take turns: an advisory lock lets one in at a time.</summary>
internal static class PostgresMigration
{
    /// <summary>The lock's number, which nothing else in the database may use: "vidmigr" in ASCII.</summary>
    public const long LockKey = 0x7669_646D_6967_72;

    private const int SecondsForALock = 300;

    public static async Task RunAsync(VideoDbContext context, NpgsqlDataSource source, CancellationToken cancellationToken)
    {
        // A connection of its own: it fails at once when the server is away, and the lock goes with it when the worker is killed.
        await using var guard = await source.OpenConnectionAsync(cancellationToken);
        await ExecuteAsync(guard, "SELECT pg_advisory_lock($1)", cancellationToken);
        try
        {
            await context.Database.MigrateAsync(cancellationToken);
        }
        finally
        {
            await ExecuteAsync(guard, "SELECT pg_advisory_unlock($1)", CancellationToken.None);
        }
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = SecondsForALock };
        command.Parameters.Add(new NpgsqlParameter { Value = LockKey });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
