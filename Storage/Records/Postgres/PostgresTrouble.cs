using System.Data.Common;
using System.Net.Sockets;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace TemporalVideo.Storage.Records.Postgres;

/// <summary>Says why PostgreSQL cannot be used, and what to do.</summary>
internal static class PostgresTrouble
{
    /// <summary>Whether the database, or the way to it, is what failed.</summary>
    public static bool Explains(Exception exception) => Cause(exception)
        is DbException or SocketException or TimeoutException or IOException or UnauthorizedAccessException;

    public static VideoDatabaseException Of(Exception failure, VideoDatabaseOptions options)
    {
        var exception = Cause(failure);
        var said = (exception as PostgresException)?.MessageText ?? exception.Message;
        return new VideoDatabaseException(
            $"The database of sessions ({PostgresConnection.Describe(options)}) cannot be used: {said.TrimEnd('.')}. "
                + WhatToDo(exception, options),
            exception);
    }

    private static Exception Cause(Exception exception) =>
        exception is RetryLimitExceededException { InnerException: { } cause } ? cause : exception;

    private static string WhatToDo(Exception exception, VideoDatabaseOptions options)
    {
        var parts = new NpgsqlConnectionStringBuilder(options.Connection);
        return (exception as DbException)?.SqlState switch
        {
            PostgresErrorCodes.InvalidCatalogName => $"Make it once: createdb --host {parts.Host} --port {parts.Port} --owner "
                + $"{parts.Username ?? "USER"} {parts.Database}",
            PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification =>
                "The user comes from TEMPORAL_VIDEO_DATABASE or database in config/worker.yaml, the password from PGPASSWORD or "
                + "postgresql.password_file.",
            PostgresErrorCodes.InsufficientPrivilege =>
                $"Let the user make tables: ALTER DATABASE \"{parts.Database}\" OWNER TO \"{parts.Username}\";",
            PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.QueryCanceled =>
                "Another worker has been migrating it for minutes: see pg_stat_activity.",
            _ => "See TEMPORAL_VIDEO_DATABASE or database in config/worker.yaml, and that the server runs and is reached from here; the "
                + "password comes from PGPASSWORD or postgresql.password_file.",
        };
    }
}
