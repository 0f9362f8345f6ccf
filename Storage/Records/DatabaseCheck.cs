using Microsoft.EntityFrameworkCore;
using Npgsql;
using TemporalVideo.Storage.Records.Postgres;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Storage.Records;

/// <summary>Looks at the database without changing it.</summary>
public static class DatabaseCheck
{
    /// <summary>Connects to PostgreSQL as a worker would.</summary>
    /// <param name="options">The database.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>Which server and database were found, and how many migrations a worker will apply.</returns>
    /// <exception cref="VideoDatabaseException">It cannot be used.</exception>
    public static async Task<string> PostgresAsync(VideoDatabaseOptions options, CancellationToken cancellationToken)
    {
        await using var source = PostgresConnection.Source(options);
        try
        {
            await using var connection = await source.OpenConnectionAsync(cancellationToken);
            await using var context = new VideoDbContext(new DbContextOptionsBuilder<VideoDbContext>().UseNpgsql(source).Options);
            var pending = (await context.Database.GetPendingMigrationsAsync(cancellationToken)).Count();
            if (pending > 0)
            {
                await RequireTablesMayBeMadeAsync(connection, cancellationToken);
            }

            return $"{PostgresConnection.Describe(options)}, version {connection.PostgreSqlVersion}"
                + (pending == 0 ? "" : $"; the next worker applies {Counted.Of(pending, "migration")}");
        }
        catch (Exception exception) when (PostgresTrouble.Explains(exception))
        {
            throw PostgresTrouble.Of(exception, options);
        }
    }

    /// <summary>Since PostgreSQL 15 a user may not make tables in a database of another owner.</summary>
    private static async Task RequireTablesMayBeMadeAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("SELECT has_schema_privilege(current_schema(), 'CREATE')", connection);
        if (await command.ExecuteScalarAsync(cancellationToken) is not true)
        {
            throw new PostgresException(
                "the user may not make tables", "ERROR", "ERROR", PostgresErrorCodes.InsufficientPrivilege);
        }
    }
}
